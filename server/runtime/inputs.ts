import { z } from 'zod'
import { slug } from '@/compiler/language/ids'

export const tableInput = z.strictObject({
  policy: slug,
  tier: z.string().max(64).optional(),
  hash: z.string().max(100).optional(),
})
export type TableInput = z.infer<typeof tableInput>

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

export const decideInput = z.strictObject({
  policy: slug,
  // Not a zod record: facts are handed on exactly as they came, whatever their names.
  facts: z.custom<Record<string, unknown>>(isObject, 'must be an object of facts'),
})
export type DecideInput = z.infer<typeof decideInput>
