import type { Handbook } from '@/compiler/language/handbook'
import type { Argument, With } from '@/compiler/language/kinds/common'
import { valueWords } from '@/compiler/language/tests/value-words'
import { toPoint } from '@/compiler/runtime/values'

/** A fact by its title, else by its name. */
export const factTitle = (name: string, { facts }: Handbook): string => facts[name]?.title || name

/** An action by its title, else by its name. */
export const actionTitle = (name: string, { actions }: Handbook): string => actions[name]?.title || name

export const tierTitle = (id: string, { tiers }: Handbook): string =>
  tiers.find(tier => tier.id === id)?.title || id

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
