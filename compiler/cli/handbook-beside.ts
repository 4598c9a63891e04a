import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formFindings } from '../language/form-findings'
import { type SharedHandbook, sharedHandbookSchema } from '../language/handbook'
import { slug } from '../language/ids'
import { Refused } from './exit'
import { readSource } from './source'

/**
 * The shared handbook that a document names: `company.handbook.json` beside the file, or in the working directory where
 * the document comes from standard input. Undefined where there is none.
 *
 * @throws Refused where what is there is none.
 */
export function sharedHandbookBeside(file: string, document: unknown): SharedHandbook | undefined {
  const name = (document as { handbook?: { from?: { name?: unknown } | null } | null } | null)?.handbook?.from
    ?.name
  if (typeof name !== 'string' || !slug.safeParse(name).success) return undefined
  const path = join(dirname(file), `${name}.handbook.json`)
  if (!existsSync(path)) return undefined
  const parsed = sharedHandbookSchema.safeParse(readSource(path).value)
  if (parsed.success) return parsed.data
  const [first] = formFindings(parsed.error.issues, 'It')
  throw new Refused(`${path} is no shared handbook. ${first!.message}`)
}
