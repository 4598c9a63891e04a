import { z } from 'zod'
import { defineKind, nodeFields } from './common'

export const start = defineKind({
  kind: 'start',
  title: 'Start',
  about: 'Where every case begins.',
  waysOut: 'one',
  enterable: false,
  schema: z.strictObject({ ...nodeFields, kind: z.literal('start') }),
})
