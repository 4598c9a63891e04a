import { type Answer, ask, type Caller, change } from './call'

export interface Publishing {
  policy: string
  /** The draft's revision; without it, the newest. */
  revision?: number
  note?: string
  starts?: readonly { channel: 'staging' | 'live'; from: string | null }[]
}

/** Both sides of a publication: who draws and proposes, and somebody else, who approves. */
export interface Sides {
  proposer: Caller
  approver: Caller
}

/** The number and the hash of a new proposal, for those who approve and publish it. */
export async function proposed(proposer: Caller, { policy, revision, note }: Publishing): Promise<Answer> {
  const newest = revision ?? (await ask(proposer, 'drafts.get', { policy })).data.revision
  return change(proposer, 'proposals.make', { policy, revision: newest, note })
}

/** Agrees to a proposal as its page shows it. */
export async function approved(approver: Caller, policy: string, number: number): Promise<Answer> {
  const { data } = await ask(approver, 'proposals.get', { policy, number })
  return change(approver, 'proposals.approve', {
    policy,
    number,
    hash: data.hash,
    comparedWith: data.inForce ?? null,
  })
}

/** Proposes a draft, has somebody else approve it, and publishes it: the first answer that is a refusal, or the last. */
export async function publish({ proposer, approver }: Sides, publishing: Publishing): Promise<Answer> {
  const { policy, starts = [{ channel: 'live', from: null }] } = publishing
  const made = await proposed(proposer, publishing)
  if (!made.data) return made
  const { number, hash } = made.data
  const agreed = await approved(approver, policy, number)
  if (!agreed.data) return agreed
  return change(proposer, 'proposals.publish', { policy, number, hash, starts })
}
