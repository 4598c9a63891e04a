import { z } from 'zod'
import { whenSchema } from '../handbook'
import { defineKind, nodeFields } from './common'

export const trigger = defineKind({
  kind: 'trigger',
  title: 'Magic word',
  about: 'Pre-empts the chart at any moment of the call when its test holds.',
  waysOut: 'one',
  enterable: false,
  schema: z.strictObject({
    ...nodeFields,
    kind: z.literal('trigger'),
    /** Lower goes first; then by id. */
    priority: z.number(),
    when: whenSchema,
  }),
})
