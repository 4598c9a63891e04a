import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { ask, change } from './call'
import { publish } from './publish'
import { approver, manager } from './shared'
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

/** Saves a handbook that is there, and publishes it as its next version. */
export async function publishedHandbook(document: SharedHandbook): Promise<void> {
  const { name: policy } = document
  const { data } = await ask(manager, 'drafts.get', { policy })
  const saved = await change(manager, 'drafts.save', { policy, revision: data.revision, document })
  const answer = await publish(
    { proposer: manager, approver },
    { policy, revision: saved.data.revision, starts: [] },
  )
  if (answer.data?.number !== document.version) throw new Error(`publishing failed: ${answer.text}`)
}
