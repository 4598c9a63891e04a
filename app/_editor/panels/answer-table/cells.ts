import type { Node } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import type { TestProblem } from '@/compiler/language/tests/test'
import { type Shown, showCondition, spellCondition } from '../condition/condition-words'
import { readCondition } from '../condition/read-condition'
import type { Column } from './columns'
import type { StepNames } from './step-names'

/** What cells are read and written by. */
export interface CellContext {
  columns: readonly Column[]
  names: StepNames
  nodes: ReadonlyMap<string, Node>
  timeZone: string | undefined
}

/** What stands in the cells of the facts of `otherwise`. */
export const OTHERWISE = 'otherwise'

/** The words for the customer at the step that an answer leads to. */
export function saidAt(edge: Edge, { nodes }: Pick<CellContext, 'nodes'>): string {
  const node = nodes.get(edge.to)
  return node && 'say' in node ? (node.say ?? '') : ''
}

/** A cell as it is shown. */
export function showCell(edge: Edge, column: Column, context: CellContext): Shown {
  switch (column.is) {
    case 'to': {
      const known = context.nodes.has(edge.to)
      return known ? { words: context.names.nameOf(edge.to), as: 'words' } : { words: edge.to, as: 'unread' }
    }
    case 'say':
      return { words: saidAt(edge, context), as: 'words' }
    case 'fact': {
      if (edge.otherwise) return { words: OTHERWISE, as: 'words' }
      const text = edge.when?.[column.id]
      if (column.fact) return showCondition(text, column.fact, context.timeZone)
      return { words: text ?? '', as: text === undefined ? 'words' : 'unread' }
    }
  }
}

/** A cell as it is copied and typed over: a text that reads back as what is there. */
export function spellCell(edge: Edge, column: Column, context: CellContext): string {
  if (column.is !== 'fact' || edge.otherwise || !column.fact) return showCell(edge, column, context).words
  return spellCondition(edge.when?.[column.id], column.fact, context.timeZone)
}

/** What is wrong with a cell, and where in its text. */
export function cellProblem(edge: Edge, column: Column, context: CellContext): TestProblem | undefined {
  switch (column.is) {
    case 'say':
      return undefined
    case 'to': {
      if (context.nodes.has(edge.to)) return undefined
      const position = { start: 0, end: edge.to.length }
      return {
        message: edge.to === '' ? 'It leads nowhere yet.' : `There is no step “${edge.to}”.`,
        position,
      }
    }
    case 'fact': {
      const text = edge.when?.[column.id]
      if (text === undefined) return undefined
      if (!column.fact)
        return {
          message: `“${column.id}” is not in the handbook.`,
          position: { start: 0, end: text.length },
        }
      if (showCondition(text, column.fact).as !== 'unread') return undefined
      const read = readCondition(text, column.fact, context.timeZone)
      return read.ok
        ? {
            message: `Written as ${read.text ?? '-'}, it could be read.`,
            position: { start: 0, end: text.length },
          }
        : read.problem
    }
  }
}
