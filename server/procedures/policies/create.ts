import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { isTimeZone } from '@/compiler/language/time-zone'
import { createPolicy } from '../../policies/create-policy'
import { emptyPolicy } from '../../policies/empty-policy'
import { wellFormed } from '../../policies/well-formed'
import { editorOrToken } from '../../trpc/access'
import { line } from '../inputs'

/** Whose clock tells the time of a call; a document says so itself. */
const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as America/Chicago').optional()

/** A new policy: from a document, or empty. */
export const create = editorOrToken
  .input(z.strictObject({ name: slug, title: line(200), document: z.unknown().optional(), timeZone }))
  .mutation(async ({ ctx, input: { name, title, document, timeZone } }): Promise<{ name: string }> => {
    const made =
      document === undefined ? emptyPolicy(name, title, timeZone) : { ...wellFormed(document, name), title }
    await createPolicy(ctx.database, made, ctx.user)
    return { name }
  })
