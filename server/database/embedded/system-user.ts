import { execFileSync, spawnSync } from 'node:child_process'

/** The user whom PostgreSQL runs as where Remit itself runs as root, which PostgreSQL refuses. */
export interface SystemUser {
  uid: number
  gid: number
}

const NAME = 'postgres'

/** Null where Remit does not run as root: then PostgreSQL runs as whoever runs Remit. */
export function findSystemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: '-u' | '-g') => {
    const asked = spawnSync('id', [flag, NAME], { encoding: 'utf8' })
    return asked.status === 0 ? Number.parseInt(asked.stdout, 10) : undefined
  }
  if (id('-u') === undefined) {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', NAME], { stdio: 'pipe' })
    } catch (cause) {
      throw new Error(
        `PostgreSQL does not run as root, and the user "${NAME}" could not be created. Create it, or start Remit as another user.`,
        { cause },
      )
    }
  }
  return { uid: id('-u')!, gid: id('-g')! }
}

/** Whether that user can enter a folder: under a home of mode 700, say, it cannot. */
export function canReach(user: SystemUser, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/' })
      .status === 0
  )
}
