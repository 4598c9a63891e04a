import type { Artifact, ArtifactFact, ArtifactRow } from '@/compiler/runtime/artifact'
import { artifactHash } from '@/compiler/runtime/artifact-hash'
import type { JsonValue } from '@/compiler/runtime/values'
import type { Dice } from '../generators/dice'

/** The cells of a row, by fact: numbers of single values. */
type Box = Map<string, number[]>

/** Facts of a few values each, so that all cases can be tried. */
const FACTS: Record<string, { form: ArtifactFact; values: JsonValue[] }> = {
  n: {
    form: { type: 'number', step: 1, allowedValues: '[0..5]', source: 'record', mayBeUnknown: true },
    values: [0, 1, 2, 3, 4, 5, null],
  },
  x: {
    form: { type: 'number', step: 1, allowedValues: '[0..4]', source: 'customer' },
    values: [0, 1, 2, 3, 4],
  },
  s: { form: { type: 'string', allowedValues: '"a", "b", "c"', source: 'agent' }, values: ['a', 'b', 'c'] },
  v: { form: { type: 'boolean', volunteered: true, source: 'customer' }, values: [false, true] },
  b: { form: { type: 'boolean', source: 'team', ask: 'May we?' }, values: [false, true] },
}
export const NAMES = Object.keys(FACTS)
export const valuesOf = (name: string): readonly JsonValue[] => FACTS[name]!.values

/**
 * An artifact with one table whose rows are any partition of the cases, not only one that comes from a tree: boxes cut
 * in two again and again, pinwheels in some of them, and neighbours joined where the two are one box.
 */
export function randomArtifact(dice: Dice): Artifact {
  const whole: Box = new Map(NAMES.map(name => [name, valuesOf(name).map((_, i) => i)]))
  let boxes = cut(dice, whole, dice.int(1, 6))
  for (let n = dice.int(0, 12); n > 0; n--) boxes = joinTwo(dice, boxes)
  return artifactOf(dice, dice.shuffle(boxes))
}

function cut(dice: Dice, box: Box, depth: number): Box[] {
  const wide = [...box].filter(([, cells]) => cells.length > 1)
  if (depth === 0 || wide.length === 0 || dice.chance(10)) return [box]
  const pinwheel = wide.filter(([, cells]) => cells.length > 2)
  if (pinwheel.length > 1 && dice.chance(35)) {
    const [[a, as], [b, bs]] = dice.shuffle(pinwheel) as [[string, number[]], [string, number[]]]
    const at = (x: number[], y: number[]) => new Map(box).set(a, x).set(b, y)
    const [a1, a2, a3] = [as.slice(0, 1), as.slice(1, -1), as.slice(-1)] as [number[], number[], number[]]
    const [b1, b2, b3] = [bs.slice(0, 1), bs.slice(1, -1), bs.slice(-1)] as [number[], number[], number[]]
    return [
      at([...a1, ...a2], b1),
      at(a3, [...b1, ...b2]),
      at([...a2, ...a3], b3),
      at(a1, [...b2, ...b3]),
      at(a2, b2),
    ].flatMap(part => cut(dice, part, depth - 1))
  }
  const [name, cells] = dice.pick(wide)
  const mixed = dice.chance(40) ? dice.shuffle(cells) : cells
  const size = dice.int(1, cells.length - 1)
  const ascending = (some: number[]) => [...some].sort((x, y) => x - y)
  return [mixed.slice(0, size), mixed.slice(size)].flatMap(part =>
    cut(dice, new Map(box).set(name, ascending(part)), depth - 1),
  )
}

function joinTwo(dice: Dice, boxes: Box[]): Box[] {
  const one = dice.int(0, boxes.length - 1)
  for (let other = 0; other < boxes.length; other++) {
    const [a, b] = [boxes[one]!, boxes[other]!]
    const differing = NAMES.filter(name => a.get(name)!.join() !== b.get(name)!.join())
    if (other === one || differing.length !== 1) continue
    const name = differing[0]!
    const joined = new Map(a).set(
      name,
      [...a.get(name)!, ...b.get(name)!].sort((x, y) => x - y),
    )
    return [...boxes.filter((_, i) => i !== one && i !== other), joined]
  }
  return boxes
}

function artifactOf(dice: Dice, boxes: readonly Box[]): Artifact {
  const rows = boxes.map((box, i): ArtifactRow => {
    const when = Object.fromEntries(
      [...box].flatMap(([name, cells]) => {
        const test = testOf(name, cells)
        return test === null ? [] : [[name, test]]
      }),
    )
    const asked = dice.shuffle(Object.keys(when).filter(name => !FACTS[name]!.form.volunteered))
    return {
      id: `r${i + 1}`,
      when,
      asks: asked.map(fact => ({ fact, question: dice.pick(['q1', 'q2']) })),
      steps: dice.chance(20)
        ? [{ action: 'pay', with: { p: { fact: dice.pick(NAMES) } }, tier: 'T1', question: 'q1' }]
        : [],
      end: dice.chance(10)
        ? { kind: 'continue', table: 't2' }
        : { kind: 'close', result: 'resolved', say: dice.pick(['One.', 'Two.', 'Three.']) },
      from: [],
    }
  })
  const artifact: Artifact = {
    format: 'remit-table/1',
    policy: 'random-rows',
    tier: 'T1',
    facts: Object.fromEntries(NAMES.map(name => [name, FACTS[name]!.form])),
    questions: { q1: { facts: [], say: 'A moment.' }, q2: { facts: [] } },
    tables: [
      { id: 'main', hitPolicy: 'UNIQUE', columns: NAMES, rows },
      {
        id: 't2',
        hitPolicy: 'UNIQUE',
        columns: ['b'],
        rows: [true, false].map(b => ({
          id: `r${b}`,
          when: { b: String(b) },
          asks: [{ fact: 'b', question: 'q2' }],
          steps: [],
          end: { kind: 'escalate', to: 'T2', mode: 'consult', say: b ? 'Yes.' : 'No.' },
          from: [],
        })),
      },
    ],
    hash: '',
  }
  artifact.hash = artifactHash(artifact)
  return artifact
}

/** A test that passes exactly these values, in canonical form as far as it is to be read; null where all pass. */
function testOf(name: string, cells: readonly number[]): string | null {
  const values = valuesOf(name)
  if (cells.length === values.length) return null
  return cells.map(cell => JSON.stringify(values[cell]!)).join(', ')
}
