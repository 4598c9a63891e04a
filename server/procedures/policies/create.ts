import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { isTimeZone } from '@/compiler/language/time-zone'
import { POLICY_KINDS } from '@/drizzle/schema'
import { createPolicy } from '../../policies/create-policy'
import { emptyPolicy, emptySharedHandbook } from '../../policies/empty-policy'
import { type DraftDocument, kindOf, wellFormedAs } from '../../policies/well-formed'
import { editorOrToken } from '../../trpc/access'
import { line } from '../inputs'

/** Whose clock tells the time of a call; a document says so itself. */
const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as America/Chicago').optional()

/** What a new draft begins with: a document, which says itself what it is, or nothing. */
export const create = editorOrToken
  .input(
    z.strictObject({
      name: slug,
      title: line(200),
      kind: z.enum(POLICY_KINDS).default('policy'),
      document: z.unknown().optional(),
      timeZone,
    }),
  )
  .mutation(async ({ ctx, input: { name, title, kind, document, timeZone } }): Promise<{ name: string }> => {
    const empty = () =>
      kind === 'handbook' ? emptySharedHandbook(name, title) : emptyPolicy(name, title, timeZone)
    const made: DraftDocument =
      document === undefined ? empty() : { ...wellFormedAs[kindOf(document)](document, name), title }
    await createPolicy(ctx.database, made, ctx.user, document === undefined ? 'created' : 'imported')
    return { name }
  })
