import { describe, expect, test } from 'vitest'
import { base, manager } from './harness/shared'

const open = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { method, redirect: 'manual', headers: { accept: 'text/html', ...headers } })

describe('pages', () => {
  test('lead whoever is not signed in to where they can, and back', async () => {
    const answer = await open('/policies/shipping-promises/edit?panel=handbook')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(
      '/sign-in?next=%2Fpolicies%2Fshipping-promises%2Fedit%3Fpanel%3Dhandbook',
    )
    expect((await open('/sign-in')).status).toBe(200)
    expect((await open('/', { cookie: manager.cookie! })).status).toBe(200)
  })

  test('run only the scripts that this answer names, by a nonce of its own', async () => {
    const policies = await Promise.all([open('/sign-in'), open('/sign-in')]).then(answers =>
      answers.map(({ headers }) => headers.get('content-security-policy')!),
    )
    const scripts = policies.map(policy => /script-src ([^;]*)/.exec(policy)![1]!)
    expect(scripts[0]).toMatch(/^'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'$/)
    expect(scripts[0]).not.toBe(scripts[1])
    for (const directive of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policies[0]).toContain(directive)
  })

  test('change nothing', async () => {
    expect((await open('/', { cookie: manager.cookie! }, 'POST')).status).toBe(405)
  })
})

test('every answer carries what browsers are to keep to', async () => {
  for (const path of ['/sign-in', '/api/health', '/api/trpc/auth.me', '/_next/static/none.js']) {
    const { headers } = await open(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

test('health says whether the database answers', async () => {
  const answer = await fetch(`${base}/api/health`)
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
})

test('an address that makes no sense is refused', async () => {
  expect((await open('/api/trpc/%E0%A4%A')).status).toBe(400)
  expect((await open('/api/trpc/no.such')).status).toBe(404)
})
