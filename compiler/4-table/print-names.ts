import type { Graph } from '../1-graph/graph'
import type { Slice } from '../3-diagram/slice'
import type { Fact } from '../language/fact'
import type { Node, NodeOf } from '../language/kinds'
import { printAllowed } from '../language/tests/canonical'
import type { Shelf } from '../memory/memory'
import type { ArtifactFact, ArtifactQuestion } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'

/** A value with its canonical text; its members stand in canonical order. */
export interface Printed<T> {
  text: string
  value: T
}

function print<T>(value: T): Printed<T> {
  const text = canonicalJson(value)
  return { text, value: JSON.parse(text) }
}

/** Entries by name, in canonical order. */
function printEntries<T>(entries: ReadonlyMap<string, Printed<T>>): Printed<Record<string, T>> {
  const names = [...entries.keys()].sort()
  return {
    text: `{${names.map(name => `${canonicalJson(name)}:${entries.get(name)!.text}`).join()}}`,
    value: Object.fromEntries(names.map(name => [name, entries.get(name)!.value])),
  }
}

/** Facts and questions that were printed before; each is held for as long as it is part of some document. */
class NamesBefore implements Shelf {
  readonly size = 0
  readonly facts = new WeakMap<Fact, Printed<ArtifactFact>>()
  readonly questions = new WeakMap<Node, Printed<ArtifactQuestion>>()
}

/** The facts that a caller sees. */
export function printFacts({ graph, facts }: Slice): Printed<Record<string, ArtifactFact>> {
  const before = graph.memory.shelf(NamesBefore).facts
  const made = new Map<string, Printed<ArtifactFact>>()
  for (const name of facts) {
    const fact = graph.policy.handbook.facts[name]!
    const printed = before.get(fact) ?? print(factOf(graph, name, fact))
    before.set(fact, printed)
    made.set(name, printed)
  }
  return printEntries(made)
}

function factOf(graph: Graph, name: string, fact: Fact): ArtifactFact {
  const { type, title, step, mayBeUnknown, volunteered, private: masked, source, team, ask, guidance } = fact
  return {
    type,
    title,
    allowedValues: printAllowed(graph.domains.get(name)!),
    step,
    ...(mayBeUnknown && { mayBeUnknown }),
    ...(volunteered && { volunteered }),
    ...(masked && { private: masked }),
    source,
    team,
    ask,
    guidance,
  }
}

/** The nodes at which something is asked for, in their words; `asked` are the facts, by node. */
export function printQuestions(
  graph: Graph,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): Printed<Record<string, ArtifactQuestion>> {
  const before = graph.memory.shelf(NamesBefore).questions
  const made = new Map<string, Printed<ArtifactQuestion>>()
  for (const [id, facts] of asked) {
    const node = graph.nodes.get(id) as NodeOf<'question' | 'trigger' | 'action' | 'close'>
    const { title, say, note } = node
    const words = { title, say, note }
    if (node.kind !== 'question') made.set(id, print({ facts: [...facts].sort(), ...words }))
    else {
      const printed = before.get(node) ?? print({ facts: [...node.facts], ...words })
      before.set(node, printed)
      made.set(id, printed)
    }
  }
  return printEntries(made)
}
