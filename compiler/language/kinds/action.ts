import { z } from 'zod'
import { defineKind, nodeFields, withSchema } from './common'

export const action = defineKind({
  kind: 'action',
  title: 'Action',
  about: 'Authorises an action of the handbook.',
  waysOut: 'one',
  enterable: true,
  schema: z.strictObject({
    ...nodeFields,
    kind: z.literal('action'),
    action: z.string(),
    with: withSchema.optional(),
  }),
})
