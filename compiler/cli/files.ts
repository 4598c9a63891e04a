import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type SharedHandbook, sharedHandbookSchema } from '../language/handbook'
import { Refused } from './exit'

/** The text and the JSON value of a file; `-` is standard input. @throws Refused where it is none. */
export function readJson(file: string): { text: string; value: unknown } {
  const text = readText(file)
  try {
    return { text, value: JSON.parse(text) }
  } catch (caught) {
    throw new Refused(`${file} is not JSON: ${(caught as Error).message}`)
  }
}

export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (caught) {
    throw new Refused(
      `${file} cannot be read: ${(caught as NodeJS.ErrnoException).code ?? (caught as Error).message}`,
    )
  }
}

/** The shared handbook that a document names: `company.handbook.json` beside the file. Undefined where there is none. */
export function sharedHandbookBeside(file: string, document: unknown): SharedHandbook | undefined {
  const name = (document as { handbook?: { from?: { name?: unknown } } } | null)?.handbook?.from?.name
  if (typeof name !== 'string' || !/^[a-z0-9-]{1,64}$/.test(name)) return undefined
  const path = join(dirname(file), `${name}.handbook.json`)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  const parsed = sharedHandbookSchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Refused(`${path} is no shared handbook: “${issue.path.join('.')}”: ${issue.message}`)
}
