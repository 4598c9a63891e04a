import { Button, CopyButton, Tabs, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearchParams } from 'next/navigation'
import { DecisionTable } from '../_editor/panels/decision-table'
import { tierColours } from '../_shell/palette'
import { saveJson } from '../_shell/save-file'
import { Trouble } from '../_shell/trouble'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { rowCount, shortHash } from './table-words'
import classes from './version.module.css'

interface VersionTablesProps {
  policy: string
  version: Outputs['versions']['get']
}

/** A version's tables, one tier at a time; the tier is part of the address. */
export function VersionTables({ policy, version: { number, tables, document } }: VersionTablesProps) {
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
            <OneTable
              policy={policy}
              number={number}
              tier={table.tier}
              hash={table.hash}
              handbook={document.handbook}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}

function OneTable({
  policy,
  number,
  tier,
  hash,
  handbook,
}: {
  policy: string
  number: number
  tier: string
  hash: string
  handbook: Outputs['versions']['get']['document']['handbook']
}) {
  const trpc = useTRPC()
  const table = useQuery(
    trpc.versions.table.queryOptions({ policy, number, tier }, { staleTime: Number.POSITIVE_INFINITY }),
  )
  return (
    <>
      <div className={classes.bar}>
        <CopyButton value={hash}>
          {({ copied, copy }) => (
            <UnstyledButton className={classes.hash} onClick={copy} title={hash}>
              <code>sha256-{shortHash(hash)}…</code>
              {copied ? <IconCheck size={14} stroke={1.8} /> : <IconCopy size={14} stroke={1.6} />}
              <span>{copied ? 'Copied' : 'Copy the hash'}</span>
            </UnstyledButton>
          )}
        </CopyButton>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconDownload size={15} stroke={1.6} />}
          disabled={!table.data}
          onClick={() => saveJson(`${policy}.v${number}.${tier}.table.json`, table.data)}
        >
          Download this table (JSON)
        </Button>
      </div>
      {table.isPending && <Waiting>Loading the table of {tier}</Waiting>}
      {table.error && (
        <Trouble title="The table did not load" error={table.error} retry={() => table.refetch()} />
      )}
      {table.data && (
        <DecisionTable artifact={table.data} handbook={'tiers' in handbook ? handbook : undefined} />
      )}
    </>
  )
}
