import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '@/compiler/2-checks'
import { templatesIn } from './templates'

const here = import.meta.dirname
const pages = readdirSync(here).filter(file => file.endsWith('.md'))
/** What stands on the pages of slips, line by line, and is there word for word. */
const said = pages.flatMap(page => readFileSync(join(here, page), 'utf8').split('\n'))

describe('every sentence that the compiler has for findings', () => {
  const sources = ['1-graph', '2-checks', 'language', 'language/tests', 'meaning']
  it('stands on some page', () => {
    const templates = sources.flatMap(templatesIn)
    expect(templates.length).toBeGreaterThan(100)
    const silent = templates.filter(({ isIn }) => !said.some(isIn))
    expect(silent.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })
})

describe('every check', () => {
  it.each(CHECKS)('$code says what it is about, in whole sentences', check => {
    const { says, because, mend, offers, witness, example } = check
    const shown = 'none' in witness ? witness.none : witness.shows
    for (const text of [says, because, mend, shown, ...(offers === null ? [] : [offers])])
      expect(text).toMatch(/^\p{Lu}.{10,}[.?”]$/su)
    expect(example.title).toMatch(/^\p{Lu}.{10,}[^.]$/su)
    if ('words' in example) expect(example.words).toMatch(/^\p{Lu}.{30,}\.$/su)
  })
})
