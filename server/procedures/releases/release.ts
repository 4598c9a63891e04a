import { editor } from '../../trpc/access'
import { release as releaseVersion } from '../../versions/release'
import { paragraph, start } from '../inputs'
import { versionInput } from '../versions/get'

/** Puts a published version in force on a channel, now or from a moment on. */
export const release = editor
  .input(versionInput.extend({ ...start.shape, reason: paragraph(2000).optional() }))
  .mutation(({ ctx, input: { reason, ...input } }) =>
    releaseVersion(ctx.database, { ...input, reason: reason || null, by: ctx.user }),
  )
