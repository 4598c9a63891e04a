import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from '@/compiler/runtime/sha256'

const theirs = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

it('is that of another implementation, at every length around the ends of blocks', () => {
  for (const unit of ['a', 'é', '€', '\u{1F388}', 'aé\u{1F388}'])
    for (let count = 0; count <= 200; count++)
      expect(sha256(unit.repeat(count))).toBe(theirs(unit.repeat(count)))
  for (const count of [1_000, 65_535, 65_536, 3_000_001])
    expect(sha256('x'.repeat(count))).toBe(theirs('x'.repeat(count)))
})
