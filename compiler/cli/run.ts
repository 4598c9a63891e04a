import { parseArgs } from 'node:util'
import type { Command } from './command'
import { checkCommand } from './commands/check'
import { compileCommand } from './commands/compile'
import { decideCommand } from './commands/decide'
import { diffCommand } from './commands/diff'
import { testCommand } from './commands/test'
import { type Outcome, Refused } from './exit'

/** The commands that need no installation. */
export const COMMANDS = {
  check: checkCommand,
  compile: compileCommand,
  decide: decideCommand,
  diff: diffCommand,
  test: testCommand,
} satisfies Record<string, Command>

const help = (commands: Record<string, Command>) =>
  [
    'Usage: npm run --silent remit -- COMMAND …',
    '',
    ...Object.values(commands).flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`]),
  ].join('\n')

/** Runs one command of those there are, and says how it ended. */
export async function runCommand(
  commands: Record<string, Command>,
  [name, ...rest]: string[],
): Promise<Outcome> {
  if (name === undefined || name === 'help' || name === '--help')
    return { code: name === undefined ? 2 : 0, out: help(commands) }
  const command = Object.hasOwn(commands, name) ? commands[name]! : undefined
  if (!command) return { code: 2, err: `There is no command “${name}”.\n\n${help(commands)}` }
  try {
    const { positionals, values } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
    })
    if (positionals.length !== command.takes) throw new Refused(`Usage: remit ${command.usage}`)
    return await command.run(positionals, values as Record<string, string | boolean | undefined>)
  } catch (caught) {
    if (caught instanceof Refused) return { code: caught.code, err: caught.message }
    if (caught instanceof TypeError && 'code' in caught)
      return { code: 2, err: `${caught.message}\nUsage: remit ${command.usage}` }
    throw caught
  }
}
