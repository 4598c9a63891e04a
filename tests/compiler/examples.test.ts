import { describe, expect, it } from 'vitest'
import { CHECKS } from '@/compiler/2-checks'
import { applyFix } from '@/compiler/language/apply-fix'
import type { Code } from '@/compiler/language/finding'
import { check } from './checked'

/** Charts that take more cards than fit on a page: `too-many-cases.test.ts` raises these. */
const IN_WORDS: readonly Code[] = ['too-large', 'undecided']

describe('the example that a check gives', () => {
  for (const { code, offers, example } of CHECKS) {
    if (!('document' in example)) {
      it(`of ${code} is told in words, since it is too large to be shown`, () => {
        expect(IN_WORDS).toContain(code)
      })
      continue
    }
    it(`of ${code} raises that and nothing else, with a fix where the check says that it offers one`, () => {
      const { findings } = check(example.document)
      expect(findings.map(finding => finding.code)).toEqual([code])
      const [{ fix }] = findings as [(typeof findings)[0]]
      expect(fix !== undefined, 'offers').toBe(offers !== null)
      if (!fix) return
      const after = check(applyFix(example.document, fix)).findings
      expect(after.filter(finding => finding.code === code || finding.severity === 'error')).toEqual([])
    })
  }
})
