import { z } from 'zod'
import { CHANNELS } from '@/drizzle/schema'
import { findPolicy } from '../../policies/find-policy'
import { inForceAt } from '../../policies/in-force-at'
import { signedIn } from '../../trpc/access'
import { policyInput } from '../inputs'

/** Which version was in force on a channel at a moment, and until when. */
export const asOf = signedIn
  .input(policyInput.extend({ channel: z.enum(CHANNELS), at: z.iso.datetime({ offset: true }) }))
  .query(async ({ ctx, input: { policy, channel, at } }) => {
    const { id } = await findPolicy(ctx.database, policy)
    return inForceAt(ctx.database, id, channel, new Date(at))
  })
