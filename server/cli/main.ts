import { COMMANDS, runCommand } from '../../compiler/cli/run'
import { tokenCommand } from './token'

// Whoever reads the output may have had enough of it, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { code, out, err } = await runCommand({ ...COMMANDS, token: tokenCommand }, process.argv.slice(2))
if (err !== undefined) process.stderr.write(`${err}\n`)
if (out !== undefined) process.stdout.write(`${out}\n`)
process.exitCode = code
