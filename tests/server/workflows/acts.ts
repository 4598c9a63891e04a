import type { Me } from '@/server/auth/session'
import { appRouter } from '@/server/router'
import type { Context } from '@/server/trpc/context'
import { smallPolicy } from '../harness/small-policy'
import type { Dice } from './dice'

/** Somebody in a workflow, who calls the procedures as themselves. */
export interface Person {
  id: string
  name: string
  may: ReturnType<typeof appRouter.createCaller>
}

/** A caller of the procedures in this process, with their checks, but without HTTP. */
export const callerOf = (
  services: Pick<Context, 'database' | 'pool'>,
  me: () => Promise<Me | null>,
): ReturnType<typeof appRouter.createCaller> =>
  appRouter.createCaller({ ...services, me } as unknown as Context)

/** What people know in a workflow, as pages would tell them: some of it is stale by the time that they act on it. */
export interface Known {
  policy: string
  people: Person[]
  administrator: Person
  /** Every proposal that was ever made, with its hash as the answer told it. */
  proposals: { number: number; hash: string }[]
  versions: number[]
  /** What was saved, by revision, as the text that was sent. */
  saved: Map<number, { document: string; by: string }>
}

const CHANNELS = ['staging', 'live'] as const
const WORDS = ['One.', 'Two.', 'Three.', 'Four.', 'Five.']

/** Mostly the newest, sometimes any. */
const recent = <T>(dice: Dice, items: T[]): T | undefined =>
  dice.chance(88) ? items.at(-1) : items[dice.int(0, items.length - 1)]

const moment = (dice: Dice) =>
  dice.chance(75) ? null : new Date(Date.now() + dice.int(1, 400)).toISOString()

const starts = (dice: Dice) =>
  CHANNELS.filter(() => dice.chance(60)).map(channel => ({ channel, from: moment(dice) }))

type Act = (known: Known, who: Person, dice: Dice) => Promise<unknown>

/** Mostly some draw and others approve, so that something comes of it; now and then it is anybody. */
export function whoDoes(act: ActName, people: Person[], dice: Dice): Person {
  const [draws, approves, approvesToo, manages] = people as [Person, Person, Person, Person, Person]
  if (act === 'approve' && dice.chance(88)) return dice.pick([approves, approvesToo])
  if ((act === 'edit' || act === 'propose') && dice.chance(75)) return dice.pick([draws, manages])
  return dice.pick(people)
}

/** Everything that people do to a policy, each as one call or two, whether it is allowed or not. */
export const ACTS = {
  edit: async ({ policy, saved }, who, dice) => {
    const { revision } = await who.may.drafts.get({ policy })
    const document = smallPolicy(policy, dice.pick(WORDS))
    const next = await who.may.drafts.save({
      policy,
      revision,
      document,
      how: dice.pick(['drawn', 'imported', 'restored'] as const),
    })
    saved.set(next.revision, { document: JSON.stringify(document), by: who.id })
  },
  propose: async (known, who, dice) => {
    const { policy, proposals } = known
    if (dice.chance(50)) await ACTS.edit(known, who, dice)
    const { revision } = await who.may.drafts.get({ policy })
    const { number, hash } = await who.may.proposals.make({ policy, revision })
    proposals.push({ number, hash })
  },
  approve: async ({ policy, proposals }, who, dice) => {
    const about = recent(dice, proposals)
    if (!about) return
    const { live } = await who.may.releases.list({ policy })
    // Now and then what was shown was something else.
    const hash = dice.chance(92) ? about.hash : dice.pick(proposals).hash
    const comparedWith = dice.chance(95) ? (live.inForce?.number ?? null) : null
    await who.may.proposals.approve({ policy, number: about.number, hash, comparedWith })
  },
  takeBack: async ({ policy, proposals }, who, dice) => {
    const about = recent(dice, proposals)
    if (about) await who.may.proposals.takeBack({ policy, number: about.number })
  },
  sendBack: async ({ policy, proposals }, who, dice) => {
    const about = recent(dice, proposals)
    if (about) await who.may.proposals.sendBack({ policy, number: about.number, reason: 'No.' })
  },
  withdraw: async ({ policy, proposals }, who, dice) => {
    const about = recent(dice, proposals)
    if (about) await who.may.proposals.withdraw({ policy, number: about.number })
  },
  publish: async ({ policy, proposals, versions }, who, dice) => {
    const about = recent(dice, proposals)
    if (!about) return
    const hash = dice.chance(95) ? about.hash : dice.pick(proposals).hash
    const published = await who.may.proposals.publish({
      policy,
      number: about.number,
      hash,
      starts: starts(dice).map(({ channel, from }) => ({ channel, from })),
    })
    versions.push(published.number)
  },
  release: async ({ policy, versions }, who, dice) => {
    const number = recent(dice, versions)
    if (number === undefined) return
    await who.may.releases.release({ policy, number, channel: dice.pick(CHANNELS), from: moment(dice) })
  },
  callOff: async ({ policy }, who, dice) => {
    const timeline = await who.may.releases.list({ policy })
    const [next] = timeline[dice.pick(CHANNELS)].scheduled
    if (next) await who.may.releases.callOff({ policy, id: next.id })
  },
  rollBack: async ({ policy, versions }, who, dice) => {
    if (versions.length === 0) return
    const timeline = await who.may.releases.list({ policy })
    // Mostly where there is something to go back from.
    const channel = CHANNELS.find(one => (timeline[one].inForce?.number ?? 0) > 1) ?? dice.pick(CHANNELS)
    const older = (timeline[channel].inForce?.number ?? 1) - 1
    const { number } = await who.may.versions.rollBack({
      policy,
      number: older > 0 && dice.chance(80) ? dice.int(1, older) : dice.pick(versions),
      channel,
      reason: 'It was better before.',
    })
    versions.push(number)
  },
  setApprovalsNeeded: async ({ policy, proposals }, who, dice) => {
    const { proposal } = await who.may.policies.setApprovalsNeeded({ policy, needed: dice.int(1, 2) })
    if (proposal === null) return
    const { hash } = await who.may.proposals.get({ policy, number: proposal })
    proposals.push({ number: proposal, hash })
  },
} as const satisfies Record<string, Act>
export type ActName = keyof typeof ACTS

/** How often each is tried, so that enough of them lead to a version. */
export const OFTEN: Record<ActName, number> = {
  edit: 10,
  propose: 20,
  approve: 34,
  takeBack: 2,
  sendBack: 1,
  withdraw: 1,
  publish: 30,
  release: 10,
  callOff: 4,
  rollBack: 12,
  setApprovalsNeeded: 2,
}
