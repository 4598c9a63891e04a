import { parseArgs } from 'node:util'
import { distance } from 'fastest-levenshtein'
import type { Command, Streams, Values } from './command'
import { checkCommand } from './commands/check'
import { compileCommand } from './commands/compile'
import { decideCommand } from './commands/decide'
import { diffCommand } from './commands/diff'
import { testCommand } from './commands/test'
import { type Outcome, Refused } from './exit'
import { processStreams } from './streams'

/** The commands that need no installation. */
export const COMMANDS = {
  check: checkCommand,
  compile: compileCommand,
  decide: decideCommand,
  diff: diffCommand,
  test: testCommand,
} satisfies Record<string, Command>

const CALL = 'npm run --silent remit --'

const help = (commands: Record<string, Command>) =>
  [
    `Usage: ${CALL} COMMAND …`,
    '',
    ...Object.values(commands).flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`]),
    '',
    'A FILE that is - is standard input. COMMAND --help says more of each.',
    'Exit codes: 0 yes, 1 no, 2 what was asked could not be read, found or understood.',
  ].join('\n')

const helpFor = ({ usage, about, more }: Command) =>
  [`Usage: ${CALL} ${usage}`, '', about, ...more].join('\n')

/** Runs one command of those there are, and says how it ended. */
export async function runCommand(
  commands: Record<string, Command>,
  [name, ...rest]: string[],
  streams: Streams = processStreams,
): Promise<Outcome> {
  if (name === undefined) return { code: 2, err: help(commands) }
  const asked = name === 'help' ? rest[0] : name
  if (asked === undefined || asked === '--help' || asked === '-h') return { code: 0, out: help(commands) }
  const command = Object.hasOwn(commands, asked) ? commands[asked] : undefined
  if (!command) {
    const meant = nearest(asked, Object.keys(commands))
    return { code: 2, err: `There is no command “${asked}”.${meant}\n\n${help(commands)}` }
  }
  if (name === 'help' || rest.includes('--help') || rest.includes('-h'))
    return { code: 0, out: helpFor(command) }
  try {
    const { args, values } = understood(command, rest)
    return await command.run(args, values, streams)
  } catch (caught) {
    if (caught instanceof Refused) return { code: caught.code, err: caught.message }
    throw caught
  }
}

/** @throws Refused for what the command does not take. */
function understood(command: Command, given: string[]): { args: string[]; values: Values } {
  const wrong = (what: string) => new Refused(`${what}\nUsage: ${CALL} ${command.usage}`)
  const { tokens } = parseArgs({
    args: given,
    options: command.options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const args: string[] = []
  const values: Values = {}
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined
    if (!option)
      throw wrong(
        `There is no option ${rawName}.${nearest(
          rawName,
          Object.keys(command.options).map(each => `--${each}`),
        )}`,
      )
    if (Object.hasOwn(values, name)) throw wrong(`${rawName} is given twice.`)
    if (option.type === 'boolean' && value !== undefined) throw wrong(`${rawName} takes no value.`)
    // What begins like an option is one: a value that does is written --option=value.
    if (option.type === 'string' && (value === undefined || (!token.inlineValue && /^-./.test(value))))
      throw wrong(`${rawName} needs a value.`)
    values[name] = option.type === 'boolean' ? true : value
  }
  if (command.takes !== Number.POSITIVE_INFINITY && args.length !== command.takes) {
    const files =
      command.takes === 1 ? 'one FILE' : command.takes === 0 ? 'no file' : `${command.takes} files`
    throw wrong(`It takes ${files}, and there ${args.length === 1 ? 'is 1' : `are ${args.length}`}.`)
  }
  return { args, values }
}

function nearest(given: string, names: readonly string[]): string {
  const [best] = names
    .map(name => ({ name, off: distance(name.toLowerCase(), given.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)
  return best && best.off <= 2 ? ` Did you mean “${best.name}”?` : ''
}
