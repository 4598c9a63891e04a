import type { Handbook } from '@/compiler/language/handbook'
import type { Argument, With } from '@/compiler/language/kinds/common'
import { valueWords } from '@/compiler/language/tests/value-words'
import { toPoint } from '@/compiler/runtime/values'
import { factTitle } from '@/compiler/words/titles'

export { actionTitle, factTitle, tierTitle } from '@/compiler/words/titles'

function argumentWords(argument: Argument, name: string, action: string, handbook: Handbook): string {
  if (typeof argument === 'object' && argument !== null) return `as “${factTitle(argument.fact, handbook)}”`
  const type = handbook.actions[action]?.params?.[name]?.type
  const point = type === undefined ? undefined : toPoint(type, argument)
  return type !== undefined && point !== undefined ? valueWords(type, point) : String(argument)
}

/** The parameters of a step in words, a line each: "Amount: 25". */
export const withWords = (action: string, args: With | undefined, handbook: Handbook): string[] =>
  Object.entries(args ?? {}).map(
    ([name, argument]) =>
      `${handbook.actions[action]?.params?.[name]?.title || name}: ${argumentWords(argument, name, action, handbook)}`,
  )
