import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { resumedHash } from '@/compiler/4-table/resumed-hash'
import { Memory } from '@/compiler/memory/memory'
import { randomNumbers } from '../bench/check-workloads'

const theirs = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const KIB = 1024

it('is the hash of the whole text, wherever it begins to differ from those before', () => {
  const memory = new Memory()
  const text = Array.from({ length: 5 * KIB }, (_, i) => String.fromCharCode(97 + (i % 26))).join('')
  const versions = [
    ...[text, text, `${text}x`, text.slice(0, 3 * KIB), text.slice(0, 2 * KIB), text],
    // Around the places at which hashing may begin again, and around the ends of blocks.
    ...[-1, 0, 1, 63, 64, 65].flatMap(by =>
      [KIB, 4 * KIB].map(at => `${text.slice(0, at + by)}é${text.slice(at + by + 1)}`),
    ),
    ...['', 'x', text.slice(0, KIB - 9), text.slice(0, KIB - 8), text.slice(0, KIB)],
  ]
  for (const tier of ['T1', 'T2'])
    for (const version of versions) expect(resumedHash(memory, tier, version)).toBe(theirs(version))
})

it('is so while a text is edited again and again', () => {
  const memory = new Memory()
  const random = randomNumbers(3)
  const below = (n: number) => Math.floor(random() * n)
  let text = 'facts '.repeat(2000)
  for (let i = 0; i < 300; i++) {
    const at = below(text.length)
    text = text.slice(0, at) + 'aé\u{1F388}'.repeat(below(4)) + text.slice(at + below(30))
    expect(resumedHash(memory, `T${i % 3}`, text)).toBe(theirs(text))
  }
})
