import { useQueries, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect } from 'react'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { Facts } from '@/compiler/runtime/result'
import { useEditor, useEditorStore } from '../../_editor/document/store'
import { Try } from '../../_editor/panels/try'
import { Trouble } from '../../_shell/trouble'
import { errorCode, type Outputs, useTRPC } from '../../_shell/trpc'
import { Waiting } from '../../_shell/waiting'
import { useVersionDrawing } from '../use-version-paper'
import { VersionChart } from '../version-chart'
import { VersionContext } from '../version-context'
import classes from './as-of.module.css'
import type { Asked } from './asked'
import { CaseAsJson } from './case-as-json'

interface ReplayProps {
  policy: string
  number: number
  asked: Asked
  onAsk: (next: Asked) => void
}

/** A case, decided by the tables that a version was published with, beside its chart. */
export function Replay({ policy, number, asked, onAsk }: ReplayProps) {
  const trpc = useTRPC()
  const kept = { staleTime: Number.POSITIVE_INFINITY }
  const version = useQuery(trpc.versions.get.queryOptions({ policy, number }, kept))
  const tables = useQueries({
    queries: (version.data?.tables ?? []).map(({ tier }) =>
      trpc.versions.table.queryOptions({ policy, number, tier }, kept),
    ),
  })
  const failed = [version, ...tables].find(({ error }) => error)
  if (failed?.error)
    return errorCode(failed.error) === 'NOT_FOUND' ? (
      <Trouble title={`There is no version ${number}`}>
        <Link href={`/policies/${policy}/versions`}>See the versions that there are</Link>
      </Trouble>
    ) : (
      <Trouble
        title={`Version ${number} did not load`}
        error={failed.error}
        retry={() => void failed.refetch()}
      />
    )
  const artifacts = tables.flatMap(({ data }) => data ?? [])
  if (!version.data || artifacts.length < version.data.tables.length)
    return <Waiting>Loading version {number}</Waiting>
  return (
    <VersionContext policy={policy} version={version.data} artifacts={artifacts} start={startOf(asked)}>
      <Case version={version.data} artifacts={artifacts} asked={asked} onAsk={onAsk} />
    </VersionContext>
  )
}

const startOf = ({ tier, facts }: Asked) => ({ tier: tier ?? null, moves: movesOf(facts) })

/** A move for each fact, so that each can be stepped back. */
const movesOf = (facts: Facts) => Object.entries(facts).map(([fact, value]) => ({ told: { [fact]: value } }))

interface CaseProps {
  version: Outputs['versions']['get']
  artifacts: readonly Artifact[]
  asked: Asked
  onAsk: (next: Asked) => void
}

function Case({ version, artifacts, asked, onAsk }: CaseProps) {
  const store = useEditorStore()
  const drawing = useVersionDrawing(version)
  const call = useEditor(state => state.call)
  const tier = call.moves.findLast(move => 'tier' in move)?.tier ?? call.tier ?? undefined
  const facts: Facts = {}
  for (const move of call.moves) if ('told' in move) Object.assign(facts, move.told)
  const next = JSON.stringify([tier, facts])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the call, and nothing else
  useEffect(() => {
    if (next !== JSON.stringify([asked.tier, asked.facts])) onAsk({ ...asked, tier, facts })
  }, [next])
  return (
    <div className={classes.case}>
      <div className={classes.call}>
        <Try title="The case" told />
        <CaseAsJson
          facts={facts}
          known={artifacts.flatMap(artifact => Object.keys(artifact.facts))}
          onTell={told => store.getState().setCall({ tier: tier ?? null, moves: movesOf(told) })}
        />
      </div>
      <div className={classes.chart}>
        <VersionChart drawing={drawing} />
      </div>
    </div>
  )
}
