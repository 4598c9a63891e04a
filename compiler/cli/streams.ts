import type { Streams } from './command'

let closed = false
/** After each of these there is room, or nobody who would read. */
const EVENTS = ['drain', 'close', 'error']

/** Standard input and output. Whoever reads the output may have had enough of it, as `head` has: that is no error. */
export const processStreams: Streams = {
  // Only looked at by who reads it: from then on its file descriptor does not wait.
  get input() {
    return process.stdin
  },
  write: async text => {
    if (closed || process.stdout.destroyed) return false
    if (!process.stdout.write(text))
      await new Promise<void>(resolve => {
        const go = () => {
          for (const event of EVENTS) process.stdout.off(event, go)
          resolve()
        }
        for (const event of EVENTS) process.stdout.on(event, go)
      })
    return !closed
  },
}

/** Lets output that nobody reads any longer end quietly; call it once, before anything is written. */
export function letReadersLeave() {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      closed = true
    })
}

/** Prints a text, with a line's end behind it, and resolves once it is on its way: a pipe takes it bit by bit. */
export const print = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise(resolve => stream.write(text.endsWith('\n') ? text : `${text}\n`, () => resolve()))
