import { type CellSet, type Cells, cellsOf, membersOf } from '../3-diagram/cells'
import type { Slice } from '../3-diagram/slice'
import type { Domain } from '../language/tests/domain'
import type { ValueSet } from '../language/tests/value-set'
import { addRun, type CellRuns } from './cell-runs'
import { jointDomain, within } from './joint-domain'

export type Side = 'old' | 'new'

/** A version's own cells of a fact, as joint cells see them. */
export interface OwnCells {
  /** By joint cell, the version's own; where it does not accept the cell, that of a neighbour: no case comes to it. */
  of: Int32Array
  /** What the version accepts. */
  accepted: CellRuns
  /** The joint cells of a set of the version's own, those that go along with a neighbour included. */
  runs: (cells: CellSet) => CellRuns
}

/** A fact of two versions: its values cut so finely that no test of either tells two values of a cell apart. */
export interface JointFact {
  name: string
  /** Where both versions know the fact, and it changed its type, the fact of one of them alone. */
  only: Side | null
  cells: Cells
  /** Of the versions that know the fact. */
  own: Partial<Record<Side, OwnCells>>
}

export interface JointFacts {
  facts: readonly JointFact[]
  /** The place of a version's fact among them. */
  placeOf: (name: string, side: Side) => number
  /** Facts of which only one version knows some values, without any test that could say which: those that changed their type, or whose steps did. */
  retyped: readonly string[]
}

/** The facts that a tier sees in either version, by name. */
export function jointFacts(old: Slice | null, next: Slice | null): JointFacts {
  const facts: JointFact[] = []
  const places = { old: new Map<string, number>(), new: new Map<string, number>() }
  const retyped: string[] = []
  const add = (
    name: string,
    domain: Domain,
    a: Cells | undefined,
    b: Cells | undefined,
    { only = null, cuts = [] }: { only?: Side | null; cuts?: readonly ValueSet[] } = {},
  ) => {
    if (a) places.old.set(name, facts.length)
    if (b) places.new.set(name, facts.length)
    const [ofOld, ofNew] = [a && pieces(a), b && pieces(b)]
    const cells = cellsOf(domain, [
      ...cuts,
      ...[...(ofOld ?? []), ...(ofNew ?? [])].map(piece => setOfPiece(piece, domain)),
    ])
    const own: JointFact['own'] = {}
    if (a) own.old = ownCells(cells, a, ofOld!)
    if (b) own.new = ownCells(cells, b, ofNew!)
    facts.push({ name, only, cells, own })
  }
  for (const name of [...new Set([...(old?.cells.keys() ?? []), ...(next?.cells.keys() ?? [])])].sort()) {
    const [a, b] = [old?.cells.get(name), next?.cells.get(name)]
    if (!a || !b) add(name, (a ?? b)!.domain, a, b)
    else if (a.domain.type !== b.domain.type) {
      retyped.push(name)
      add(name, a.domain, a, undefined, { only: 'old' })
      add(name, b.domain, undefined, b, { only: 'new' })
    } else {
      const { domain, whole, cuts } = jointDomain(a.domain, b.domain)
      if (!whole) retyped.push(name)
      add(name, domain, a, b, { cuts })
    }
  }
  return { facts, placeOf: (name, side) => places[side].get(name)!, retyped }
}

/** A cell's values: a range, a text, every other text, or null. */
type Piece = { low: number; high: number } | { text: string } | 'other' | null

/** The cells of a fact, in their order. */
function pieces(cells: Cells): Piece[] {
  const { domain, count } = cells
  const made: Piece[] = []
  for (let cell = 0; cell < count; cell++) {
    if (domain.all.null && cell === count - 1) made.push(null)
    else if (domain.grid) {
      const set = cells.values(1n << BigInt(cell)) as Extract<ValueSet, { of: 'grid' }>
      const [low, high] = set.ranges[0]!
      made.push({ low, high })
    } else {
      const last = count - 1 - (domain.all.null ? 1 : 0)
      const other = domain.all.of === 'text' && domain.all.but && cell === last
      made.push(other ? 'other' : { text: cells.sample(cell) as string })
    }
  }
  return made
}

function setOfPiece(piece: Piece, { grid }: Domain): ValueSet {
  if (isRange(piece)) {
    const [low, high] = within([piece.low, piece.high], grid!)
    return { of: 'grid', ranges: low <= high ? [[low, high]] : [], null: false }
  }
  const texts = piece !== null && typeof piece === 'object' ? [piece.text] : []
  return { of: 'text', but: false, texts, null: false }
}

function ownCells(joint: Cells, { domain }: Cells, own: readonly Piece[]): OwnCells {
  const texts = new Map<string, number>()
  let [nul, other] = [-1, -1]
  own.forEach((piece, cell) => {
    if (piece === null) nul = cell
    else if (piece === 'other') other = cell
    else if ('text' in piece) texts.set(piece.text, cell)
  })
  const excluded = new Set(domain.all.of === 'text' && domain.all.but ? domain.all.texts : [])
  let at = 0
  const find = (piece: Piece): number => {
    if (piece === null) return nul
    if (piece === 'other') return other
    if ('text' in piece) return texts.get(piece.text) ?? (excluded.has(piece.text) ? -1 : other)
    for (let here = own[at]; isRange(here) && here.high < piece.low; here = own[at]) at++
    const here = own[at]
    return isRange(here) && here.low <= piece.low && domain.grid!.floor(piece.low) === piece.low ? at : -1
  }
  const of = new Int32Array(joint.count)
  const accepted: number[] = []
  pieces(joint).forEach((piece, cell) => {
    const found = find(piece)
    of[cell] = found
    if (found >= 0) addRun(accepted, cell, cell + 1)
  })
  for (let cell = 0, near = of.find(found => found >= 0) ?? 0; cell < of.length; cell++) {
    if (of[cell]! < 0) of[cell] = near
    near = of[cell]!
  }
  const jointOf: number[][] = []
  of.forEach((ownCell, cell) => {
    jointOf[ownCell] ??= []
    addRun(jointOf[ownCell], cell, cell + 1)
  })
  const made = new Map<CellSet, CellRuns>()
  return {
    of,
    accepted,
    runs: cells => {
      const known = made.get(cells)
      if (known) return known
      const pairs: [number, number][] = []
      for (const cell of membersOf(cells)) {
        const runs = jointOf[cell] ?? []
        for (let i = 0; i < runs.length; i += 2) pairs.push([runs[i]!, runs[i + 1]!])
      }
      const joined: number[] = []
      for (const [from, to] of pairs.sort(([a], [b]) => a - b)) addRun(joined, from, to)
      made.set(cells, joined)
      return joined
    },
  }
}

const isRange = (piece: Piece | undefined): piece is { low: number; high: number } =>
  typeof piece === 'object' && piece !== null && 'low' in piece
