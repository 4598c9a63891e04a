import { expect, test } from 'vitest'
import { createLoginAttempts } from '@/server/auth/login-attempts'

function clocked() {
  let now = 1_000_000
  const attempts = createLoginAttempts(() => now)
  return { ...attempts, wait: (seconds: number) => (now += seconds * 1000) }
}

test('five failures are free, then each doubles the wait, up to a quarter of an hour', () => {
  const { begin, wait } = clocked()
  for (let failure = 0; failure < 5; failure++) expect(begin('a@example.com', '1.2.3.4')).toBe(0)
  const waits: number[] = []
  for (let failure = 0; failure < 13; failure++) {
    const seconds = begin('a@example.com', '1.2.3.4')
    waits.push(seconds)
    wait(seconds)
    expect(begin('a@example.com', '1.2.3.4')).toBe(0)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
})

test('attempts at once are counted before any of them is decided', () => {
  const { begin } = clocked()
  const waits = Array.from({ length: 20 }, () => begin('a@example.com', '1.2.3.4'))
  expect(waits.filter(seconds => seconds === 0)).toHaveLength(5)
})

test('a success clears what its person got wrong', () => {
  const { begin, succeed } = clocked()
  for (let round = 0; round < 50; round++) {
    for (let failure = 0; failure < 4; failure++) expect(begin('a@example.com', `1.2.3.${round}`)).toBe(0)
    succeed('a@example.com', `1.2.3.${round}`)
    if (round === 10) break
  }
})

test('many people guessed from one address, and one person from many addresses, are slowed too', () => {
  const byAddress = clocked()
  const people = Array.from({ length: 60 }, (_, n) => byAddress.begin(`${n}@example.com`, '1.2.3.4'))
  expect(people.filter(seconds => seconds === 0)).toHaveLength(30)
  const byEmail = clocked()
  const addresses = Array.from({ length: 200 }, (_, n) => byEmail.begin('a@example.com', `1.2.3.${n}`))
  expect(addresses.filter(seconds => seconds === 0)).toHaveLength(100)
})

test('whoever stays away long enough begins anew', () => {
  const { begin, wait } = clocked()
  for (let failure = 0; failure < 5; failure++) begin('a@example.com', '1.2.3.4')
  wait(3600)
  for (let failure = 0; failure < 5; failure++) expect(begin('a@example.com', '1.2.3.4')).toBe(0)
})
