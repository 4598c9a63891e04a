import type { ParseArgsConfig } from 'node:util'
import type { Outcome } from './exit'

type Options = NonNullable<ParseArgsConfig['options']>

export interface Values {
  [option: string]: string | boolean | undefined
}

/** A command of the command line. */
export interface Command {
  /** Its arguments, as the help shows them. */
  usage: string
  about: string
  options: Options
  /** How many arguments it takes beside its options. */
  takes: number
  run: (args: string[], values: Values) => Outcome | Promise<Outcome>
}
