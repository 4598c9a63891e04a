import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { clients, policies } from '@/drizzle/schema'
import { clientNamed } from '../../audit/named'
import { record } from '../../audit/record'
import { Refusal } from '../../refusal'
import { administrator } from '../../trpc/access'
import { uuid } from '../inputs'

/** Its token is refused from the next request on. */
export const revoke = administrator
  .input(z.strictObject({ id: uuid }))
  .mutation(async ({ ctx, input }): Promise<null> => {
    const [client] = await ctx.database
      .select({ id: clients.id, name: clients.name, policy: policies.name })
      .from(clients)
      .leftJoin(policies, eq(policies.id, clients.policyId))
      .where(eq(clients.id, input.id))
    if (!client) throw new Refusal('not-found', 'There is no such client.')
    await ctx.database.transaction(async transaction => {
      const revoked = await transaction
        .update(clients)
        .set({ revokedAt: new Date() })
        .where(and(eq(clients.id, client.id), isNull(clients.revokedAt)))
        .returning({ id: clients.id })
      // Whoever comes second changes nothing.
      if (revoked.length === 0) return
      await record(transaction, {
        act: 'client.revoked',
        by: ctx.user,
        policy: client.policy ?? undefined,
        details: { client: clientNamed(client) },
      })
    })
    return null
  })
