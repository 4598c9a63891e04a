import { documentSchema, type PolicyDocument } from '@/compiler/language/policy'

/** Work that had not reached the server when it was written down in this browser. */
export interface SafetyCopy {
  key: string
  document: PolicyDocument
  /** The revision that the work began from. */
  revision: number
  /** ISO 8601. */
  at: string
}

/** Where unsaved work is kept in this browser, one copy for each open tab of a policy. */
export interface SafetyCopies {
  keep(document: PolicyDocument, revision: number): void
  clear(): void
  /** Copies of tabs that are no longer open, newest first. */
  left(): Promise<SafetyCopy[]>
  drop(key: string): void
  /** Lets go of this tab's claim, so that its copy counts as left. */
  release(): void
}

/** For whoever changes nothing. */
export const NO_COPIES: SafetyCopies = {
  keep() {},
  clear() {},
  left: async () => [],
  drop() {},
  release() {},
}

const PREFIX = 'remit:unsaved:'

function read(storage: Storage, key: string): SafetyCopy | null {
  try {
    const { document, revision, at } = JSON.parse(storage.getItem(key) ?? 'null')
    const parsed = documentSchema.safeParse(document)
    return parsed.success ? { key, document: parsed.data, revision, at } : null
  } catch {
    return null
  }
}

/** How long a tab that is being closed may take to let go of its copy, in milliseconds. */
const LETTING_GO = 10_000

/** Whether the tab of a copy is gone: each open editor holds a lock of its copy's name, and gives it back in the end. */
async function isLeft(key: string): Promise<boolean> {
  if (!navigator.locks) return true
  const signal = AbortSignal.timeout(LETTING_GO)
  return navigator.locks.request(key, { signal }, () => true).catch(() => false)
}

/** Safety copies in `localStorage`: written at once, and still there after the browser crashed. */
export function safetyCopies(policy: string, storage: Storage = localStorage): SafetyCopies {
  const prefix = `${PREFIX}${policy}:`
  const own = `${prefix}${crypto.randomUUID()}`
  let release = () => {}
  navigator.locks?.request(own, () => new Promise<void>(resolve => (release = resolve))).catch(() => {})

  return {
    keep(document, revision) {
      try {
        storage.setItem(own, JSON.stringify({ document, revision, at: new Date().toISOString() }))
      } catch {
        // A full or forbidden storage leaves the page itself as the only copy, as it would be without us.
      }
    },
    clear: () => storage.removeItem(own),
    drop: key => storage.removeItem(key),
    release: () => release(),
    async left() {
      const keys = Object.keys(storage).filter(key => key.startsWith(prefix) && key !== own)
      const gone = await Promise.all(keys.map(isLeft))
      return keys
        .filter((_, i) => gone[i])
        .map(key => read(storage, key))
        .filter(copy => copy !== null)
        .sort((a, b) => b.at.localeCompare(a.at))
    },
  }
}
