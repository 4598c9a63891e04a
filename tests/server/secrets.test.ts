import { expect, test } from 'vitest'
import { hashPassword, randomPassword, verifyPassword } from '@/server/auth/password'
import { hashToken, randomToken } from '@/server/auth/token'

test('a password is kept with its parameters and a salt of its own', async () => {
  const [one, other] = [await hashPassword('the same'), await hashPassword('the same')]
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(one).not.toBe(other)
  expect(await verifyPassword('the same', one)).toBe(true)
  expect(await verifyPassword('The same', one)).toBe(false)
})

test('an older hash with other parameters still verifies', async () => {
  // RFC 7914, section 12, the second vector, of which the first 32 bytes are kept.
  const salt = Buffer.from('NaCl').toString('base64url')
  const hash = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162'
  const stored = `scrypt$1024$8$16$${salt}$${Buffer.from(hash, 'hex').toString('base64url')}`
  expect(await verifyPassword('password', stored)).toBe(true)
})

test('nobody’s password verifies, whatever it is', async () => {
  expect(await verifyPassword('', undefined)).toBe(false)
  expect(await verifyPassword('', '')).toBe(false)
})

test('made-up passwords and tokens are never twice the same, and need no quoting', () => {
  const made = Array.from({ length: 1000 }, () => [randomPassword(), randomToken()])
  expect(new Set(made.flat()).size).toBe(2000)
  for (const [password, token] of made) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/)
    expect(token).toMatch(/^remit_[\w-]{49}$/)
  }
})

test('a mistyped token is told by itself', () => {
  const token = randomToken()
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/)
  for (let at = 0; at < token.length; at++) {
    const typo = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1)
    expect(hashToken(typo), typo).toBeNull()
  }
})
