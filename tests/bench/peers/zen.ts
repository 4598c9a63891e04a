import { COLUMNS, type Column, type Pass, type Tree, waysOf } from '../decision-tree'
import { peer } from './peer'
import { type Peer, truthOf } from './tests-as-numbers'

interface Zen {
  ZenEngine: new () => {
    createDecision: (content: unknown) => {
      evaluate: (facts: unknown) => Promise<{ result: { row: number } }>
    }
  }
  ZenDecisionContent: new (content: object) => object
}

/** A decision table whose content was parsed beforehand, evaluated by a decision that is kept. */
export async function zen(tree: Tree): Promise<Peer> {
  const { ZenEngine, ZenDecisionContent } = await peer<Zen>('@gorules/zen-engine')
  const content = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'first',
          inputs: COLUMNS.map(({ name }) => ({ id: name, name, field: name, type: 'expression' })),
          outputs: [{ id: 'row', name: 'row', field: 'row', type: 'expression' }],
          rules: [...waysOf(tree)].map(({ row, passes }) => ({
            _id: `r${row}`,
            row: String(row),
            ...Object.fromEntries(
              COLUMNS.map(column => {
                const pass = passes.get(column)
                return [column.name, pass ? unary(column, pass) : '']
              }),
            ),
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(content))
  return {
    name: 'zen-engine',
    about: '`@gorules/zen-engine`, `ZenDecisionContent` in a decision that is kept',
    row: async facts => (await decision.evaluate(facts)).result.row,
  }
}

function unary(column: Column, pass: Pass): string {
  const truth = truthOf(column, pass)
  if (truth !== null) return String(truth)
  if (pass.of === 'range') return `[${pass.low}..${pass.high})`
  const list = pass.texts.map(text => JSON.stringify(text)).join(', ')
  return pass.of === 'texts' ? list : `not in [${list}]`
}
