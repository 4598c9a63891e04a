import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf, hostOf, isSecure } from '@/server/http/peer'
import { isSameOrigin } from '@/server/http/same-origin'
import { readSessionCookie, writeSessionCookie } from '@/server/http/session-cookie'
import { readSettings } from '@/server/settings'

const request = (headers: Record<string, string>) =>
  ({ headers, socket: { remoteAddress: '10.0.0.1' } }) as unknown as IncomingMessage
const direct = readSettings({})
const proxied = readSettings({ REMIT_TRUST_PROXY: '1' })

const forwarded = request({
  host: 'remit:3000',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'remit.example',
  'x-forwarded-for': '6.6.6.6, 203.0.113.9',
  origin: 'https://remit.example',
})

test('a proxy is believed only where it is trusted, and only its own word', () => {
  expect([isSecure(forwarded, direct), hostOf(forwarded, direct), addressOf(forwarded, direct)]).toEqual([
    false,
    'remit:3000',
    '10.0.0.1',
  ])
  expect([isSecure(forwarded, proxied), hostOf(forwarded, proxied), addressOf(forwarded, proxied)]).toEqual([
    true,
    'remit.example',
    '203.0.113.9',
  ])
  expect(isSameOrigin(forwarded, direct)).toBe(false)
  expect(isSameOrigin(forwarded, proxied)).toBe(true)
})

test('over https the cookie is bound to this host, and no other name is read', () => {
  const headers: Record<string, string> = {}
  const response = { setHeader: (name: string, value: string) => (headers[name] = value) }
  writeSessionCookie(response as unknown as ServerResponse, true, 'secret')
  expect(headers['set-cookie']).toMatch(
    /^__Host-remit=secret; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
  )
  const cookies = request({ cookie: 'a=b; remit=plain; __Host-remit=secret' })
  expect(readSessionCookie(cookies, true)).toBe('secret')
  expect(readSessionCookie(cookies, false)).toBe('plain')
})
