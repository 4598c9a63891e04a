import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { type Moved, movePolicy } from '../../handbooks/move-policy'
import { handbookVersion } from '../../handbooks/taken-in'
import { Refusal } from '../../refusal'
import { editor } from '../../trpc/access'
import { handbookInput, versionNumber } from './get'

const policies = z
  .array(z.strictObject({ policy: slug, revision: versionNumber }))
  .min(1)
  .max(200)

/**
 * Moves policies to a published version of the handbook that they take in, each with a save of its own: one that is not
 * moved keeps none of the others.
 */
export const move = editor
  .input(handbookInput.extend({ version: versionNumber, policies }))
  .mutation(async ({ ctx, input }): Promise<Moved[]> => {
    const { handbook: name, version } = input
    const handbook = await handbookVersion(ctx.database, { name, version })
    if (!handbook)
      throw new Refusal('not-found', `There is no version ${version} of a handbook named "${name}".`)
    const moved: Moved[] = []
    for (const { policy, revision } of input.policies)
      moved.push(await movePolicy(ctx.database, handbook, { policy, revision, by: ctx.user }))
    return moved
  })
