import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..', '..', '..')

export interface RunningServer {
  base: string
  port: number
  dataDirectory: string
  process: ChildProcess
  /** Sends a signal and waits until the process is gone; returns its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** A server in a process of its own, as `npm start` runs it but without pages. Rejects with what it said if it ends. */
export async function startServer(
  dataDirectory: string,
  options: { port?: number; env?: Record<string, string> } = {},
): Promise<RunningServer> {
  const port = options.port ?? (await freePort())
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    REMIT_DATA: dataDirectory,
    ...options.env,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/server/harness/serve-without-pages.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const exited = once(child, 'exit')
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', chunk => String(chunk).includes('ready') && ready())
    child.on('exit', () => fail(new Error(said.trim())))
  })
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    dataDirectory,
    process: child,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal)
      const [code] = await exited
      return code
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : Promise.reject(new Error('no port'))
}
