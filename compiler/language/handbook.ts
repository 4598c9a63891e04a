import { z } from 'zod'
import { factSchema, testText } from './fact'
import { byId, id, slug } from './ids'

export const tierSchema = z.strictObject({ id, title: z.string().optional() })
/** A level of authority. Their order in the handbook is the order of authority, least first. */
export type Tier = z.infer<typeof tierSchema>

/** A row of tests, one for each fact named: all of them have to hold. */
export const whenSchema = byId(testText)
export type When = z.infer<typeof whenSchema>

export const paramSchema = z.strictObject({
  type: factSchema.shape.type,
  title: z.string().optional(),
  allowedValues: testText.optional(),
  step: z.number().positive().optional(),
})
export type Param = z.infer<typeof paramSchema>

export const actionSchema = z.strictObject({
  title: z.string().optional(),
  params: byId(paramSchema).optional(),
  /** Tier to the limits of its parameters; an empty object grants the action without a limit. */
  grants: byId(byId(testText)).optional(),
  /** When the action may be promised: one entry or another; the facts within one together. */
  requires: z.array(whenSchema).optional(),
  exception: z.boolean().optional(),
})
/** Something a tier may be given the authority to do. */
export type Action = z.infer<typeof actionSchema>

export const outcomePatternSchema = z
  .strictObject({
    end: z.enum(['close', 'escalate']).optional(),
    result: z.enum(['resolved', 'declined']).optional(),
    to: z.string().optional(),
    mode: z.enum(['consult', 'transfer', 'callback']).optional(),
    action: z.string().optional(),
    options: z.boolean().optional(),
  })
  .refine(
    pattern => Object.keys(pattern).length > 0,
    'must name at least one of end, result, to, mode, action, options',
  )
/** What a guardrail looks for in a decision; everything named has to match. */
export type OutcomePattern = z.infer<typeof outcomePatternSchema>

export const guardrailSchema = z
  .strictObject({
    id,
    title: z.string().optional(),
    when: whenSchema,
    tier: z.string().optional(),
    never: outcomePatternSchema.optional(),
    always: outcomePatternSchema.optional(),
  })
  .refine(
    rule => (rule.never === undefined) !== (rule.always === undefined),
    'must have either never or always',
  )
export type Guardrail = z.infer<typeof guardrailSchema>

export const handbookSchema = z.strictObject({
  tiers: z.array(tierSchema).min(1),
  facts: byId(factSchema),
  actions: byId(actionSchema),
  guardrails: z.array(guardrailSchema).optional(),
})
/** Who holds which authority, and what may be asked. */
export type Handbook = z.infer<typeof handbookSchema>

/** A handbook that takes in a shared one, and adds its own entries. Tiers come from the shared one. */
export const handbookFromSchema = z.strictObject({
  from: z.strictObject({ name: slug, version: z.int().positive() }),
  facts: byId(factSchema).optional(),
  actions: byId(actionSchema).optional(),
  guardrails: z.array(guardrailSchema).optional(),
})
export type HandbookFrom = z.infer<typeof handbookFromSchema>

export const sharedHandbookSchema = z.strictObject({
  format: z.literal('remit-handbook/1'),
  name: slug,
  version: z.int().positive(),
  title: z.string().optional(),
  ...handbookSchema.shape,
})
/** A handbook that is a document of its own. */
export type SharedHandbook = z.infer<typeof sharedHandbookSchema>
