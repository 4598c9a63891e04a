import { Descriptions } from '@/compiler/3-diagram/likeness'
import { Memory, type Shelf } from '@/compiler/memory/memory'
import { EDITS } from '../compare/edits'
import { type Change, SLIGHT } from './versions'

/**
 * What a memory could forget of what it keeps things by. `object` tells the text by which objects are taken for the same one;
 * `text` leaves something out of what a place of the drawing is described by.
 */
interface Slip {
  // biome-ignore lint/suspicious/noExplicitAny: any object at all may be asked for.
  object?: (object: any) => string | undefined
  text?: (description: string) => string
  /** What has to be there for it to show. */
  before?: Change
  /** The change of a document after which something comes out that was true of it before. */
  change: Change
}

const isNode = (object: { kind?: string; id?: string }) =>
  typeof object.kind === 'string' && typeof object.id === 'string'
const nodeWithout = (field: string, change: Change): Slip => ({
  object: object => (isNode(object) ? JSON.stringify({ ...object, [field]: null }) : undefined),
  change,
})
const isDomain = (object: object) => 'grid' in object && 'all' in object
const isSet = (object: object) => 'of' in object && 'null' in object
const isRowOf = (object: object, type: string) =>
  object instanceof Map && object.size > 0 && [...object.values()].every(value => typeof value === type)

/** Facts whose values are cut alike, and answers that take the same of them. */
const alikeInCells = (object: object) =>
  isDomain(object) || isSet(object)
    ? JSON.stringify(object)
    : isRowOf(object, 'bigint')
      ? [...(object as ReadonlyMap<string, bigint>)].join(' ')
      : undefined

const wait: Change = (policy, dice) => {
  EDITS['a step inserted'](policy, dice)
  policy.handbook.actions.thank!.params = { long: { type: 'string' } }
  for (const node of policy.chart.nodes)
    if (node.id === 'thanks') Object.assign(node, { with: { long: 'PT24H' } })
}

/** Slips that would be easy to make; each has to be noticed in what comes out of checks. */
export const SLIPS: Record<string, Slip> = {
  'the words of a step': nodeWithout('say', SLIGHT['the words of a step']),
  'the note of a step': nodeWithout('note', SLIGHT['a note for the agent']),
  'the arguments of a step': nodeWithout('with', EDITS['a parameter changed']),
  'how a case ends': nodeWithout('result', EDITS['a case ends otherwise']),
  'how a case is handed over': nodeWithout('mode', EDITS['another way to hand over']),
  'which step it is': nodeWithout('id', SLIGHT['the name of a step']),
  'what an action’s parameters are': {
    object: object => ('grants' in object ? 'action' : undefined),
    before: wait,
    change: policy => {
      policy.handbook.actions.thank!.params = { long: { type: 'days and time duration' } }
    },
  },
  'what a fact’s values are': {
    object: object => (isDomain(object) ? 'domain' : alikeInCells(object)),
    change: policy => {
      for (const fact of Object.values(policy.handbook.facts))
        if (fact.type === 'number') fact.allowedValues = fact.allowedValues ? '[-50..150]' : '[-100..100]'
    },
  },
  'how a fact’s values are cut': {
    object: object =>
      'idOf' in object ? object.count : isRowOf(object, 'bigint') ? [...object].join(' ') : undefined,
    change: EDITS['a threshold moved'],
  },
  'which values an answer takes': {
    object: object => (isRowOf(object, 'bigint') ? [...object.keys()].join() : undefined),
    change: SLIGHT['the tests of two answers'],
  },
  'that the customer volunteers a fact': {
    object: alikeInCells,
    text: text => text.replace(/(\d)v/g, '$1'),
    change: policy => {
      for (const fact of Object.values(policy.handbook.facts))
        if (fact.type === 'boolean') Object.assign(fact, { volunteered: !fact.volunteered })
    },
  },
  'whose authority a step rests on': {
    object: object => ('grants' in object ? 'action' : undefined),
    text: text => text.replace(/^(\d+ \d+) \S+/, '$1'),
    change: SLIGHT['the name of a tier'],
  },
  'where an answer leads': {
    text: text => text.replace(/([.>])[^ .>]+/g, '$1'),
    change: SLIGHT['where an answer leads'],
  },
  'that there is another answer': {
    text: text => text.replace(/ else.*$/s, ''),
    change: SLIGHT['where an answer leads'],
  },
  'what is put back into a part': {
    text: text => text.replace(/^(grafted \d+) .*/s, '$1'),
    change: SLIGHT['the name of a step'],
  },
  'where the walk begins': {
    text: text => text.replace(/^entries .*/s, 'entries'),
    change: EDITS['a trigger more urgent'],
  },
  'whether an escalation is passed': {
    text: text => text.replaceAll(' own', ' '),
    change: policy => policy,
  },
}

/** A memory that takes things for the same that are not. */
export class CarelessMemory extends Memory {
  private readonly alike = new Map<string, number>()

  constructor(private readonly slip: Slip) {
    super()
  }

  override number(object: object): number {
    const text = this.slip.object?.(object)
    if (text === undefined) return super.number(object)
    const known = this.alike.get(text)
    if (known !== undefined) return known
    const made = super.number(object)
    this.alike.set(text, made)
    return made
  }

  override shelf<S extends Shelf>(of: new (memory: Memory) => S): S {
    const made = super.shelf(of)
    const { text } = this.slip
    if (made instanceof Descriptions && text && !Object.hasOwn(made, 'number')) {
      const number = made.number.bind(made)
      made.number = description => number(text(description))
    }
    return made
  }
}
