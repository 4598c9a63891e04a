import type { Node } from '../language/kinds'
import { Kept } from '../memory/memory'
import { once } from '../memory/once'
import type { Liveness } from './liveness'
import { isRoot, type Place, type Slice } from './slice'

/** Texts that stand for parts of a drawing, by number: a number is soon compared, and stands in for all below it. */
export class Descriptions extends Kept<number> {
  number(text: string): number {
    return once(this, text, () => this.size)
  }
}

/** What the drawing is like from each place on, as far as a diagram is made there: up to the roots of other parts. */
export interface Likeness {
  /**
   * By a place's index. Two places with the same number, be it of two callers or of two versions of a document, lead to the
   * same diagram for the same cases; and trace the same steps.
   */
  places: readonly number[]
  /** The same of all entries together. */
  entries: number
}

/**
 * Describes each place by everything that a diagram made there depends on. `withOthers` tells which facts questions further
 * on ask along with others, as `slice.live` tells which ones they test.
 */
export function likenessOf(slice: Slice, withOthers: Liveness): Likeness {
  const { graph, caller, cells, places, live } = slice
  const { memory } = graph
  const { facts: handbook, actions } = graph.policy.handbook
  const descriptions = memory.shelf(Descriptions)
  const numbers: number[] = []
  // Which bit stands for which fact is another matter in another drawing.
  const bits = descriptions.number(`bits ${live.facts}|${withOthers.facts}`)

  const carried = places.map(({ index }) => `${live.text(index)}|${withOthers.text(index)}`)
  /** Another part is known by its root, and by what is carried over to it. */
  const leadTo = (to: Place) => (isRoot(to) ? `>${to.key} ${carried[to.index]}` : `.${numbers[to.index]}`)
  const action = (name: string) => (Object.hasOwn(actions, name) ? memory.number(actions[name]!) : '-')
  const fact = (name: string) => {
    const of = cells.get(name)
    return of ? `${memory.number(of)}${handbook[name]!.volunteered ? 'v' : ''}` : '-'
  }
  const details = (node: Node): string => {
    switch (node.kind) {
      case 'question':
        return node.facts.map(fact).join()
      case 'action':
        return `${action(node.action)}`
      case 'escalate':
        return graph.rank.get(node.to)! <= caller ? 'own' : ''
      case 'close':
        return (node.options ?? []).map(option => ('action' in option ? action(option.action) : '')).join()
      default:
        return ''
    }
  }
  for (const place of places) {
    const { node, rank, ways, otherwise } = place
    let text = `${memory.number(node)} ${rank} ${graph.tiers[rank]} ${bits} ${carried[place.index]} ${details(node)}`
    for (const { tests, to } of ways) text += ` ${memory.number(tests)}${leadTo(to)}`
    if (otherwise) text += ` else${leadTo(otherwise.to)}`
    numbers.push(descriptions.number(text))
  }
  const entries = graph.triggers.map(({ node }) => {
    const tests = slice.triggers.get(node.id)!
    return `${memory.number(node)} ${memory.number(tests)} ${[...tests.keys()].map(fact)}${leadTo(slice.entries.get(node.id)!)}`
  })
  const start = slice.start ? leadTo(slice.start) : ''
  return { places: numbers, entries: descriptions.number(`entries ${bits} ${entries.join()} ${start}`) }
}
