import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { edgesBefore } from '../../document/edges-before'
import { setField } from '../inspector/use-node-edit'
import type { RowEdit } from './read-rows'

/** What could not be written as it was asked for. */
export interface Written {
  /** The new answers. */
  added: string[]
  /** Words that were not written: the step that an answer leads to has got other words in the same edit. */
  unsaid: string[]
}

function* newIds(edges: readonly Edge[]): Generator<string, never> {
  const taken = new Set(edges.map(edge => edge.id))
  for (let n = edges.length + 1; ; n++) if (!taken.has(`e${n}`)) yield `e${n}`
}

/**
 * Writes what was read to the answers of a question. New ones are put behind the answer `behind`, or last; `otherwise`
 * stays last of all. An answer that becomes `otherwise` where there is one already lends it where it leads.
 */
export function writeRows(
  draft: PolicyDocument,
  question: string,
  edits: readonly RowEdit[],
  behind?: string,
): Written {
  const edges = edgesBefore(draft)
  const index = new Map(edges.map((edge, i) => [edge.id, i]))
  const touched = new Set<number>()
  const fresh: Edge[] = []
  const ids = newIds(edges)
  const targets = new Map<string, string>()
  const words: [edge: () => Edge, say: string][] = []
  let otherwise = edges.find(edge => edge.from === question && edge.otherwise)?.id

  for (const edit of edits) {
    const id = edit.otherwise && otherwise !== undefined ? otherwise : edit.id
    const place = id === null ? undefined : index.get(id)
    if (place === undefined) {
      const edge: Edge = { id: ids.next().value, from: question, to: edit.to ?? '' }
      if (edit.otherwise) edge.otherwise = true
      else edge.when = written(edit)
      if (edit.otherwise) otherwise = edge.id
      fresh.push(edge)
      if (edit.say !== undefined) words.push([() => edge, edit.say])
      continue
    }
    const edge = draft.chart.edges[place]!
    touched.add(place)
    if (edit.to !== undefined && edge.to !== edit.to) edge.to = edit.to
    if (edit.otherwise && !edge.otherwise) {
      delete edge.when
      edge.otherwise = true
      otherwise = edge.id
    } else if (!edge.otherwise && Object.keys(edit.when).length > 0) {
      const when = edge.when ?? {}
      edge.when ??= when
      for (const [fact, text] of Object.entries(edit.when))
        if (edge.when[fact] !== text) setField(edge.when, fact, text)
    }
    if (edit.say !== undefined) words.push([() => edge, edit.say])
  }

  const unsaid = say(draft, words, targets)
  if (fresh.length > 0) putIn(draft, question, fresh, { edges, touched, behind })
  return { added: fresh.map(edge => edge.id), unsaid }
}

const written = (edit: RowEdit): Record<string, string> =>
  Object.fromEntries(
    Object.entries(edit.when).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

/** Words belong to the step: those of the first answer that leads there are taken, and others of the same edit told. */
function say(
  draft: PolicyDocument,
  words: readonly [() => Edge, string][],
  said: Map<string, string>,
): string[] {
  const left: string[] = []
  const nodes = new Map(draft.chart.nodes.map((node, i) => [node.id, i]))
  for (const [edge, text] of words) {
    const { to } = edge()
    const place = nodes.get(to)
    const node = place === undefined ? undefined : draft.chart.nodes[place]
    const given = said.get(to)
    if (!node || node.kind === 'note' || (given !== undefined && given !== text)) {
      if (text !== '' && given !== text) left.push(text)
      continue
    }
    said.set(to, text)
    if ((node.say ?? '') !== text) setField(node, 'say', text === '' ? undefined : text)
  }
  return left
}

interface Where {
  edges: readonly Edge[]
  /** Those that this edit has changed already. */
  touched: ReadonlySet<number>
  behind: string | undefined
}

function putIn(
  draft: PolicyDocument,
  question: string,
  fresh: readonly Edge[],
  { edges, touched, behind }: Where,
) {
  const all = edges.map((edge, i) => (touched.has(i) ? draft.chart.edges[i]! : edge))
  const plain = fresh.filter(edge => !edge.otherwise)
  const last = behind ?? all.filter(edge => edge.from === question && !edge.otherwise).at(-1)?.id
  const place = last === undefined ? -1 : all.findIndex(edge => edge.id === last)
  const otherwise = all.findIndex(edge => edge.from === question && edge.otherwise)
  const spot = place >= 0 ? place + 1 : otherwise >= 0 ? otherwise : all.length
  all.splice(spot, 0, ...plain)
  all.push(...fresh.filter(edge => edge.otherwise))
  draft.chart.edges = all
}

/** Takes answers out. */
export function removeRows(draft: PolicyDocument, ids: ReadonlySet<string>) {
  draft.chart.edges = edgesBefore(draft).filter(edge => !ids.has(edge.id)) as Edge[]
}

/** Adds a copy behind each of these answers. Returns the copies' ids. */
export function duplicateRows(draft: PolicyDocument, rows: ReadonlySet<string>): string[] {
  const edges = edgesBefore(draft)
  const ids = newIds(edges)
  const made: string[] = []
  draft.chart.edges = edges.flatMap(edge => {
    if (!rows.has(edge.id)) return [edge]
    const copy = { ...structuredClone(edge), id: ids.next().value }
    made.push(copy.id)
    return [edge, copy]
  }) as Edge[]
  return made
}

/** Puts answers in this order, in the places among all edges that they have now. */
export function orderRows(draft: PolicyDocument, order: readonly string[]) {
  const edges = edgesBefore(draft)
  const index = new Map(edges.map((edge, i) => [edge.id, i]))
  const places = order.map(id => index.get(id)!).sort((a, b) => a - b)
  const next = [...edges]
  order.forEach((id, i) => {
    next[places[i]!] = edges[index.get(id)!]!
  })
  draft.chart.edges = next as Edge[]
}
