import { z } from 'zod'
import { id } from '../ids'

const minutes = z.number().min(0)

/** What every node may carry. `note` nodes are remarks: they carry nothing of this but a place. */
export const placeFields = {
  id,
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
}

export const nodeFields = {
  ...placeFields,
  title: z.string().optional(),
  /** Words for the customer. */
  say: z.string().optional(),
  /** Words for the agent. */
  note: z.string().optional(),
  /** The reason; for managers and auditors, never in a table. */
  why: z.string().optional(),
  /** What the step costs. */
  minutes: z
    .strictObject({ customer: minutes.optional(), agent: minutes.optional(), supervisor: minutes.optional() })
    .optional(),
}

/** A literal of the parameter's type, or the fact that supplies it. */
export const argumentSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ fact: z.string() }),
])
export type Argument = z.infer<typeof argumentSchema>

export const withSchema = z.record(id, argumentSchema)
export type With = z.infer<typeof withSchema>

/** Whether a fact supplies a parameter. */
export const isSupplied = (arg: Argument | undefined): arg is { fact: string } =>
  typeof arg === 'object' && arg !== null

/** The facts that supply parameters. */
export const suppliersOf = (args: Readonly<With> = {}): string[] =>
  Object.values(args).flatMap(arg => (isSupplied(arg) ? [arg.fact] : []))

/** How many edges may lead out of a node of this kind. */
export type WaysOut = 'one' | 'answers' | 'none-or-one' | 'none'

/** The data half of a node kind; its view half is the file of the same name in `app/_editor/kinds`. */
export interface Kind<K extends string, S extends z.ZodType> {
  kind: K
  title: string
  /** One sentence for palettes and help. */
  about: string
  waysOut: WaysOut
  /** Whether an edge may lead into it. */
  enterable: boolean
  schema: S
}
export const defineKind = <K extends string, S extends z.ZodType>(kind: Kind<K, S>) => kind
