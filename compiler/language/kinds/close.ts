import { z } from 'zod'
import { defineKind, nodeFields, withSchema } from './common'

export const RESULTS = ['resolved', 'declined'] as const

export const optionSchema = z.union([
  z.strictObject({ action: z.string(), with: withSchema.optional() }),
  z.strictObject({ say: z.string() }),
])
/** What is offered instead: an action under the same authority as a step, or words. */
export type Option = z.infer<typeof optionSchema>

export const close = defineKind({
  kind: 'close',
  title: 'Close',
  about: 'Ends the case, resolved or declined.',
  waysOut: 'none',
  enterable: true,
  schema: z.strictObject({
    ...nodeFields,
    kind: z.literal('close'),
    result: z.enum(RESULTS),
    options: z.array(optionSchema).optional(),
  }),
})
