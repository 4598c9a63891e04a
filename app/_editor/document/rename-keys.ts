/** The same record with one key called something else, in the same place among the others. */
export function renameKey<T>(record: Record<string, T>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]))
}

/** Words with the fact named in braces called something else. */
export const renameBraces = (words: string, from: string, to: string) =>
  words.split(`{${from}}`).join(`{${to}}`)

/** Whether words name the fact in braces. */
export const namesFact = (words: string | undefined, fact: string) => words?.includes(`{${fact}}`) ?? false
