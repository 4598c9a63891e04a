import { type Column, type Pass, type Tree, waysOf } from '../decision-tree'
import { peer } from './peer'
import { type Peer, truthOf } from './tests-as-numbers'

interface JsonRules {
  Engine: new () => {
    addRule: (rule: unknown) => void
    run: (facts: unknown) => Promise<{ events: { params: { row: number } }[] }>
  }
}

/** A rule for each row. */
export async function jsonRules(tree: Tree): Promise<Peer> {
  const { Engine } = await peer<JsonRules>('json-rules-engine')
  const engine = new Engine()
  for (const { row, passes } of waysOf(tree))
    engine.addRule({
      conditions: { all: [...passes].flatMap(([column, pass]) => conditions(column, pass)) },
      event: { type: 'row', params: { row } },
    })
  return {
    name: 'json-rules-engine',
    about: '`json-rules-engine`, a rule for each row',
    row: async facts => (await engine.run(facts)).events[0]!.params.row,
  }
}

function conditions(column: Column, pass: Pass): object[] {
  const fact = column.name
  const truth = truthOf(column, pass)
  if (truth !== null) return [{ fact, operator: 'equal', value: truth }]
  if (pass.of === 'range')
    return [
      { fact, operator: 'greaterThanInclusive', value: pass.low },
      { fact, operator: 'lessThan', value: pass.high },
    ]
  return [{ fact, operator: pass.of === 'texts' ? 'in' : 'notIn', value: pass.texts }]
}
