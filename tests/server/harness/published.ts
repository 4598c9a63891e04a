import type { PolicyDocument } from '@/compiler/language/policy'
import { change } from './call'
import { type Publishing, publish } from './publish'
import { approver, manager } from './shared'
import { smallPolicy } from './small-policy'

/** Makes a policy and publishes it as version 1, in force on the channel live. */
export async function published(name: string, document: PolicyDocument = smallPolicy(name)): Promise<void> {
  await made(name, document)
  await publishedAgain({ policy: name })
}

/** Publishes a draft of the manager's, which the approver approves. */
export async function publishedAgain(publishing: Publishing): Promise<number> {
  const answer = await publish({ proposer: manager, approver }, publishing)
  if (!answer.data) throw new Error(`publishing failed: ${answer.text}`)
  return answer.data.number
}

/** Makes a policy with its first draft. */
export async function made(name: string, document: PolicyDocument = smallPolicy(name)): Promise<void> {
  const answer = await change(manager, 'policies.create', { name, title: document.title ?? name, document })
  if (!answer.data) throw new Error(`making the policy failed: ${answer.text}`)
}
