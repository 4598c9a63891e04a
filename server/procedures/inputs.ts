import { z } from 'zod'
import { id, slug } from '@/compiler/language/ids'
import { CHANNELS } from '@/drizzle/schema'

// PostgreSQL's text holds every character but U+0000; a line of text holds no control characters at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/

/** One line of text that a person wrote. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .refine(text => !CONTROL.test(text), 'must be a single line')

/** Several lines of text that a person wrote. */
export const paragraph = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `must have at most ${longest} characters`)
    .refine(text => !text.includes('\0'), 'must not contain the character U+0000')

export const email = z.string().trim().toLowerCase().max(254).pipe(z.email('must be an e-mail address'))

export const policyInput = z.strictObject({ policy: slug })
export const tier = id
export const uuid = z.uuid('must be an id')

/** Why somebody does what others will ask about. */
export const reason = paragraph(2000).min(1, 'must not be empty')
/** Revisions, and numbers of versions and proposals. */
export const counted = z.int().positive().max(2_147_483_647)
export const contentHash = z.string().regex(/^sha256-[0-9a-f]{64}$/, 'must be a hash')
/** Where a version comes in force, and from which moment on; null is now. */
export const start = z.strictObject({
  channel: z.enum(CHANNELS),
  from: z.iso
    .datetime({ offset: true })
    .transform(at => new Date(at))
    .nullable(),
})
/** A part of a long list, the newest first: from before a number on. */
export const page = { before: counted.optional(), limit: z.int().min(1).max(1000).default(50) }
