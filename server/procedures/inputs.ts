import { z } from 'zod'
import { id, slug } from '@/compiler/language/ids'

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
