import { z } from 'zod'
import { CHANNELS } from '@/drizzle/schema'
import { editor } from '../../trpc/access'
import { rollBack as rollBackTo } from '../../versions/roll-back'
import { reason } from '../inputs'
import { versionInput } from './get'

/** Publishes an older version again and puts it in force at once. */
export const rollBack = editor
  .input(versionInput.extend({ channel: z.enum(CHANNELS), reason }))
  .mutation(({ ctx, input }) => rollBackTo(ctx.database, { ...input, by: ctx.user }))
