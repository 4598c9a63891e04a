import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..', '..', '..')
const bundle = '.build/serve-without-pages.js'

/** Bundles the server as `npm start` does, once for all the processes that tests start. */
export async function bundleServer(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/server/harness/serve-without-pages.ts'],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
}

export interface RunningServer {
  base: string
  port: number
  dataDirectory: string
  process: ChildProcessByStdio<null, Readable, Readable>
  /** Sends a signal and waits until the process is gone; returns its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** A server in a process of its own, as `npm start` runs it but without pages. Rejects with what it said if it ends. */
export async function startServer(
  dataDirectory: string,
  options: { port?: number; env?: Record<string, string> } = {},
): Promise<RunningServer> {
  const port = options.port ?? (await freePort())
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    REMIT_DATA: dataDirectory,
    ...options.env,
  }
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(process.execPath, [bundle], {
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
