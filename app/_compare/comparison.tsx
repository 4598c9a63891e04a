'use client'

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { DocumentsTold, Told } from '@/compiler/compare/told/tell'
import type { Policy } from '@/compiler/language/policy'
import { tierName } from '@/compiler/words/titles'
import { print, usePrinted } from '../_editor/paper/print'
import { useChartDrawing } from '../_editor/paper/use-chart-drawing'
import { tierColours } from '../_shell/palette'
import { Trouble } from '../_shell/trouble'
import { Waiting } from '../_shell/waiting'
import { TwoCharts, type TwoChartsHandle } from './charts/two-charts'
import type { Answer, Progress, Unfinished } from './comparing'
import classes from './comparison.module.css'
import { exampleWords } from './example-words'
import { HandbookChanges } from './handbook-changes'
import { PlayBar } from './play/play-bar'
import { litAt, type Played, played, stopAt } from './play/played'
import { Refused } from './refused'
import type { Side, Signature } from './side'
import { signOffSheet } from './sign-off/sign-off-sheet'
import type { TierLook } from './situation-row'
import { type Playing, SituationTable } from './situation-table'
import { useAnswer } from './use-answer'
import { Complete, Verdict } from './verdict'

export interface ComparisonProps {
  policy: { name: string; title: string }
  from: Side
  to: Side
  /** Beside the headline, ahead of printing. */
  actions?: ReactNode
  /** On the sign-off sheet: who signed what, and lines to sign on. */
  signatures?: Signature[]
  /** It is a part of a page that has a heading of its own. */
  within?: boolean
}

/** What two documents of one policy decide differently: in sentences, as a table, on both charts, in the handbook, on paper. */
export function Comparison(props: ComparisonProps) {
  const { policy, from, to } = props
  const answer = useAnswer(from, to)
  switch (answer.is) {
    case 'checking':
    case 'comparing':
      return <Waiting>{progressWords(answer, props)}</Waiting>
    case 'told':
      return <Compared key={`${from.label} ${to.label}`} {...props} answer={answer} />
    case 'too-large':
    case 'too-different':
      return (
        <>
          <Refused policy={policy.name} refusal={answer} sides={{ from, to }} />
          <Documents from={from} to={to} answer={answer} />
        </>
      )
    default:
      return <Refused policy={policy.name} refusal={answer} sides={{ from, to }} />
  }
}

const progressWords = (progress: Progress, { from, to }: ComparisonProps) =>
  progress.is === 'checking'
    ? `Checking ${(progress.which === 'from' ? from : to).label.toLowerCase()}`
    : `Comparing for ${progress.tier}, ${progress.index + 1} of ${progress.of}`

/** The tiers of both versions, in the colours of the newer one's order. */
function looksOf(old: Policy, next: Policy): TierLook[] {
  const tiers = [
    ...next.handbook.tiers,
    ...old.handbook.tiers.filter(({ id }) => !next.handbook.tiers.some(each => each.id === id)),
  ]
  return tiers.map(({ id }, i) => ({ id, name: tierName(id, { tiers }), ...tierColours(i) }))
}

function Compared({
  policy,
  from,
  to,
  actions,
  signatures,
  within,
  answer,
}: ComparisonProps & { answer: Answer }) {
  const Heading = within ? 'h2' : 'h1'
  const { told, policies } = answer
  const { situations, verdict } = told
  const labels = { from: from.label, to: to.label }
  const tiers = useMemo(() => looksOf(policies.from, policies.to), [policies])
  const [playing, setPlaying] = useState<Playing | null>(null)
  const drawings = {
    from: useChartDrawing(policies.from, policies.from.handbook),
    to: useChartDrawing(policies.to, policies.to.handbook),
  }
  const sheet = () =>
    signOffSheet({
      policy: policy.title,
      from: { ...from, findings: from.findings ?? answer.findings.from },
      to: { ...to, findings: to.findings ?? answer.findings.to },
      policies,
      told,
      drawings,
      signatures: signatures ?? [],
    })
  usePrinted(sheet)
  const of = (about: Told['situations'][number]['about']) => situations.filter(each => each.about === about)
  const shared = { labels, tiers, playing, onPlay: setPlaying }

  return (
    <div className={classes.body} data-within={within || undefined}>
      <div className={classes.head}>
        <Heading>{verdict.headline}</Heading>
        <div className={classes.actions}>
          {actions}
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => print(sheet())}
          >
            Print sign-off sheet
          </Button>
        </div>
      </div>
      <p className={classes.sides}>
        <b>{from.label}</b>
        {from.about && <>, {from.about}</>} <span aria-hidden>→</span>{' '}
        <span className={classes.unseen}>with</span> <b>{to.label}</b>
        {to.about && <>, {to.about}</>}
      </p>
      <Verdict verdict={verdict} />
      <SituationTable title="Decided differently" situations={of('decision')} {...shared} />
      <SituationTable
        title="Only worded differently"
        about="The same is done, in other words to the customer or to the agent."
        situations={of('wording')}
        {...shared}
      />
      <SituationTable
        title="Where several of these come together"
        about="Nothing new is decided here: in each of these cases several of the changes above are made at once."
        situations={of('together')}
        folded
        {...shared}
      />
      <SituationTable
        title="For tiers that only one of them has"
        about="Every case is told here that is decided for them."
        situations={of('tier')}
        folded
        {...shared}
      />
      <Complete complete={verdict.complete} />
      <Charts
        chart={told.chart}
        policies={policies}
        labels={labels}
        drawings={drawings}
        playing={playing}
        number={
          playing
            ? situations.filter(each => each.about === playing.situation.about).indexOf(playing.situation) + 1
            : 0
        }
        onEnd={() => setPlaying(null)}
      />
      <HandbookChanges handbook={told.handbook} wording={told.wording} labels={labels} tiers={tiers} />
    </div>
  )
}

/** What differs between the documents, where their decisions could not be compared in full. */
function Documents({ from, to, answer }: Pick<ComparisonProps, 'from' | 'to'> & { answer: Unfinished }) {
  const { told, policies } = answer
  const labels = { from: from.label, to: to.label }
  const drawings = {
    from: useChartDrawing(policies.from, policies.from.handbook),
    to: useChartDrawing(policies.to, policies.to.handbook),
  }
  return (
    <div className={classes.body}>
      <Charts
        {...{ policies, labels, drawings }}
        chart={told.chart}
        playing={null}
        number={0}
        onEnd={() => {}}
      />
      <HandbookChanges
        handbook={told.handbook}
        wording={told.wording}
        labels={labels}
        tiers={looksOf(policies.from, policies.to)}
      />
    </div>
  )
}

interface ChartsProps {
  chart: DocumentsTold['chart']
  policies: Answer['policies']
  labels: { from: string; to: string }
  drawings: Record<'from' | 'to', ReturnType<typeof useChartDrawing>>
  playing: Playing | null
  /** The number of the situation that is played, in its table. */
  number: number
  onEnd: () => void
}

function Charts({ chart, policies, labels, drawings, playing, number, onEnd }: ChartsProps) {
  const charts = useRef<TwoChartsHandle>(null)
  const [stand, setStand] = useState<{ of: Playing | null; at: number }>({ of: null, at: 0 })
  const at = stand.of === playing ? stand.at : 0
  const example = playing?.situation.cases[playing.of]?.examples[playing.tier]
  const sides = useMemo<[Played, Played] | null>(
    () =>
      playing && example
        ? [played(policies.from, playing.tier, example), played(policies.to, playing.tier, example)]
        : null,
    [playing, example, policies],
  )
  const onAt = useCallback(
    (to: number) => {
      setStand({ of: playing, at: to })
      charts.current?.show(sides?.flatMap(side => stopAt(side, to)?.node ?? []) ?? [])
    },
    [playing, sides],
  )
  const [old, next] = useMemo(
    () => (sides ? sides.map(side => litAt(side, at)) : [undefined, undefined]),
    [sides, at],
  )
  if (drawings.from === 'failed' || drawings.to === 'failed')
    return <Trouble title="The charts could not be laid out">They are shown in the editor.</Trouble>
  if (!drawings.from || !drawings.to) return <Waiting>Drawing the charts</Waiting>
  return (
    <TwoCharts
      ref={charts}
      old={{ label: labels.from, drawing: drawings.from, lit: old }}
      next={{ label: labels.to, drawing: drawings.to, lit: next }}
      chart={chart}
    >
      {playing && sides && example && (
        <PlayBar
          key={`${number} ${playing.situation.about} ${playing.of} ${playing.tier}`}
          title={`Situation ${number}, for ${playing.tier}`}
          facts={exampleWords(
            playing.situation.cases[playing.of]!.conditions,
            example,
            policies.from,
            policies.to,
          )}
          sides={[
            { label: labels.from, played: sides[0] },
            { label: labels.to, played: sides[1] },
          ]}
          at={at}
          onAt={onAt}
          onEnd={onEnd}
        />
      )}
    </TwoCharts>
  )
}
