import { useSearchParams } from 'next/navigation'
import type { Facts } from '@/compiler/runtime/result'
import type { JsonValue } from '@/compiler/runtime/values'

export const CHANNELS = ['live', 'staging'] as const
export type Channel = (typeof CHANNELS)[number]

/** What is asked, all of which is in the address, so that the answer can be sent to somebody. */
export interface Asked {
  /** ISO 8601; undefined: now. */
  at?: string
  channel: Channel
  /** This version, whatever was in force. */
  version?: number
  tier?: string
  facts: Facts
}

/** Reads an address; what is no moment, version or case is as if it were not there. */
export function readAsked(params: Pick<URLSearchParams, 'get'>): Asked {
  const at = params.get('at')
  const version = Number(params.get('version'))
  return {
    ...(at !== null && !Number.isNaN(Date.parse(at)) && { at: new Date(at).toISOString() }),
    channel: CHANNELS.find(channel => channel === params.get('channel')) ?? 'live',
    ...(Number.isInteger(version) && version > 0 && { version }),
    ...(params.get('tier') && { tier: params.get('tier')! }),
    facts: readCase(params.get('facts') ?? '{}').facts ?? {},
  }
}

/** An address for what is asked, from its question mark on. */
export function addressOf({ at, channel, version, tier, facts }: Asked): string {
  const params = new URLSearchParams()
  if (at !== undefined) params.set('at', at)
  if (channel !== 'live') params.set('channel', channel)
  if (version !== undefined) params.set('version', String(version))
  if (tier !== undefined) params.set('tier', tier)
  if (Object.keys(facts).length > 0) params.set('facts', JSON.stringify(facts))
  return params.size === 0 ? '?' : `?${params}`
}

/** A case as JSON, as it stands in a log of decisions: an object of values by fact. */
export function readCase(text: string): { facts: Facts } | { facts: null; problem: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { facts: null, problem: `That is no JSON: ${error instanceof Error ? error.message : error}` }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { facts: null, problem: 'A case is an object, such as {"call_time": "14:30:00"}.' }
  const odd = Object.entries(json).find(([, value]) => typeof value === 'object' && value !== null)
  if (odd)
    return { facts: null, problem: `“${odd[0]}” is a list or an object; a fact is a single value, or null.` }
  return { facts: json as Record<string, JsonValue> }
}

/** What the address asks, and a way to ask something else; the page stays where it is. */
export function useAsked(): [Asked, (next: Asked) => void] {
  const params = useSearchParams()
  return [readAsked(params), next => window.history.replaceState(null, '', addressOf(next))]
}
