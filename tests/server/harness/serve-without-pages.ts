import { serve } from '@/server/serve'
import { readSettings } from '@/server/settings'
import { stopOnSignals } from '@/server/stop-on-signals'

/** The server as it is, but with a word in place of Next's pages, which would have to be built first. */
const serving = serve(readSettings(), async () => ({
  answer: async (_request, response) => void response.end('a page'),
  close: async () => {},
}))
stopOnSignals(async () => (await serving).stop())
serving.then(
  () => process.stdout.write('ready\n'),
  error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  },
)
