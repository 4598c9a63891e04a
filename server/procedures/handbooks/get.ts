import { z } from 'zod'
import { slug } from '@/compiler/language/ids'
import { handbookVersion } from '../../handbooks/taken-in'
import { Refusal } from '../../refusal'
import { signedIn } from '../../trpc/access'

export const handbookInput = z.strictObject({ handbook: slug })
export const versionNumber = z.int().positive().max(2_147_483_647)

/** One published version of a shared handbook: what policies are read by that take it in. */
export const get = signedIn
  .input(handbookInput.extend({ version: versionNumber }))
  .query(async ({ ctx, input: { handbook, version } }) => {
    const found = await handbookVersion(ctx.database, { name: handbook, version })
    if (!found)
      throw new Refusal('not-found', `There is no version ${version} of a handbook named "${handbook}".`)
    return found
  })
