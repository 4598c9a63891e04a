import type { TableResult } from '@/compiler/runtime/result'
import { loadArtifact } from '../../runtime/artifacts'
import { decideInput } from '../../runtime/inputs'
import { lookUp } from '../../runtime/look-up'
import { procedure } from '../../trpc/trpc'

/** Decides by the table in force of the client's tier. Asked for alone, the lean handler answers, to POST as well. */
export const decide = procedure.input(decideInput).query(async ({ ctx, input }): Promise<TableResult> => {
  const { hash } = await lookUp(ctx.pool, ctx.authorization, input)
  return (await loadArtifact(ctx.pool, hash)).decide(input.facts)
})
