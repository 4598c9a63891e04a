import { z } from 'zod'
import { whenSchema } from '../handbook'
import { defineKind, nodeFields } from './common'

export const MODES = ['consult', 'transfer', 'callback'] as const

export const escalate = defineKind({
  kind: 'escalate',
  title: 'Escalation',
  about: 'Hands the decision to a higher tier.',
  waysOut: 'none-or-one',
  enterable: true,
  schema: z.strictObject({
    ...nodeFields,
    kind: z.literal('escalate'),
    to: z.string(),
    mode: z.enum(MODES),
    /** How soon to call back, an ISO 8601 duration; with `callback` only. */
    within: z.string().optional(),
    requires: z.array(whenSchema).optional(),
  }),
})
