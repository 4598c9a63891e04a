import { z } from 'zod'
import { editor } from '../../trpc/access'
import { callOff as callOffRelease } from '../../versions/call-off'
import { policyInput } from '../inputs'

/** Calls off what is still to come in force. */
export const callOff = editor
  .input(policyInput.extend({ id: z.int().positive() }))
  .mutation(async ({ ctx, input }): Promise<null> => {
    await callOffRelease(ctx.database, { ...input, by: ctx.user })
    return null
  })
