import { isRoot, type Place, type Slice } from '../3-diagram/slice'
import { suppliersOf } from '../language/kinds/common'
import { Kept } from '../memory/memory'
import { once } from '../memory/once'
import type { ArtifactTable } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'
import type { GraftedPart } from './graft'
import { type DiagramRow, keyOfPart } from './rows'
import type { Trace } from './trace'

/** A part as the canonical text of its table, but for what the tables are called. */
export interface PrintedPart {
  /** Before, between and after the names: its own, and then those of the parts that rows go on to. */
  pieces: readonly string[]
  /** The roots of those parts, in the order of the rows. */
  goesOn: readonly string[]
  /** By node, the facts that rows ask for in its words. */
  asked: ReadonlyMap<string, ReadonlySet<string>>
  /** With names put in, the last few times. */
  named: readonly NamedTable[]
}

export interface NamedTable {
  goesOn: readonly string[]
  text: string
  table: ArtifactTable
}

/** Parts that were printed before, by diagram and likeness. */
export class PrintedBefore extends Kept<PrintedPart> {}

export function printPart(
  slice: Slice,
  part: GraftedPart,
  rows: readonly DiagramRow[],
  parts: ReadonlyMap<string, GraftedPart>,
  trace: Trace,
): PrintedPart {
  const before = slice.graph.memory.shelf(PrintedBefore)
  const key = keyOfPart(part)
  const known = before.get(key)
  if (known) return known
  const columns = [...new Set(rows.flatMap(row => [...row.box.keys()]))]
  const pieces = [`{"columns":${canonicalJson(columns)},"hitPolicy":"UNIQUE","id":`]
  const goesOn: string[] = []
  const asked = new Map<string, Set<string>>()
  const passed = new Set<Place>()
  let text = ',"rows":['
  rows.forEach((row, i) => {
    const { steps, end } = row.leaf
    text += `${i > 0 ? ',' : ''}{"asks":${canonicalJson(row.asks)},"end":`
    if (end.kind === 'continue') {
      goesOn.push(end.root)
      pieces.push(`${text}{"kind":"continue","table":`)
      text = '}'
    } else text += canonicalJson(end)
    const until = end.kind === 'continue' ? parts.get(end.root)!.root.place : null
    const from = trace(part.root.place, row, until, place => {
      if (isRoot(place)) passed.add(place)
    })
    text += `,"from":${canonicalJson(from)},"id":"r${i + 1}","steps":${canonicalJson(steps)},"when":${canonicalJson(whenOf(slice, row))}}`
    ask(asked, row)
  })
  pieces.push(`${text}]}`)
  const made = { pieces, goesOn, asked, named: [] }
  // A row that is joined of several ways may be traced into parts that are not put back here, which are not in the key.
  const own = rootsOf(part)
  if ([...passed].every(place => own.has(place))) before.set(key, made)
  return made
}

function rootsOf(part: GraftedPart): ReadonlySet<Place | null> {
  const roots = new Set<Place | null>()
  const all = [part]
  for (const { root, of } of all) {
    roots.add(root.place)
    all.push(...of)
  }
  return roots
}

/** A printed part as the table of this name, with the names of the tables that its rows go on to. */
export function nameTable(part: PrintedPart, id: string, ids: ReadonlyMap<string, string>): NamedTable {
  const { pieces, goesOn, named } = part
  const known = named.find(
    each => each.table.id === id && goesOn.every((root, i) => ids.get(root) === each.goesOn[i]),
  )
  if (known) return known
  const names = goesOn.map(root => ids.get(root)!)
  let text = `${pieces[0]}"${id}"${pieces[1]}`
  names.forEach((name, i) => {
    text += `"${name}"${pieces[i + 2]}`
  })
  const made = { goesOn: names, text, table: JSON.parse(text) as ArtifactTable }
  // Callers may have other names for it, and so may the next version of the document.
  part.named = [made, ...named].slice(0, 3)
  return made
}

function whenOf(slice: Slice, { box }: DiagramRow): Record<string, string> {
  const when: Record<string, string> = {}
  for (const fact of [...box.keys()].sort()) {
    const text = slice.cells.get(fact)!.text(box.get(fact)!)
    if (text !== null) when[fact] = text
  }
  return when
}

/** Facts that are asked for in the words of a node. */
export function askFor(asked: Map<string, Set<string>>, node: string, facts: Iterable<string>) {
  const its = once(asked, node, () => new Set())
  for (const fact of facts) its.add(fact)
}

/** What a row asks for: on its way, and for the parameters of what is done and offered. */
function ask(asked: Map<string, Set<string>>, { asks, leaf: { steps, end } }: DiagramRow) {
  const add = (id: string, facts: readonly string[]) => askFor(asked, id, facts)
  for (const { fact, question } of asks) add(question, [fact])
  for (const step of steps) if (step.question !== undefined) add(step.question, suppliersOf(step.with))
  if (end.kind === 'close' && end.question !== undefined)
    for (const option of end.options ?? [])
      if ('action' in option) add(end.question, suppliersOf(option.with))
}
