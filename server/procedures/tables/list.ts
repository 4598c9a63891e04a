import { listTables } from '../../runtime/list-tables'
import { procedure } from '../../trpc/trpc'

/** The policies that the client may fetch, each with its hash. */
export const list = procedure.query(({ ctx }) => listTables(ctx.pool, ctx.authorization))
