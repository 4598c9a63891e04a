import { z } from 'zod'
import { FACT_TYPES } from '../runtime/values'

/** Where the value of a fact comes from. */
export const SOURCES = ['record', 'clock', 'customer', 'agent', 'team'] as const
export type Source = (typeof SOURCES)[number]

/** A unary test as text, such as `< 15`; parsed by `parseTest`, so that its findings carry a position. */
export const testText = z.string().max(1_000_000)

export const factSchema = z.strictObject({
  type: z.enum(FACT_TYPES),
  title: z.string().optional(),
  allowedValues: testText.optional(),
  step: z.number().positive().optional(),
  mayBeUnknown: z.boolean().optional(),
  source: z.enum(SOURCES),
  team: z.string().optional(),
  ask: z.string().optional(),
  guidance: z.string().optional(),
  volunteered: z.boolean().optional(),
  neverSay: z.array(z.string().min(1)).optional(),
  about: z.string().optional(),
  shares: z.array(z.strictObject({ test: testText, share: z.number().min(0).max(1) })).optional(),
  private: z.boolean().optional(),
})

/** Something that is known about a case, or has to be found out. */
export type Fact = z.infer<typeof factSchema>
