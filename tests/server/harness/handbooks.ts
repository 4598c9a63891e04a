import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { change } from './call'
import { manager, sql } from './shared'
import { smallPolicy } from './small-policy'

/** What `smallPolicy` needs, as a handbook that several policies share. */
export function smallHandbook(name: string, version = 1): SharedHandbook {
  const { tiers, facts, actions } = smallPolicy(name).handbook as Omit<SharedHandbook, 'format'>
  return { format: 'remit-handbook/1', name, version, title: 'A small handbook', tiers, facts, actions }
}

/** The same policy, whose handbook is the shared one. */
export const takingIn = (name: string, handbook: string, version = 1): PolicyDocument => ({
  ...smallPolicy(name),
  handbook: { from: { name: handbook, version } },
})

/** Makes a handbook with its first draft. */
export async function madeHandbook(document: SharedHandbook): Promise<void> {
  const { name, title = name } = document
  const answer = await change(manager, 'policies.create', { name, title, document })
  if (!answer.data) throw new Error(`making the handbook failed: ${answer.text}`)
}

/** Publishes a version of a handbook that is there. */
export async function publishedHandbook(document: SharedHandbook): Promise<void> {
  await sql(
    `insert into versions (policy_id, number, document) select id, $2, $3 from policies where name = $1`,
    [document.name, document.version, JSON.stringify(document)],
  )
}
