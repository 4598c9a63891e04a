'use client'

import { useEffect, useState } from 'react'
import type { Outputs } from '@/app/_shell/trpc'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { Effect } from './effect-of'
import type { EffectRequest } from './effects.worker'

export type Taker = Outputs['handbooks']['takers'][number]

/** `stopped`: the browser ended it. What is not here yet is still being looked at. */
export type Effects = ReadonlyMap<Taker, Effect | 'stopped'>

const NONE: Effects = new Map()

/** What a handbook would do to each of the policies that take it in, worked out one after the other. */
export function useEffects(takers: readonly Taker[] | undefined, next: SharedHandbook | null): Effects {
  const [held, setHeld] = useState<{ of: unknown; next: unknown; effects: Effects } | null>(null)
  useEffect(() => {
    if (!takers || !next) return
    let worker: Worker | null = null
    let at = 0
    const answer = (effect: Effect | 'stopped') => {
      const taker = takers[at++]!
      setHeld(before => {
        const known = before?.of === takers && before.next === next ? before.effects : NONE
        return { of: takers, next, effects: new Map(known).set(taker, effect) }
      })
      ask()
    }
    const ask = () => {
      const taker = takers[at]
      if (!taker) return
      if (!worker) {
        worker = new Worker(new URL('./effects.worker.ts', import.meta.url))
        worker.onmessage = ({ data }: MessageEvent<Effect>) => answer(data)
        worker.onerror = event => {
          event.preventDefault()
          worker?.terminate()
          worker = null
          answer('stopped')
        }
      }
      const { document, handbook } = taker
      worker.postMessage({ taker: { document, handbook }, next } satisfies EffectRequest)
    }
    ask()
    return () => worker?.terminate()
  }, [takers, next])
  return held?.of === takers && held?.next === next ? held.effects : NONE
}
