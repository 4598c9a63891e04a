import { z } from 'zod'
import { handbookFromSchema, handbookSchema, whenSchema } from './handbook'
import { byId, id, slug } from './ids'
import { KINDS } from './kinds'
import { RESULTS } from './kinds/close'
import { argumentSchema, withSchema } from './kinds/common'
import { MODES } from './kinds/escalate'

export const nodeSchema = z.discriminatedUnion('kind', [
  KINDS.start.schema,
  KINDS.trigger.schema,
  KINDS.question.schema,
  KINDS.action.schema,
  KINDS.escalate.schema,
  KINDS.close.schema,
  KINDS.note.schema,
])

export const edgeSchema = z
  .strictObject({
    id,
    from: z.string(),
    to: z.string(),
    when: whenSchema.optional(),
    otherwise: z.literal(true).optional(),
  })
  .refine(edge => !(edge.when && edge.otherwise), 'has both when and otherwise; it can have one of them')
/** A line of the chart; out of a question it is an answer. */
export type Edge = z.infer<typeof edgeSchema>

export const chartSchema = z.strictObject({ nodes: z.array(nodeSchema), edges: z.array(edgeSchema) })
export type Chart = z.infer<typeof chartSchema>

/** A value as documents and requests write it: dates, times and durations as text (see `runtime/values.ts`). */
export const jsonValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const scenarioSchema = z.strictObject({
  title: z.string(),
  tier: z.string(),
  facts: byId(jsonValueSchema),
  /** What has to come out; what is left out is not compared. */
  expect: z.strictObject({
    /** Exactly the facts that people are asked for, in order; records and clocks are not people. */
    asked: z.array(z.string()).optional(),
    /** Exactly these actions, in order. */
    steps: z
      .array(
        z.union([
          z.string(),
          z.strictObject({ action: z.string(), with: z.record(id, argumentSchema).optional() }),
        ]),
      )
      .optional(),
    /** Texts that the words for the customer contain. */
    says: z.array(z.string()).optional(),
    end: z
      .strictObject({
        kind: z.enum(['close', 'escalate']),
        result: z.enum(RESULTS).optional(),
        to: z.string().optional(),
        mode: z.enum(MODES).optional(),
        within: z.string().optional(),
        here: z.boolean().optional(),
        say: z.string().optional(),
        options: z
          .array(
            z.union([
              z.strictObject({ action: z.string(), with: withSchema.optional() }),
              z.strictObject({ say: z.string() }),
            ]),
          )
          .optional(),
      })
      .optional(),
  }),
})
/** A case that the policy's author wrote down, with what has to come out. */
export type Scenario = z.infer<typeof scenarioSchema>

const head = {
  format: z.literal('remit/1'),
  name: slug,
  title: z.string().optional(),
  timeZone: z.string().optional(),
}
const body = { chart: chartSchema, scenarios: z.array(scenarioSchema).optional() }

/** A policy as it is written: its handbook is its own, or taken from a shared one. */
export const documentSchema = z.strictObject({
  ...head,
  handbook: z.union([handbookSchema, handbookFromSchema]),
  ...body,
})
export type PolicyDocument = z.infer<typeof documentSchema>

/** A policy with its handbook resolved: what is checked, compiled and published. */
export const policySchema = z.strictObject({ ...head, handbook: handbookSchema, ...body })
export type Policy = z.infer<typeof policySchema>
