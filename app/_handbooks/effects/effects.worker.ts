import type { SharedHandbook } from '@/compiler/language/handbook'
import { effectOf, type TakerOf } from './effect-of'

export interface EffectRequest {
  taker: TakerOf
  next: SharedHandbook
}

// Beside the page, one policy after the other: each is compiled twice and compared in full.
self.onmessage = ({ data: { taker, next } }: MessageEvent<EffectRequest>) =>
  self.postMessage(effectOf(taker, next))
