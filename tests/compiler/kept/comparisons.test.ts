import { it } from 'vitest'
import { diff } from '@/compiler/compare/diff'
import { kept, pairs, tiersOf } from './kept'

it('of versions that were kept the same is told', () => {
  kept(
    'comparisons.jsonl',
    pairs().flatMap(({ old, next }, i) =>
      tiersOf(old, next).map(tier => ({ line: i + 1, tier, ...diff(old, next, tier) })),
    ),
  )
})
