import type { ParseArgsConfig } from 'node:util'
import type { Outcome } from './exit'

type Options = NonNullable<ParseArgsConfig['options']>

export interface Values {
  [option: string]: string | boolean | undefined
}

/** Where a command reads a stream from, and writes one to. */
export interface Streams {
  input: AsyncIterable<Uint8Array>
  /** Resolves once there is room for more: false where nobody reads any longer. */
  write: (text: string) => Promise<boolean>
}

/** A command of the command line. */
export interface Command {
  /** Its arguments, as the help shows them. */
  usage: string
  about: string
  /** What its own help says beside: options, exit codes, examples. */
  more: readonly string[]
  options: Options
  /** How many arguments it takes beside its options; infinity: as many as one likes. */
  takes: number
  run: (args: string[], values: Values, streams: Streams) => Outcome | Promise<Outcome>
}
