import { it } from 'vitest'
import { compile } from '@/compiler/compile'
import { kept, pairs, tiersOf } from './kept'

it('of policies that were kept the same artifacts are made', () => {
  kept(
    'hashes.jsonl',
    pairs().map(({ old, next }) =>
      [old, next].map(policy =>
        Object.fromEntries(tiersOf(policy).map(tier => [tier, compile(policy, tier).hash])),
      ),
    ),
  )
})
