import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Sheet } from '../_shell/body'
import { By } from '../_shell/by'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { When } from '../_shell/when'
import classes from './policies.module.css'
import { PolicyMenu } from './policy-menu'
import type { PolicyLine } from './search'

type Handbook = Outputs['handbooks']['list'][number]

/** The handbooks that policies share, a row each; the whole row leads to the handbook. */
export function HandbookTable({ handbooks }: { handbooks: PolicyLine[] }) {
  const trpc = useTRPC()
  const details = useQuery(trpc.handbooks.list.queryOptions())
  return (
    <Sheet label="The shared handbooks">
      <table>
        <thead>
          <tr>
            <th scope="col">Handbook</th>
            <th scope="col">Published</th>
            <th scope="col">Draft</th>
            <th scope="col">Taken in by</th>
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {handbooks.map(line => {
            const handbook = details.data?.find(({ name }) => name === line.name)
            return (
              <tr key={line.name} className={classes.row}>
                <td className={classes.policy}>
                  <Link href={`/policies/${line.name}/edit`} className={classes.title} data-stop>
                    {line.title}
                  </Link>
                  <span className={classes.name}>{line.name}</span>
                </td>
                <td>{handbook && <Published handbook={handbook} />}</td>
                <td>
                  <div className={classes.by}>
                    saved <When at={line.draft.savedAt} />
                    <By name={line.draft.savedBy} />
                  </div>
                </td>
                <td>{handbook && <Takers handbook={handbook} />}</td>
                <td className={classes.menu}>
                  <PolicyMenu policy={line} published={(handbook?.versions.length ?? 0) > 0} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sheet>
  )
}

function Published({ handbook: { versions } }: { handbook: Handbook }) {
  const [newest] = versions
  if (!newest) return <span className={classes.by}>Nothing published</span>
  return (
    <>
      <div className={classes.fact}>
        <span className={classes.dot} data-tone="ok" aria-hidden />
        Version {newest.number}
      </div>
      <div className={classes.by}>
        <When at={newest.publishedAt} />
        <By name={newest.publishedBy} />
      </div>
    </>
  )
}

/** How many policies take it in, and how many of them an older version. */
function Takers({ handbook: { name, takers, versions } }: { handbook: Handbook }) {
  if (takers.length === 0) return <span className={classes.by}>No policy yet</span>
  const behind = takers.filter(({ version }) => version < (versions[0]?.number ?? 0)).length
  return (
    <>
      <Link href={`/policies/${name}/effects`} className={classes.takers}>
        {takers.length === 1 ? '1 policy' : `${takers.length} policies`}
      </Link>
      <div className={classes.by}>
        {behind === 0
          ? 'with the newest version'
          : `${behind === takers.length ? (behind === 1 ? 'with' : 'all with') : `${behind} with`} an older version`}
      </div>
    </>
  )
}
