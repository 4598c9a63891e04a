import type { When } from '@/compiler/language/handbook'
import type { Dice } from './dice'
import type { RandomFact } from './random-facts'

/** A part of a domain as a test may write it. */
interface Piece {
  text: string
  literal: boolean
}

/** The domain of a fact cut into pieces that are disjoint and cover it; null is not among them. */
function cut(dice: Dice, { literals, listed, open }: RandomFact): Piece[] {
  if (listed) {
    const pieces = literals.map(text => ({ text, literal: true }))
    return open ? [...pieces, { text: REST, literal: false }] : pieces
  }
  const at = dice
    .shuffle(literals.map((_, i) => i))
    .slice(0, dice.int(1, 2))
    .sort((a, b) => a - b)
  const pieces: Piece[] = []
  let low: { text: string; open: boolean } | null = null
  for (const i of at) {
    const bound = literals[i]!
    const below = dice.chance(70) // whether the bound itself belongs to the part above
    pieces.push({
      text: low ? interval(dice, low.text, low.open, bound, below) : `${below ? '<' : '<='} ${bound}`,
      literal: false,
    })
    low = { text: bound, open: !below }
  }
  return [...pieces, { text: `${low!.open ? '>' : '>='} ${low!.text}`, literal: false }]
}

/** Stands for every text that is not named; it can only be written by `not`. */
const REST = ' rest '

function interval(dice: Dice, low: string, lowOpen: boolean, high: string, highOpen: boolean) {
  const [left, right] = [lowOpen ? dice.pick(['(', ']']) : '[', highOpen ? dice.pick([')', '[']) : ']']
  return `${left}${low}..${high}${right}`
}

/** The test of some of the pieces, with null or without; undefined where they are everything. */
function write(
  dice: Dice,
  fact: RandomFact,
  all: readonly Piece[],
  chosen: readonly Piece[],
  nul: boolean,
): string | undefined {
  const unknown = fact.fact.mayBeUnknown === true
  const others = all.filter(piece => !chosen.includes(piece))
  if (others.length === 0 && (nul || !unknown)) return dice.chance(20) ? '-' : undefined
  const hasRest = chosen.some(piece => piece.text === REST)
  const literals = others.every(piece => piece.literal)
  const negatable =
    others.length > 0 && (!nul || !unknown || literals) && !others.some(piece => piece.text === REST)
  if (hasRest || (negatable && dice.chance(25))) {
    const items = dice.shuffle(others).map(piece => piece.text)
    if (unknown && !nul && literals) items.push('null')
    return `not(${items.join(', ')})`
  }
  const items = dice.shuffle(chosen).map(piece => piece.text)
  return [...items, ...(nul ? ['null'] : [])].join(', ')
}

/** Tests of one fact that are disjoint and cover its domain, two or three; a lone undefined where it cannot be cut. */
export function split(dice: Dice, fact: RandomFact): (string | undefined)[] {
  const pieces = cut(dice, fact)
  const parts: (Piece | null)[] = dice.shuffle([...pieces, ...(fact.fact.mayBeUnknown ? [null] : [])])
  const count = Math.min(parts.length, dice.int(2, 3))
  const groups = parts.slice(0, count).map(part => [part])
  for (const part of parts.slice(count)) dice.pick(groups).push(part)
  return groups.map(group =>
    write(
      dice,
      fact,
      pieces,
      group.filter(part => part !== null),
      group.includes(null),
    ),
  )
}

/** A test that some of the domain passes. */
export const someTest = (dice: Dice, fact: RandomFact): string => dice.pick(split(dice, fact)) ?? '-'

/** Answers over several facts, disjoint and covering; `null` is what `otherwise` takes. */
export function answers(dice: Dice, facts: readonly RandomFact[]): (When | null)[] {
  let cells: When[] = [{}]
  facts.forEach((fact, i) => {
    const whole = i === 0 ? 0 : dice.int(0, cells.length - 1)
    cells = cells.flatMap((cell, j) => {
      if (j !== whole && (cells.length > 3 || !dice.chance(30)))
        return [dice.chance(25) ? { ...cell, [fact.id]: '-' } : cell]
      return split(dice, fact).map(test => (test === undefined ? cell : { ...cell, [fact.id]: test }))
    })
  })
  if (cells.length > 1 && dice.chance(40)) {
    const left = dice.chance(30) && cells.length > 2 ? 2 : 1
    return [...cells.slice(0, -left), null]
  }
  return cells
}

/** Answers that may overlap, for questions whose edges decide in their order. */
export function orderedAnswers(dice: Dice, facts: readonly RandomFact[]): (When | null)[] {
  const rows = Array.from({ length: dice.int(1, 3) }, () => {
    const when: When = {}
    for (const fact of facts) if (dice.chance(70)) when[fact.id] = someTest(dice, fact)
    if (Object.keys(when).length === 0) when[facts[0]!.id] = someTest(dice, facts[0]!)
    return when
  })
  // Every fact of a question is one that some answer is about.
  for (const fact of facts) if (!rows.some(row => fact.id in row)) rows[0]![fact.id] = someTest(dice, fact)
  return dice.shuffle([...rows, null])
}
