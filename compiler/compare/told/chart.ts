import type { Handbook } from '../../language/handbook'
import type { Node } from '../../language/kinds'
import type { Edge, Policy } from '../../language/policy'
import { canonicalJson } from '../../runtime/canonical-json'
import { nodeTitle } from '../../words/node-title'
import { whenWords } from '../../words/when-words'
import { stepSentences } from './step'

/** How a step differs: `reworded` is in its words alone, `moved` in nothing but its place. */
export type StepMark = 'added' | 'removed' | 'changed' | 'reworded' | 'moved'

export interface StepChange {
  id: string
  is: StepMark
  title: string
  says: string[]
}

export interface LineChange {
  is: 'added' | 'removed' | 'changed'
  /** The line's id in the version that has it. */
  old?: string
  next?: string
  /** The step that it leads out of. */
  from: string
  says: string
}

/** What differs between two charts: each step and each line that does once, in the order of the newer chart. */
export interface ChartTold {
  steps: StepChange[]
  lines: LineChange[]
}

const WORDS: ReadonlySet<string> = new Set(['title', 'say', 'note', 'why', 'text'])

export function chartTold(old: Policy, next: Policy): ChartTold {
  const [before, after] = [byId(old.chart.nodes), byId(next.chart.nodes)]
  const lines = lineChanges(old, next)
  const answersOf = new Map<string, LineChange[]>()
  for (const line of lines) answersOf.set(line.from, [...(answersOf.get(line.from) ?? []), line])

  const steps: StepChange[] = []
  for (const node of next.chart.nodes) {
    const was = before.get(node.id)
    const title = nodeTitle(node, next.handbook)
    if (!was) {
      steps.push({ id: node.id, is: 'added', title, says: [`“${title}” is a new step.`] })
      continue
    }
    // The answers of a question are rows of its card.
    const answers = node.kind === 'question' ? (answersOf.get(node.id) ?? []) : []
    const says = [
      ...stepSentences(was, node, { old: old.handbook, next: next.handbook }),
      ...answers.map(each => each.says),
    ]
    const fields = fieldsOf(was, node)
    if (fields.length === 0 && says.length === 0) {
      if (moved(was, node))
        steps.push({ id: node.id, is: 'moved', title, says: [`“${title}” stands elsewhere.`] })
      continue
    }
    const reworded = answers.length === 0 && fields.every(field => WORDS.has(field))
    steps.push({ id: node.id, is: reworded ? 'reworded' : 'changed', title, says })
  }
  for (const node of old.chart.nodes)
    if (!after.has(node.id)) {
      const title = nodeTitle(node, old.handbook)
      steps.push({ id: node.id, is: 'removed', title, says: [`“${title}” is no longer there.`] })
    }
  return { steps, lines }
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map(each => [each.id, each]))

/** In what two steps differ, but for their places. */
function fieldsOf(was: Node, is: Node): string[] {
  const [a, b] = [was, is] as unknown as [Record<string, unknown>, Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    key => key !== 'position' && canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null),
  )
}

const moved = ({ position: a }: Node, { position: b }: Node) => a?.x !== b?.x || a?.y !== b?.y

/** The same line in both: by its id, else as the one way of a step, or by what is answered. */
function paired(old: Policy, next: Policy): { was?: Edge; is?: Edge }[] {
  const pairs: { was?: Edge; is?: Edge }[] = []
  const open = new Map<string, Edge[]>()
  const after = byId(next.chart.edges)
  for (const was of old.chart.edges) {
    const is = after.get(was.id)
    if (is && is.from === was.from) continue
    open.set(was.from, [...(open.get(was.from) ?? []), was])
  }
  const before = byId(old.chart.edges)
  for (const is of next.chart.edges) {
    const was = before.get(is.id)
    if (was && was.from === is.from) {
      pairs.push({ was, is })
      continue
    }
    const list = open.get(is.from) ?? []
    const at = list.findIndex(each => answerKey(each) === answerKey(is))
    pairs.push({ ...(at >= 0 && { was: list.splice(at, 1)[0]! }), is })
  }
  for (const list of open.values()) for (const was of list) pairs.push({ was })
  return pairs
}

const answerKey = ({ when = {}, otherwise }: Edge) => canonicalJson([when, otherwise === true])

function lineChanges(old: Policy, next: Policy): LineChange[] {
  const [before, after] = [byId(old.chart.nodes), byId(next.chart.nodes)]
  const title = (id: string, nodes: ReadonlyMap<string, Node>, handbook: Handbook) => {
    const node = nodes.get(id)
    return `“${node ? nodeTitle(node, handbook) : id}”`
  }
  return paired(old, next).flatMap(({ was, is }): LineChange[] => {
    const from = (is ?? was)!.from
    if (!was) {
      const answer = answerWords(is!, after.get(from), next.handbook, next.timeZone)
      const to = title(is!.to, after, next.handbook)
      return [
        {
          is: 'added',
          next: is!.id,
          from,
          says: `${answer ? `A new answer: ${answer} leads` : 'A new line leads'} to ${to}.`,
        },
      ]
    }
    if (!is) {
      const answer = answerWords(was, before.get(from), old.handbook, old.timeZone)
      const to = title(was.to, before, old.handbook)
      return [
        {
          is: 'removed',
          old: was.id,
          from,
          says: `${answer ? `The answer ${answer} is no longer there; it led` : 'A line no longer leads'} to ${to}.`,
        },
      ]
    }
    const said: string[] = []
    const [a, b] = [
      answerWords(was, before.get(from), old.handbook, old.timeZone),
      answerWords(is, after.get(from), next.handbook, next.timeZone),
    ]
    if (answerKey(was) !== answerKey(is))
      said.push(
        a === b
          ? `The answer ${b} is for other values`
          : `The answer ${a || 'that led on'} is now ${b || 'another one'}`,
      )
    if (was.to !== is.to) {
      const [p, q] = [title(was.to, before, old.handbook), title(is.to, after, next.handbook)]
      const what = said.length > 0 ? 'it' : b ? `The answer ${b}` : 'The way'
      said.push(`${what} leads to ${q} instead of ${p}`)
    }
    return said.length === 0
      ? []
      : [{ is: 'changed', old: was.id, next: is.id, from, says: `${said.join(', and ')}.` }]
  })
}

/** An answer in its own words, in quotation marks; nothing where the step has one way out only. */
function answerWords(edge: Edge, node: Node | undefined, handbook: Handbook, timeZone?: string): string {
  if (node?.kind !== 'question') return ''
  if (edge.otherwise) return '“otherwise”'
  const alone = node.facts.length === 1 ? node.facts[0] : undefined
  return `“${whenWords(edge.when ?? {}, handbook, alone, timeZone)}”`
}
