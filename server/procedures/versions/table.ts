import { and, eq } from 'drizzle-orm'
import type { Artifact } from '@/compiler/runtime/artifact'
import { artifacts, versionTables } from '@/drizzle/schema'
import { findVersion } from '../../policies/find-version'
import { Refusal } from '../../refusal'
import { signedIn } from '../../trpc/access'
import { tier } from '../inputs'
import { versionInput } from './get'

/** The compiled table of one tier in a version. */
export const table = signedIn
  .input(versionInput.extend({ tier }))
  .query(async ({ ctx, input }): Promise<Artifact> => {
    const version = await findVersion(ctx.database, input.policy, input.number)
    const [found] = await ctx.database
      .select({ body: artifacts.body })
      .from(versionTables)
      .innerJoin(artifacts, eq(artifacts.hash, versionTables.hash))
      .where(and(eq(versionTables.versionId, version.id), eq(versionTables.tier, input.tier)))
    if (!found) throw new Refusal('not-found', `Version ${input.number} has no tier "${input.tier}".`)
    return JSON.parse(found.body)
  })
