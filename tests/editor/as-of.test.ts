import { describe, expect, it } from 'vitest'
import { inForceWords } from '@/app/_versions/as-of/as-of-words'
import { type Asked, addressOf, readAsked, readCase } from '@/app/_versions/as-of/asked'

const said = (
  version: { number: number; since: string } | null,
  until: string | null,
  at: string,
  now = '2026-03-10T12:00:00Z',
) => inForceWords({ version, until }, { at, channel: 'live' }, now).replaceAll(/\d+ \w+ \d+, [\d:]+/g, '…')

describe('What was in force is said', () => {
  const two = { number: 2, since: '2026-03-01T09:00:00Z' }
  it.each([
    [
      two,
      '2026-03-05T10:00:00Z',
      '2026-03-03T14:30:00Z',
      'On …, version 2 was in force on live: since …, until ….',
    ],
    [
      two,
      null,
      '2026-03-03T14:30:00Z',
      'On …, version 2 is in force on live: since …, and no other is planned.',
    ],
    [
      two,
      '2026-04-01T10:00:00Z',
      '2026-03-03T14:30:00Z',
      'On …, version 2 is in force on live: since …, until ….',
    ],
    [
      two,
      null,
      '2026-05-03T14:30:00Z',
      'On …, version 2 will be in force on live: since …, and no other is planned.',
    ],
    [null, null, '2026-03-03T14:30:00Z', 'On …, nothing was in force on live.'],
    [
      null,
      '2026-03-04T10:00:00Z',
      '2026-03-03T14:30:00Z',
      'On …, nothing was in force on live. The first version came on ….',
    ],
    [
      null,
      '2026-04-04T10:00:00Z',
      '2026-03-13T14:30:00Z',
      'On …, nothing will be in force on live. The first version comes on ….',
    ],
  ])('%#: %s, until %s, on %s', (version, until, at, words) => expect(said(version, until, at)).toBe(words))
})

describe('What is asked', () => {
  it('stands in the address, and is read from it', () => {
    const asked: Asked = {
      at: '2026-03-03T14:30:00.000Z',
      channel: 'staging',
      version: 7,
      tier: 'T1',
      facts: { call_time: '14:30:00', paid: 12.5, safe: true, 'a&b': '?=é', unknown: null },
    }
    expect(readAsked(new URLSearchParams(addressOf(asked)))).toEqual(asked)
    const plain: Asked = { channel: 'live', facts: {} }
    expect(addressOf(plain)).toBe('?')
    expect(readAsked(new URLSearchParams('?'))).toEqual(plain)
  })

  it('is left out where it is none', () =>
    expect(readAsked(new URLSearchParams('at=soon&channel=other&version=two&facts=[1]'))).toEqual({
      channel: 'live',
      facts: {},
    }))

  it.each([
    ['{"a": 1', 'That is no JSON'],
    ['[]', 'A case is an object'],
    ['null', 'A case is an object'],
    ['{"a": {"b": 1}}', '“a” is a list or an object'],
  ])('a case that is none is told so: %s', (text, problem) =>
    expect(readCase(text)).toMatchObject({ facts: null, problem: expect.stringContaining(problem) }),
  )
})
