import type { Column, Pass, Tree } from '../decision-tree'
import { peer } from './peer'
import { type Peer, truthOf } from './tests-as-numbers'

interface JsonLogic {
  LogicEngine: new () => { build: (logic: unknown) => (facts: unknown) => number }
}

/** The same tree as nested ifs in JsonLogic, compiled. */
export async function jsonLogic(tree: Tree): Promise<Peer> {
  const { LogicEngine } = await peer<JsonLogic>('json-logic-engine')
  const decide = new LogicEngine().build(logic(tree))
  return { name: 'json-logic-engine', about: '`json-logic-engine`, compiled from the same tree', row: decide }
}

/** The last branch of a question is what is left. */
function logic(tree: Tree): unknown {
  if ('row' in tree) return tree.row
  return {
    if: tree.branches.flatMap(({ pass, to }, i) =>
      i === tree.branches.length - 1 ? [logic(to)] : [condition(tree.fact, pass), logic(to)],
    ),
  }
}

function condition(column: Column, pass: Pass): unknown {
  const value = { var: column.name }
  const truth = truthOf(column, pass)
  if (truth !== null) return { '===': [value, truth] }
  if (pass.of === 'texts') return { in: [value, pass.texts] }
  if (pass.of === 'others') return { '!': { in: [value, pass.texts] } }
  // The branches before it have taken what is lower.
  return { '<': [value, pass.high] }
}
