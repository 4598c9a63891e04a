import type { Clash } from '../document/merge'

/** Says that undo or redo left something as somebody else has made it since. */
export function stays(clashes: readonly Clash[], tell: (message: string) => void): void {
  if (clashes.length > 0) tell('What somebody else has changed since stays as it is.')
}
