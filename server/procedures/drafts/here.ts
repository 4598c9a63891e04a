import { and, asc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { id } from '@/compiler/language/ids'
import { drafts, presence, users } from '@/drizzle/schema'
import { findPolicy } from '../../policies/find-policy'
import { signedIn } from '../../trpc/access'
import { policyInput, uuid } from '../inputs'

/** Another tab that has the draft open. */
export interface Other {
  /** Made up by the tab, so that one person in two tabs is told apart. */
  tab: string
  name: string
  /** It is the person's own, who asks. */
  own: boolean
  /** Ids of the steps and lines that they have selected. */
  at: string[]
}

export interface Here {
  /** The draft's newest revision. */
  revision: number
  others: Other[]
}

/** How long somebody who has not been heard of counts as here, in seconds: a few times as long as tabs wait. */
const STAYS = 15

/** Says that a tab has the draft open and where it is; answers who else is here. `leaves` says good-bye. */
export const here = signedIn
  .input(
    policyInput.extend({
      tab: uuid,
      at: z.array(id).max(100),
      leaves: z.boolean().optional(),
    }),
  )
  .mutation(async ({ ctx, input: { policy, tab, at, leaves } }): Promise<Here> => {
    const { database, user } = ctx
    const { id: policyId } = await findPolicy(database, policy)
    const fresh = sql<Date>`now() - make_interval(secs => ${STAYS})`
    const own = and(eq(presence.policyId, policyId), eq(presence.tab, tab), eq(presence.userId, user.id))
    if (leaves) await database.delete(presence).where(own)
    else
      await database
        .insert(presence)
        .values({ policyId, tab, userId: user.id, at })
        .onConflictDoUpdate({
          target: [presence.policyId, presence.tab],
          set: { at, seenAt: sql`now()` },
          // A tab's id is nobody else's to speak for.
          setWhere: eq(presence.userId, user.id),
        })
    await database.delete(presence).where(and(eq(presence.policyId, policyId), lt(presence.seenAt, fresh)))
    const [draft] = await database
      .select({ revision: drafts.revision })
      .from(drafts)
      .where(eq(drafts.policyId, policyId))
    const others = await database
      .select({
        tab: presence.tab,
        name: users.name,
        own: sql<boolean>`${presence.userId} = ${user.id}`,
        at: presence.at,
      })
      .from(presence)
      .innerJoin(users, eq(users.id, presence.userId))
      .where(and(eq(presence.policyId, policyId), ne(presence.tab, tab), gt(presence.seenAt, fresh)))
      .orderBy(asc(users.name), asc(presence.tab))
    return { revision: draft!.revision, others }
  })
