import type { Fact } from '@/compiler/language/fact'
import type { Handbook } from '@/compiler/language/handbook'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { factTitle } from '../../kinds/argument-words'

export type FactColumn = {
  is: 'fact'
  key: string
  title: string
  id: string
  /** Undefined where the handbook has no such fact. */
  fact: Fact | undefined
  /** Whether the question still asks for it; answers may test one that it no longer does. */
  asked: boolean
}

/** A column of the answers' table. */
export type Column =
  | FactColumn
  /** Where an answer leads. */
  | { is: 'to'; key: 'to'; title: string }
  /** The words for the customer at the step that it leads to. */
  | { is: 'say'; key: 'say'; title: string }

/** The facts that the question asks for, those that its answers test beside them, where they lead, and the words there. */
export function columnsOf(node: NodeOf<'question'>, edges: readonly Edge[], handbook: Handbook): Column[] {
  const asked = node.facts.filter(id => id !== '')
  const tested = new Set(asked)
  for (const edge of edges) for (const id in edge.when) tested.add(id)
  return [
    ...[...tested].map(
      (id): FactColumn => ({
        is: 'fact',
        key: `fact:${id}`,
        id,
        title: factTitle(id, handbook),
        fact: handbook.facts[id],
        asked: asked.includes(id),
      }),
    ),
    { is: 'to', key: 'to', title: 'Leads to' },
    { is: 'say', key: 'say', title: 'What is said there' },
  ]
}
