import type { Artifact } from '@/compiler/runtime/artifact'
import { readArtifact } from '../../runtime/artifacts'
import { tableInput } from '../../runtime/inputs'
import { lookUp } from '../../runtime/look-up'
import { procedure } from '../../trpc/trpc'

/**
 * The table in force of the client's tier, or one by its hash. Asked for alone, this is answered by the lean handler
 * (`server/http/lean.ts`), with an ETag; here in a batch, where one answer's headers would be on all of them.
 */
export const get = procedure.input(tableInput).query(async ({ ctx, input }): Promise<Artifact> => {
  const { hash } = await lookUp(ctx.pool, ctx.authorization, input)
  return JSON.parse(await readArtifact(ctx.pool, hash))
})
