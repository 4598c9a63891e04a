import { z } from 'zod'
import { defineKind, nodeFields } from './common'

export const question = defineKind({
  kind: 'question',
  title: 'Question',
  about: 'Branches on one or more facts, asked in their order.',
  waysOut: 'answers',
  enterable: true,
  schema: z.strictObject({
    ...nodeFields,
    kind: z.literal('question'),
    facts: z.array(z.string()).min(1),
    /** `first`: the order of its edges decides where two answers hold. Without it answers are unique. */
    hit: z.enum(['unique', 'first']).optional(),
  }),
})
