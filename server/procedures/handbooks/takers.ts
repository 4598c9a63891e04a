import { findHandbook } from '../../handbooks/find-handbook'
import { type Taker, takersOf } from '../../handbooks/takers'
import { signedIn } from '../../trpc/access'
import { handbookInput } from './get'

/** The policies that take a handbook in, with all that is needed to tell what another version of it would do to them. */
export const takers = signedIn.input(handbookInput).query(async ({ ctx, input }): Promise<Taker[]> => {
  await findHandbook(ctx.database, input.handbook)
  return takersOf(ctx.database, input.handbook)
})
