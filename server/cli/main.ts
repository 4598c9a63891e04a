import { COMMANDS, runCommand } from '../../compiler/cli/run'
import { letReadersLeave, print } from '../../compiler/cli/streams'
import { auditCommand } from './audit'
import { pullCommand } from './pull'
import { pushCommand } from './push'
import { tokenCommand } from './token'

letReadersLeave()
const { code, out, err } = await runCommand(
  { ...COMMANDS, token: tokenCommand, pull: pullCommand, push: pushCommand, audit: auditCommand },
  process.argv.slice(2),
)
if (err !== undefined) await print(process.stderr, err)
if (out !== undefined) await print(process.stdout, out)
process.exitCode = code
