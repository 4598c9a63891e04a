import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { clients } from '@/drizzle/schema'
import { Refusal } from '../../refusal'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'

/** Its token is refused from the next request on. */
export const revoke = administrator
  .input(z.strictObject({ id: uuid }))
  .mutation(async ({ ctx, input }): Promise<null> => {
    const revoked = await ctx.database
      .update(clients)
      .set({ revokedAt: sql`coalesce(${clients.revokedAt}, now())` })
      .where(eq(clients.id, input.id))
      .returning({ id: clients.id })
    if (revoked.length === 0) throw new Refusal('not-found', 'There is no such client.')
    return null
  })
