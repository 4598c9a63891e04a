import { LRUCache } from 'lru-cache'
import { hashSecret } from './secret'

interface Count {
  failures: number
  /** Until when the next attempt has to wait, in milliseconds since 1970. */
  until: number
}

/** How many failures are free, by what they are counted. One person's address is slowed long before everybody's. */
const FREE = { person: 5, address: 30, email: 100 } as const
const LONGEST = 15 * 60_000

export interface LoginAttempts {
  /** Counts an attempt as failed until `succeed` is called. Returns 0, or how many seconds to wait instead. */
  begin(email: string, address: string): number
  succeed(email: string, address: string): void
}

/**
 * Slows the guessing of passwords: after some failures each further one doubles the wait, up to a quarter of an hour.
 * Counted by address and e-mail together, by address, and by e-mail, in this process's memory.
 */
export function createLoginAttempts(now: () => number = Date.now): LoginAttempts {
  const counts = new LRUCache<string, Count>({ max: 100_000 })
  const keys = (email: string, address: string) =>
    [
      ['person', `${address} ${email}`],
      ['address', address],
      ['email', email],
    ] as const
  const keyOf = (by: string, what: string) => hashSecret(`${by} ${what.toLowerCase()}`)

  return {
    begin(email, address) {
      const at = now()
      const waits = keys(email, address).map(([by, what]) => (counts.get(keyOf(by, what))?.until ?? 0) - at)
      const wait = Math.max(...waits)
      if (wait > 0) return Math.ceil(wait / 1000)
      for (const [by, what] of keys(email, address)) {
        const key = keyOf(by, what)
        const last = counts.get(key)
        // Whoever waited the longest wait twice over begins anew.
        const failures = last && at - last.until < 2 * LONGEST ? last.failures + 1 : 1
        const over = failures - FREE[by]
        counts.set(key, { failures, until: over < 0 ? at : at + Math.min(LONGEST, 1000 * 2 ** over) })
      }
      return 0
    },
    succeed(email, address) {
      for (const [by, what] of keys(email, address)) {
        const key = keyOf(by, what)
        const count = counts.get(key)
        if (!count) continue
        // A success clears what this person got wrong; for everybody at this address it only takes itself back.
        if (by === 'person') counts.delete(key)
        else counts.set(key, { failures: count.failures - 1, until: now() })
      }
    },
  }
}
