import { CopyButton, Tabs, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearchParams } from 'next/navigation'
import { ExportMenu } from '../_editor/panels/tables/export-menu'
import { TierTables } from '../_editor/panels/tables/tier-tables'
import { useRowsOnChart } from '../_editor/panels/tables/use-rows-on-chart'
import { useView } from '../_editor/panels/tables/use-view'
import type { Printable } from '../_editor/paper/policy-sheets'
import { tierColours } from '../_shell/palette'
import { Trouble } from '../_shell/trouble'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { rowCount, shortHash } from './table-words'
import { handbookOfVersion } from './use-version-paper'
import classes from './version.module.css'

interface VersionTablesProps {
  policy: string
  version: Outputs['versions']['get']
  paper: () => Printable
}

/** A version's tables, one tier at a time; the tier is part of the address. */
export function VersionTables({ policy, version, paper }: VersionTablesProps) {
  const { tables, document } = version
  const router = useRouter()
  const asked = useSearchParams().get('tier')
  const tier = tables.some(table => table.tier === asked) ? asked : (tables[0]?.tier ?? null)
  const title = (id: string) =>
    'tiers' in document.handbook ? document.handbook.tiers.find(tier => tier.id === id)?.title : undefined
  return (
    <section aria-labelledby="tables">
      <h2 id="tables" className={classes.heading}>
        What each tier decides by
      </h2>
      <Tabs
        value={tier}
        onChange={to => to && router.replace(`?tier=${encodeURIComponent(to)}`, { scroll: false })}
        keepMounted={false}
        className={classes.sheet}
      >
        <Tabs.List>
          {tables.map((table, i) => (
            <Tabs.Tab key={table.tier} value={table.tier}>
              <b style={{ color: tierColours(i).colour }}>{table.tier}</b> {title(table.tier)}
              <span className={classes.rows}>{rowCount(table.rows)}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tables.map(table => (
          <Tabs.Panel key={table.tier} value={table.tier}>
            <OneTable policy={policy} version={version} paper={paper} tier={table.tier} hash={table.hash} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}

interface OneTableProps extends VersionTablesProps {
  tier: string
  hash: string
}

function OneTable({ policy, version, paper, tier, hash }: OneTableProps) {
  const { number, document } = version
  const trpc = useTRPC()
  const [view, setView] = useView(`${policy}.v${number}`)
  const table = useQuery(
    trpc.versions.table.queryOptions({ policy, number, tier }, { staleTime: Number.POSITIVE_INFINITY }),
  )
  const handbook = handbookOfVersion(version)
  const artifact = table.data
  const onChart = useRowsOnChart(document, artifact)
  if (table.isPending) return <Waiting>Loading the table of {tier}</Waiting>
  if (table.error)
    return <Trouble title="The table did not load" error={table.error} retry={() => table.refetch()} />
  if (!artifact) return null
  return (
    <div className={classes.table}>
      <TierTables
        artifact={artifact}
        handbook={handbook}
        {...onChart}
        scenarios={document.scenarios}
        view={view}
        onView={setView}
        before={
          <CopyButton value={hash}>
            {({ copied, copy }) => (
              <UnstyledButton className={classes.hash} onClick={copy} title={hash}>
                <code>sha256-{shortHash(hash)}…</code>
                {copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.6} />}
                <span>{copied ? 'Copied' : 'Copy the hash'}</span>
              </UnstyledButton>
            )}
          </CopyButton>
        }
        after={seen => <ExportMenu artifact={artifact} paper={paper} seen={seen} />}
      />
    </div>
  )
}
