import type { PolicyDocument } from '@/compiler/language/policy'
import { change } from './call'
import { manager } from './shared'
import { smallPolicy } from './small-policy'

/** Makes a policy and publishes it as version 1. */
export async function published(name: string, document: PolicyDocument = smallPolicy(name)): Promise<void> {
  await made(name, document)
  const answer = await change(manager, 'versions.publish', { policy: name, revision: 1 })
  if (!answer.data) throw new Error(`publishing failed: ${answer.text}`)
}

/** Makes a policy with its first draft. */
export async function made(name: string, document: PolicyDocument = smallPolicy(name)): Promise<void> {
  const answer = await change(manager, 'policies.create', { name, title: document.title ?? name, document })
  if (!answer.data) throw new Error(`making the policy failed: ${answer.text}`)
}
