import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { createPolicy } from '../../policies/create-policy'
import { emptyPolicy } from '../../policies/empty-policy'
import { wellFormed } from '../../policies/well-formed'
import { editor } from '../../trpc/access'
import { line } from '../inputs'

/** A new policy: from a document, or empty. */
export const create = editor
  .input(z.strictObject({ name: slug, title: line(200), document: z.unknown().optional() }))
  .mutation(async ({ ctx, input: { name, title, document } }): Promise<{ name: string }> => {
    const made = document === undefined ? emptyPolicy(name, title) : { ...wellFormed(document, name), title }
    await createPolicy(ctx.database, made, ctx.user.id)
    return { name }
  })
