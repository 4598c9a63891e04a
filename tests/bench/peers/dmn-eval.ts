import { COLUMNS, type Column, type Pass, type Tree, waysOf } from '../decision-tree'
import { peer } from './peer'
import { type Peer, truthOf } from './tests-as-numbers'

interface DmnEval {
  default: {
    decisionTable: {
      parseDmnXml: (xml: string) => Promise<unknown>
      evaluateDecision: (id: string, decisions: unknown, facts: unknown) => { row: number }
    }
  }
}

/** The table as a DMN decision table, hit policy FIRST. */
export async function dmnEval(tree: Tree): Promise<Peer> {
  const { decisionTable } = (await peer<DmnEval>('@hbtgmbh/dmn-eval-js')).default
  const decisions = await decisionTable.parseDmnXml(xml(tree))
  return {
    name: 'dmn-eval-js',
    about: '`@hbtgmbh/dmn-eval-js`, a decision table with hit policy FIRST',
    row: facts => decisionTable.evaluateDecision('table', decisions, facts).row,
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`)

const xml = (tree: Tree) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="bench" name="bench" namespace="bench">
<decision id="table" name="table"><decisionTable id="dt" hitPolicy="FIRST">
${COLUMNS.map(({ name }) => `<input id="i-${name}"><inputExpression id="e-${name}" typeRef="string"><text>${name}</text></inputExpression></input>`).join('\n')}
<output id="o" name="row" typeRef="integer" />
${[...waysOf(tree)].map(({ row, passes }) => `<rule id="r${row}">${COLUMNS.map(column => `<inputEntry id="c${row}-${column.name}"><text>${escaped(cell(column, passes.get(column)))}</text></inputEntry>`).join('')}<outputEntry id="o${row}"><text>${row}</text></outputEntry></rule>`).join('\n')}
</decisionTable></decision></definitions>`

function cell(column: Column, pass: Pass | undefined): string {
  if (!pass) return '-'
  const truth = truthOf(column, pass)
  if (truth !== null) return String(truth)
  if (pass.of === 'range') return `[${pass.low}..${pass.high})`
  const list = pass.texts.map(text => JSON.stringify(text)).join(', ')
  return pass.of === 'texts' ? list : `not(${list})`
}
