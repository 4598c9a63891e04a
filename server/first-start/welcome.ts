import type { OpenDatabase } from '../database/open-database'
import type { Settings } from '../settings'
import { demonstrationToken, firstSignIn } from './still-holds'

/** A case of the sample: a health or safety issue at half past two, with two-day shipping paid. */
const CASE = {
  policy: 'shipping-promises',
  facts: { health_or_safety: true, call_time: '14:30:00', paid_speed: 'two-day' },
}

/** What is printed once Remit answers: where it is, how to sign in, and how to decide a case by a published policy. */
export async function welcome({ database, notices }: OpenDatabase, settings: Settings): Promise<string> {
  const address = `http://localhost:${settings.port}`
  const lines = ['', `  Remit is at ${address}`, '']
  const first = await firstSignIn(database, settings.dataDirectory, 'first-sign-in')
  if (first) {
    lines.push(
      `  First sign-in   ${first.email}`,
      `  Password        ${first.password}`,
      '                  Shown until you change it, which is what to do first.',
      '',
    )
  }
  const second = await firstSignIn(database, settings.dataDirectory, 'first-approver')
  if (second) {
    lines.push(
      `  Somebody else   ${second.email}, who approves what the first one proposes`,
      `  Password        ${second.password}`,
      '',
    )
  }
  const token = await demonstrationToken(database, settings.dataDirectory, CASE.policy)
  if (token) {
    lines.push(
      '  Decide a case by the published policy, as the front line’s software would:',
      '',
      `  curl ${address}/api/trpc/decisions.decide -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${JSON.stringify(CASE)}'`,
      '',
    )
  }
  for (const notice of notices) lines.push(`  ${notice}`, '')
  lines.push('  Stop it with Ctrl-C.', '')
  return lines.join('\n')
}
