import type { Column, Pass, Tree } from '../decision-tree'
import { type NumberFacts, type Peer, truthOf } from './tests-as-numbers'

/** The tree as the JavaScript that somebody would write for it: the limit for facts that need no reading and no checking. */
export function nestedIfs(tree: Tree): Peer {
  const row = new Function('facts', code(tree)) as (facts: NumberFacts) => number
  return { name: 'nested ifs', about: 'nested ifs, generated from the same tree; nothing is validated', row }
}

function code(tree: Tree): string {
  if ('row' in tree) return `return ${tree.row}\n`
  return tree.branches
    .map(({ pass, to }, i) =>
      i === tree.branches.length - 1 ? code(to) : `if (${condition(tree.fact, pass)}) {\n${code(to)}}\n`,
    )
    .join('')
}

function condition(column: Column, pass: Pass): string {
  const value = `facts.${column.name}`
  const truth = truthOf(column, pass)
  if (truth !== null) return `${value} === ${truth}`
  if (pass.of === 'range') return `${value} < ${pass.high}`
  const any = pass.texts.map(text => `${value} === ${JSON.stringify(text)}`).join(' || ')
  return pass.of === 'texts' ? any : `!(${any})`
}
