import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { CHANNELS } from '@/drizzle/schema'
import { createClient } from '../../tokens/create-client'
import { administrator } from '../../trpc/access'
import { line, tier } from '../inputs'
import { type ClientSummary, toClient } from './list'

/** Lets a runtime client in. Its token is in the answer, and nowhere else. */
export const create = administrator
  .input(
    z.strictObject({
      name: line(120),
      tier,
      policy: slug.nullish(),
      channel: z.enum(CHANNELS).default('live'),
    }),
  )
  .mutation(async ({ ctx, input }): Promise<{ client: ClientSummary; token: string }> => {
    const policy = input.policy ?? null
    const { client, token } = await ctx.database.transaction(transaction =>
      createClient(transaction, { ...input, policy, by: ctx.user }),
    )
    return { client: toClient({ client, policy, createdBy: ctx.user.name }), token }
  })
