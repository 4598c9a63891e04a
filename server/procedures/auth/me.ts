import { procedure } from '../../trpc/trpc'

/** Who is signed in; null where nobody is. */
export const me = procedure.query(({ ctx }) => ctx.me())
