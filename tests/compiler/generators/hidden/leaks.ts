import { createHash } from 'node:crypto'
import type { Policy } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import { visibleTo } from '../visible'
import { below } from './hidden-parts'

/** An artifact that may be spoiled in any way. */
// biome-ignore lint/suspicious/noExplicitAny: what leaks has no form.
type Spoilt = Artifact & Record<string, any>
type Leak = (artifact: Spoilt, policy: Policy, tier: string) => void

const nodeOf = (policy: Policy, id: string) => policy.chart.nodes.find(node => node.id === id)!
// biome-ignore lint/suspicious/noExplicitAny: see above.
const rowsOf = (artifact: Spoilt): any[] => artifact.tables.flatMap(table => table.rows)
const allTests = ({ chart }: Policy, fact: string) =>
  chart.edges.flatMap(edge => (edge.when?.[fact] === undefined ? [] : [edge.when[fact]]))
const stepsOf = (artifact: Spoilt) => rowsOf(artifact).flatMap(row => row.steps)
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Ways in which a compiler could give away what a tier is not to know; each spoils an artifact that gives nothing away. */
export const LEAKS: Record<string, Leak> = {
  'a hash of the whole policy': (artifact, policy) => {
    artifact.source = digest(policy)
  },
  'a counter that goes up with every change of the document': (artifact, policy) => {
    artifact.revision = JSON.stringify(policy).length
  },
  'the size of the policy, as padding': (artifact, policy) => {
    artifact.padding = ' '.repeat(JSON.stringify(policy.chart).length % 512)
  },
  'the title of the policy': (artifact, policy) => {
    artifact.title = policy.title
  },
  'how many scenarios there are': (artifact, policy) => {
    artifact.scenarios = policy.scenarios?.length ?? 0
  },
  'the time zone, where no clock is seen': (artifact, policy) => {
    artifact.timeZone = policy.timeZone
  },
  'the facts that are not seen': (artifact, policy) => {
    for (const [name, { type, source }] of Object.entries(policy.handbook.facts))
      artifact.facts[name] ??= { type, source }
  },
  'how many facts there are': (artifact, policy) => {
    artifact.factCount = Object.keys(policy.handbook.facts).length
  },
  'the order of the document’s facts': (artifact, policy) => {
    artifact.facts = Object.fromEntries(
      Object.keys(policy.handbook.facts)
        .filter(name => name in artifact.facts)
        .map(name => [name, artifact.facts[name]!]),
    )
  },
  'a type that hidden tests make larger': (artifact, policy) => {
    for (const name of Object.keys(artifact.facts))
      Object.assign(artifact.facts[name]!, { cells: new Set(allTests(policy, name)).size })
  },
  'whether a seen fact is used above, too': (artifact, policy, tier) => {
    const { edges } = visibleTo(policy, tier)
    for (const name of Object.keys(artifact.facts))
      if (policy.chart.edges.some(edge => !edges.has(edge.id) && edge.when?.[name] !== undefined))
        Object.assign(artifact.facts[name]!, { shared: true })
  },
  'phrases that are not to be said': (artifact, policy) => {
    for (const [name, fact] of Object.entries(artifact.facts))
      Object.assign(fact, { neverSay: policy.handbook.facts[name]!.neverSay })
  },
  'estimates of how often tests hold': (artifact, policy) => {
    for (const [name, fact] of Object.entries(artifact.facts))
      Object.assign(fact, { shares: policy.handbook.facts[name]!.shares })
  },
  'what a judgement would second-guess': (artifact, policy) => {
    for (const [name, fact] of Object.entries(artifact.facts))
      Object.assign(fact, { about: policy.handbook.facts[name]!.about })
  },
  'a row cut where only a hidden test cuts': (artifact, policy) => {
    for (const table of artifact.tables)
      table.rows = table.rows.flatMap(row => {
        const fact = Object.keys(row.when).find(name =>
          allTests(policy, name).some(test => /3\.125|10:10:10|01-03|PT17M|canary/.test(test)),
        )
        return fact === undefined ? [row] : [row, { ...row, id: `${row.id}-2` }]
      })
  },
  'row ids with gaps, counted over all tiers': (artifact, policy, tier) => {
    const hidden = policy.chart.edges.length - visibleTo(policy, tier).edges.size
    rowsOf(artifact).forEach((row, i) => {
      row.id = `r${i + 1 + hidden}`
    })
  },
  'tables numbered over the whole chart': (artifact, policy) => {
    const joins = policy.chart.nodes.filter(
      ({ id }) => policy.chart.edges.filter(edge => edge.to === id).length > 1,
    )
    artifact.tables.forEach((table, i) => {
      table.id = i === 0 ? table.id : `t${joins.length + i}`
    })
    artifact.joins = joins.length
  },
  'rows in the order of the document’s steps': (artifact, policy) => {
    const place = (id: string) => policy.chart.nodes.findIndex(node => node.id === id)
    for (const { rows } of artifact.tables) rows.sort((a, b) => place(a.from.at(-1)!) - place(b.from.at(-1)!))
  },
  'what is asked in the order of the document’s lines': (artifact, policy) => {
    const place = (id: string) => policy.chart.edges.findIndex(edge => edge.from === id)
    for (const row of rowsOf(artifact))
      row.asks.sort(
        (a: { question: string }, b: { question: string }) => place(a.question) - place(b.question),
      )
  },
  'hidden steps among those that lead to a row': (artifact, policy) => {
    for (const row of rowsOf(artifact)) row.from = [...below(policy, row.from.at(-1)!)].sort()
  },
  'whether an escalation leads on': (artifact, policy) => {
    for (const row of rowsOf(artifact))
      if (row.end.kind === 'escalate')
        row.end.on = policy.chart.edges.some(edge => edge.from === row.from.at(-1))
  },
  'what an escalation requires': (artifact, policy) => {
    for (const row of rowsOf(artifact)) {
      const node = nodeOf(policy, row.from.at(-1))
      if (node.kind === 'escalate') row.end.requires = node.requires
    }
  },
  'how many lines lead into a step, hidden ones counted': (artifact, policy) => {
    for (const row of rowsOf(artifact))
      row.ways = policy.chart.edges.filter(edge => edge.to === row.from.at(-1)).length
  },
  'the reason of a step': (artifact, policy) => {
    for (const row of rowsOf(artifact)) {
      const node = nodeOf(policy, row.from.at(-1))
      row.why = 'why' in node ? node.why : undefined
    }
  },
  'what a step costs': (artifact, policy) => {
    for (const row of rowsOf(artifact)) {
      const node = nodeOf(policy, row.from.at(-1))
      row.minutes = 'minutes' in node ? node.minutes : undefined
    }
  },
  'where a step stands on the canvas': (artifact, policy) => {
    for (const row of rowsOf(artifact)) row.position = nodeOf(policy, row.from.at(-1)).position
  },
  'what an action requires': (artifact, policy) => {
    for (const step of stepsOf(artifact)) step.requires = policy.handbook.actions[step.action]!.requires
  },
  'who else may do it': (artifact, policy) => {
    for (const step of stepsOf(artifact))
      step.grants = Object.keys(policy.handbook.actions[step.action]!.grants ?? {})
  },
  'whether a step goes beyond standard policy': (artifact, policy) => {
    for (const step of stepsOf(artifact)) step.exception = policy.handbook.actions[step.action]!.exception
  },
  'the title of an action': (artifact, policy) => {
    for (const step of stepsOf(artifact)) step.title = policy.handbook.actions[step.action]!.title
  },
  'limits of parameters': (artifact, policy) => {
    for (const step of stepsOf(artifact))
      step.limits = Object.values(policy.handbook.actions[step.action]!.params ?? {}).map(
        param => param.allowedValues,
      )
  },
  'the actions that are not seen': (artifact, policy) => {
    artifact.actions = Object.keys(policy.handbook.actions).sort()
  },
  'how many tiers there are': (artifact, policy) => {
    artifact.tiers = policy.handbook.tiers.length
  },
  'the title of the tier': (artifact, policy, tier) => {
    artifact.desk = policy.handbook.tiers.find(({ id }) => id === tier)!.title
  },
  'the next tier above': (artifact, policy, tier) => {
    const ids = policy.handbook.tiers.map(({ id }) => id)
    artifact.above = ids[ids.indexOf(tier) + 1]
  },
  guardrails: (artifact, policy) => {
    artifact.guardrails = (policy.handbook.guardrails ?? []).map(rule => rule.id)
  },
  'how many steps the chart has': (artifact, policy) => {
    artifact.steps = policy.chart.nodes.length
  },
  'steps that nothing leads to': (artifact, policy) => {
    artifact.unused = policy.chart.nodes.filter(
      ({ id, kind }) => kind === 'action' && !policy.chart.edges.some(edge => edge.to === id),
    ).length
  },
}
