import type { Channel, KeyPurpose, Role } from '@/drizzle/schema'

/** What an act's words are made of. */
export interface Told<Details> {
  /** The policy's title, or what it is called in addresses where it is gone. */
  policy: string
  from: string | number | null
  to: string | number | null
  details: Details
}

interface Act<Details> {
  /** What lists of acts call it. */
  label: string
  /** What somebody did, in the words that follow their name. */
  says: (told: Told<Details>) => string
}

const act = <Details = undefined>(label: string, says: Act<Details>['says']): Act<Details> => ({
  label,
  says,
})

/** Somebody as the log knows them: it outlives what is known of them elsewhere. */
export interface PersonNamed {
  id: string
  name: string
}

interface ClientNamed {
  id: string
  name: string
}

interface TokenNamed {
  id: string
  name: string
}

const A_ROLE: Record<Role, string> = {
  manager: 'a manager',
  auditor: 'an auditor',
  administrator: 'an administrator',
}
const numberOf = (approvals: number) => (approvals === 1 ? 'one approval' : `${approvals} approvals`)
const aRole = (role: string | number | null) => A_ROLE[role as Role]

/** Everything that changes anything, by the name that it has in the log for good: names are only ever added. */
export const ACTS = {
  'log.begun': act<{ people: number; policies: { name: string; versions: number }[] }>(
    'Began the log',
    ({ details: { policies } }) =>
      policies.length === 0
        ? 'began this log'
        : `began this log, when there were ${policies.length} policies already`,
  ),
  'session.opened': act('Signed in', () => 'signed in'),
  'session.closed': act('Signed out', () => 'signed out'),
  'password.changed': act('Changed their password', () => 'changed their own password'),
  'person.added': act<{ person: PersonNamed & { email: string; role: Role; approves: boolean } }>(
    'Added somebody',
    ({ details: { person } }) =>
      `added ${person.name} as ${aRole(person.role)}${person.approves ? ' who may approve' : ''}`,
  ),
  'person.role-changed': act<{ person: PersonNamed }>(
    'Changed a role',
    ({ from, to, details }) => `made ${details.person.name} ${aRole(to)}, who had been ${aRole(from)}`,
  ),
  'person.may-approve': act<{ person: PersonNamed }>(
    'Gave the right to approve',
    ({ details }) => `gave ${details.person.name} the right to approve`,
  ),
  'person.may-not-approve': act<{ person: PersonNamed }>(
    'Took the right to approve',
    ({ details }) => `took the right to approve from ${details.person.name}`,
  ),
  'person.password-reset': act<{ person: PersonNamed }>(
    'Made a new password for somebody',
    ({ details }) => `made a new password for ${details.person.name}`,
  ),
  'person.removed': act<{ person: PersonNamed }>(
    'Removed somebody',
    ({ details }) => `removed ${details.person.name}`,
  ),
  'policy.created': act('Made a policy', ({ policy }) => `made the policy ${policy}`),
  'policy.removed': act('Removed a policy', ({ policy }) => `removed the policy ${policy}`),
  'draft.saved': act('Saved a draft', ({ to, policy }) => `saved revision ${to} of ${policy}`),
  'draft.moved': act<{ handbook: string; from: number; to: number }>(
    'Moved a draft to another version of its handbook',
    ({ policy, details: { handbook, to } }) => `moved ${policy} to version ${to} of the handbook ${handbook}`,
  ),
  'proposal.made': act<{
    /** Of the draft; left out where the number of approvals is proposed. */
    revision?: number
    approvalsNeeded?: number
    hash: string
    /** Ids of everybody who had a hand in it. */
    editors: string[]
    /** The number of the proposal whose place it took. */
    replaces?: number
  }>('Made a proposal', ({ to, policy, details: { approvalsNeeded } }) =>
    approvalsNeeded === undefined
      ? `proposed a new version of ${policy} (proposal ${to})`
      : `proposed ${numberOf(approvalsNeeded)} for ${policy} (proposal ${to})`,
  ),
  'proposal.approved': act<{
    hash: string
    comparedWith: number | null
    approvals: number
    needed: number
  }>(
    'Approved a proposal',
    ({ to, policy, details: { approvals, needed } }) =>
      `approved proposal ${to} of ${policy}, ${approvals} of ${needed}`,
  ),
  'approval.taken-back': act<{ hash: string }>(
    'Took an approval back',
    ({ to, policy }) => `took back their approval of proposal ${to} of ${policy}`,
  ),
  'proposal.sent-back': act(
    'Sent a proposal back',
    ({ to, policy }) => `sent proposal ${to} of ${policy} back`,
  ),
  'proposal.withdrawn': act(
    'Withdrew a proposal',
    ({ to, policy }) => `withdrew proposal ${to} of ${policy}`,
  ),
  'policy.approvals-changed': act(
    'Changed how many approvals are needed',
    ({ from, to, policy }) => `changed how many approvals ${policy} needs, from ${from} to ${to}`,
  ),
  'version.published': act<{
    /** The number of the proposal; left out in what came with Remit. */
    proposal?: number
    hash: string
    starts: { channel: Channel; from: string }[]
  }>('Published a version', ({ to, policy }) => `published version ${to} of ${policy}`),
  'version.released': act<{ channel: Channel; from: string }>(
    'Put a version in force',
    ({ to, policy, details: { channel } }) => `put version ${to} of ${policy} in force on ${channel}`,
  ),
  'release.called-off': act<{ channel: Channel; from: string }>(
    'Called a version off',
    ({ to, policy, details: { channel } }) =>
      `called off that version ${to} of ${policy} comes in force on ${channel}`,
  ),
  'version.rolled-back': act<{ channel: Channel; republishes: number }>(
    'Rolled back',
    ({ from, to, policy, details: { channel, republishes } }) =>
      `rolled ${policy} back on ${channel} from version ${from} to version ${republishes}, which is now version ${to}`,
  ),
  'client.added': act<{ client: ClientNamed & { tier: string; channel: Channel } }>(
    'Let a runtime client in',
    ({ details: { client } }) => `let the runtime client “${client.name}” in, for ${client.tier}`,
  ),
  'client.revoked': act<{ client: ClientNamed }>(
    'Revoked a runtime client',
    ({ details: { client } }) => `revoked the runtime client “${client.name}”`,
  ),
  'token.made': act<{ token: TokenNamed; days: number }>(
    'Made a personal token',
    ({ details: { token } }) => `made the personal token “${token.name}”`,
  ),
  'token.revoked': act<{ token: TokenNamed }>(
    'Revoked a personal token',
    ({ details: { token } }) => `revoked the personal token “${token.name}”`,
  ),
  'key.made': act<{ purpose: KeyPurpose; endorsed: boolean }>(
    'Made a signing key',
    ({ from, details: { endorsed } }) =>
      from === null
        ? 'made the key that checkpoints are signed with'
        : `put a new signing key in the place of the old one, which ${endorsed ? 'vouches' : 'could not vouch'} for it`,
  ),
} as const

export type ActName = keyof typeof ACTS
export type DetailsOf<Name extends ActName> = Parameters<(typeof ACTS)[Name]['says']>[0]['details']
