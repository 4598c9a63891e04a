import type { CloseEnd, EscalateEnd } from './artifact'
import type { JsonValue } from './values'

/** Facts as requests and documents write them. */
export type Facts = Record<string, unknown>

export interface Step {
  action: string
  with: Record<string, JsonValue>
  say?: string
  note?: string
  tier: string
}
export type Offer = { action: string; with: Record<string, JsonValue> } | { say: string }
export type End = (Omit<CloseEnd, 'options' | 'question'> & { options?: Offer[] }) | EscalateEnd

/** A fact has to be found out before the case can be decided. */
export interface Ask {
  kind: 'ask'
  fact: string
  /** The node at which it is asked. */
  question: string
  source: 'record' | 'clock' | 'customer' | 'agent' | 'team'
  say?: string
  ask?: string
}
export interface Decision {
  kind: 'decision'
  steps: Step[]
  end: End
}
export interface Invalid {
  kind: 'invalid'
  problems: { fact: string; says: string }[]
}
/** What a table answers. `ignored` names the facts given that this tier does not know; absent where there are none. */
export type TableResult = (Ask | Decision | Invalid) & { ignored?: string[] }
