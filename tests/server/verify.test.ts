import { describe, expect, test } from 'vitest'
import { isGenuine, readCheckpoint } from '@/server/audit/checkpoint'
import { fingerprint } from '@/server/signing/ed25519'
import {
  chained,
  checkpointOf,
  checkpointText,
  newKey,
  type Random,
  randomFrom,
  randomSaid,
  verified,
} from './harness/random-log'

const SEED = Number(process.env.REMIT_SEED ?? Math.floor(Math.random() * 2 ** 31))
/** How many attacks on a larger log; `REMIT_ATTACKS=10000` is the full run. */
const ATTACKS = Number(process.env.REMIT_ATTACKS ?? 400)

const logOf = (count: number, seed = SEED) => {
  const random = randomFrom(seed)
  const said = Array.from({ length: count }, () => randomSaid(random))
  return { said, ...chained(said) }
}
const key = newKey()
const nameOf = ({ keys }: typeof key) => fingerprint(keys.at(-1)!.publicKey)

describe(`a log of 4 entries, seed ${SEED}`, () => {
  const { text, hashes } = logOf(4)
  const bytes = Buffer.from(text)
  const checkpoint = checkpointOf(hashes, key)
  const lines = text.split(/(?<=\n)/)
  const refused = async (log: string | Uint8Array, what: string) => {
    const { proved, problems } = await verified(log, checkpoint)
    expect(proved, what).toBe(false)
    expect(problems.length, what).toBeGreaterThan(0)
  }

  test('is proved', async () => {
    expect(await verified(text, checkpoint)).toEqual({ proved: true, problems: [], entries: 4, after: 0 })
  })

  test('is not with any byte changed', async () => {
    for (let at = 0; at < bytes.length; at++)
      for (const other of [bytes[at]! ^ 1, bytes[at]! ^ 0x20, bytes[at]! ^ 0x80, 0x0a, 0x20]) {
        if (other === bytes[at]) continue
        const changed = Buffer.from(bytes)
        changed[at] = other
        await refused(changed, `byte ${at} is ${other}`)
      }
  })

  test('is not with any byte left out, or one put in', async () => {
    for (let at = 0; at <= bytes.length; at++) {
      if (at < bytes.length)
        await refused(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), `without byte ${at}`)
      // Behind the end it would begin an entry of its own, which is none.
      for (const more of [' ', '\n', '0'])
        await refused(
          Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(at)]),
          `${JSON.stringify(more)} before byte ${at}`,
        )
    }
  })

  test('is not cut off anywhere, at its end or at its beginning', async () => {
    for (let at = 0; at < bytes.length; at++) await refused(bytes.subarray(0, at), `cut at ${at}`)
    for (let at = 1; at <= bytes.length; at++) await refused(bytes.subarray(at), `begun at ${at}`)
  })

  test('is not with lines left out, told twice, or in another order', async () => {
    for (let a = 0; a < lines.length; a++) {
      await refused(lines.filter((_, i) => i !== a).join(''), `without line ${a + 1}`)
      for (let b = 0; b < lines.length; b++) {
        await refused(lines.toSpliced(b, 0, lines[a]!).join(''), `line ${a + 1} again at ${b + 1}`)
        if (a < b)
          await refused(lines.with(a, lines[b]!).with(b, lines[a]!).join(''), `${a + 1} and ${b + 1} swapped`)
      }
    }
  })
})

describe('what is told', () => {
  const { text, hashes } = logOf(6, 7)
  const lines = text.split(/(?<=\n)/)
  const told = async (log: string) =>
    (await verified(log, checkpointOf(hashes, key))).problems.map(({ line, says }) => [line, says])

  test('of a changed entry is its line, once', async () => {
    const changed = lines.with(2, lines[2]!.replace('"act":"', '"act":"x'))
    expect(await told(changed.join(''))).toEqual([[3, 'was changed: what it says does not have its hash.']])
  })

  test('of a log that is cut off is how long it was', async () => {
    expect(await told(lines.slice(0, 4).join(''))).toEqual([
      [5, 'is missing: the log was cut off after entry 4; when the checkpoint was made, it had 6.'],
    ])
  })

  test('of an entry that is missing is where', async () => {
    const [first, second] = await told(lines.toSpliced(2, 1).join(''))
    expect([first, second]).toEqual([
      [3, 'should be entry 3 of the log, and is entry 4.'],
      [4, 'should be entry 4 of the log, and is entry 5.'],
    ])
  })

  test('of something else is that it is no log', async () => {
    expect(await told('Entry,Time (UTC)\r\n')).toContainEqual([
      1,
      'is not an entry of the log as it is exported.',
    ])
  })
})

/** Ways to falsify a log, each of which changes it; `said` is what its entries hold. */
const FALSIFIED: Record<
  string,
  (random: Random, lines: string[], said: ReturnType<typeof logOf>['said']) => string
> = {
  'a byte is changed': (random, lines) => {
    const bytes = Buffer.from(lines.join(''))
    const at = random(bytes.length)
    bytes[at] = (bytes[at]! + 1 + random(255)) % 256
    return bytes.toString('latin1')
  },
  'a line is dropped': (random, lines) => lines.toSpliced(random(lines.length), 1).join(''),
  'two lines are swapped': (random, lines) => {
    const a = random(lines.length - 1)
    const b = a + 1 + random(lines.length - 1 - a)
    return lines.with(a, lines[b]!).with(b, lines[a]!).join('')
  },
  'the end is cut off': (random, lines) => lines.slice(0, random(lines.length)).join(''),
  'an entry is another, with a hash of its own': (random, lines, said) => {
    const at = random(lines.length - 1)
    const other = chained(said.with(at, { by: null, act: 'never.happened' })).text.split(/(?<=\n)/)
    return lines.with(at, other[at]!).join('')
  },
  'an entry is another, and all behind it are chained anew': (random, lines, said) =>
    chained(said.with(random(lines.length), { by: null, act: 'never.happened' })).text,
  'an entry is left out, and all behind it are chained anew': (random, lines, said) =>
    chained(said.toSpliced(random(lines.length), 1)).text,
  'an entry is put in, and all behind it are chained anew': (random, lines, said) =>
    chained(said.toSpliced(random(lines.length), 0, { by: null, act: 'never.happened' })).text,
}

test.each(Object.keys(FALSIFIED))(
  `a longer log is not proved where %s (${ATTACKS} attacks in all, seed ${SEED})`,
  async way => {
    const random = randomFrom(SEED ^ way.length)
    const { said, text, hashes } = logOf(120)
    const lines = text.split(/(?<=\n)/)
    const checkpoint = checkpointOf(hashes, key)
    for (let n = 0; n < ATTACKS / Object.keys(FALSIFIED).length; n++) {
      const falsified = FALSIFIED[way]!(random, lines, said)
      const bytes = Buffer.from(falsified, way === 'a byte is changed' ? 'latin1' : 'utf8')
      expect((await verified(bytes, checkpoint)).proved, `attack ${n}`).toBe(false)
    }
  },
)

describe('a stolen key', () => {
  const { said, hashes } = logOf(20)
  const rewritten = chained(said.with(11, { by: null, act: 'never.happened' }))

  test('does not help against a checkpoint that is kept elsewhere', async () => {
    const kept = checkpointOf(hashes, key)
    const { proved, problems } = await verified(rewritten.text, kept, nameOf(key))
    expect([proved, problems.at(-1)!.line]).toEqual([false, 20])
    // What was added behind it may be rewritten: nobody vouches for that, and it says so.
    const early = checkpointOf(hashes, key, 10)
    expect(await verified(rewritten.text, early)).toEqual({
      proved: true,
      problems: [],
      entries: 20,
      after: 10,
    })
    expect((await verified(rewritten.text, checkpointOf(hashes, key, 12))).proved).toBe(false)
  })

  test('that nobody knows is told by the fingerprint', async () => {
    const forged = checkpointOf(rewritten.hashes, newKey())
    expect((await verified(rewritten.text, forged)).proved).toBe(true) // nothing tells it apart,
    expect((await verified(rewritten.text, forged, nameOf(key))).proved).toBe(false) // but this
  })
})

describe('a key in the place of another', () => {
  const { text, hashes } = logOf(3)
  const [second, stranger] = [newKey(key), newKey()]
  const third = newKey(second)

  test('is vouched for by all before it, and by none after', async () => {
    for (const pinned of [key, second, third])
      expect((await verified(text, checkpointOf(hashes, third), nameOf(pinned))).proved).toBe(true)
    expect((await verified(text, checkpointOf(hashes, second), nameOf(third))).proved).toBe(false)
    expect((await verified(text, checkpointOf(hashes, third), nameOf(stranger))).proved).toBe(false)
  })

  test('is not vouched for where the one before did not sign, or signed another', async () => {
    for (const endorsement of [null, second.keys[1]!.endorsement, third.keys[2]!.endorsement]) {
      const keys = [key.keys[0]!, { publicKey: stranger.keys[0]!.publicKey, endorsement }]
      const checkpoint = checkpointOf(hashes, { ...stranger, keys })
      expect((await verified(text, checkpoint)).proved).toBe(true)
      expect((await verified(text, checkpoint, nameOf(key))).proved).toBe(false)
    }
  })
})

test('a checkpoint is none any more with any byte changed', async () => {
  const { text: log, hashes } = logOf(3)
  const unsigned = { ...checkpointOf(hashes, key), at: '2026-11-22T09:00:01.000Z' }
  expect((await verified(log, unsigned)).problems).toEqual([
    { says: expect.stringContaining('its signature does not hold') },
  ])
  const text = checkpointText(hashes, newKey(key))
  expect(isGenuine(readCheckpoint(text)!)).toBe(true)
  expect(readCheckpoint(`${text}\n`)).not.toBeNull()
  for (const respelled of [
    ` ${text}`,
    `${text}\n\n`,
    text.replace(',', ', '),
    text.replace('"seq":3', '"seq":3.0'),
  ])
    expect(readCheckpoint(respelled), respelled).toBeNull()
  // Bits that base64url leaves over in the last place of a signature and of a key.
  for (const end of [/.(?="\}$)/, /.(?="\}\])/])
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const changed = text.replace(end, other)
      const read = readCheckpoint(changed)
      if (changed !== text) expect(read && isGenuine(read), `${end} is ${other}`).toBeFalsy()
    }
  for (let at = 0; at < text.length; at++)
    for (const other of [1, 2, 0x20]) {
      const changed =
        text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ other) + text.slice(at + 1)
      const read = readCheckpoint(changed)
      expect(read && isGenuine(read), `character ${at} ^ ${other}`).toBeFalsy()
    }
})
