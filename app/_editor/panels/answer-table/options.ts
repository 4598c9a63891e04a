import type { Node, NodeKind } from '@/compiler/language/kinds'
import { KINDS } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { literals } from '../condition/form'
import type { CellContext } from './cells'
import type { Column } from './columns'

/** Something that a cell offers to be picked. */
export interface Option {
  key: string
  /** What it is called, and what is written when it is picked. */
  text: string
  /** Makes a step instead. */
  kind?: NodeKind
}

/** The steps from which a walk can come to one: an answer of it that led to them would close a circle. */
export function stepsBefore({ chart }: PolicyDocument, id: string): ReadonlySet<string> {
  const into = new Map<string, string[]>()
  for (const { from, to } of chart.edges) {
    const list = into.get(to)
    if (list) list.push(from)
    else into.set(to, [from])
  }
  const before = new Set([id])
  const next = [id]
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const from of into.get(at) ?? [])
      if (!before.has(from)) {
        before.add(from)
        next.push(from)
      }
  return before
}

const NEW_KINDS = (Object.keys(KINDS) as NodeKind[]).filter(kind => KINDS[kind].enterable)

/** What can be picked in a cell: the values of a fact that has few, the steps that an answer may lead to. */
export function optionsOf(
  column: Column,
  { nodes, names }: Pick<CellContext, 'nodes' | 'names'>,
  before: () => ReadonlySet<string>,
): Option[] {
  if (column.is === 'say') return []
  if (column.is === 'to') {
    const circle = before()
    const there = [...nodes.values()].filter(
      (node: Node) => KINDS[node.kind].enterable && !circle.has(node.id),
    )
    return [
      ...there.map(node => ({ key: node.id, text: names.nameOf(node.id) })),
      ...NEW_KINDS.map(kind => ({
        key: `new ${kind}`,
        text: `New ${KINDS[kind].title.toLowerCase()}`,
        kind,
      })),
    ]
  }
  const { fact } = column
  if (!fact) return []
  const values =
    fact.type === 'boolean'
      ? ['yes', 'no']
      : fact.type === 'string'
        ? literals(fact.allowedValues, 'string')
        : null
  if (!values) return []
  const texts = values.map(value => (value === '' ? 'empty' : String(value)))
  return [...texts, ...(fact.mayBeUnknown ? ['nobody knows'] : []), 'anything'].map(text => ({
    key: text,
    text,
  }))
}

/** The end of a text that is being typed: what stands behind the last comma or "or", and where it begins. */
function lastPart(text: string): number {
  const cuts = [...text.matchAll(/,\s*|\s+or\s+|^not\s+/gi)]
  const last = cuts.at(-1)
  return last ? last.index + last[0].length : 0
}

/** The options for what has been typed so far, those that begin with it first; `list` where several values may follow each other. */
export function matching(options: readonly Option[], typed: string, list: boolean): Option[] {
  const part = (list ? typed.slice(lastPart(typed)) : typed).trim().toLowerCase()
  if (part === '') return [...options]
  const begins = options.filter(({ text }) => text.toLowerCase().startsWith(part))
  const has = options.filter(option => !begins.includes(option) && option.text.toLowerCase().includes(part))
  return [...begins, ...has]
}

/** The text after picking an option. */
export const completed = (typed: string, option: Option, list: boolean): string =>
  list ? typed.slice(0, lastPart(typed)) + option.text : option.text
