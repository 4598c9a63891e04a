import { describe, expect, it } from 'vitest'
import { begunWith, isNew, TEMPLATES } from '@/app/_editor/first-steps/templates'
import { check } from '@/compiler/compile'
import { documentSchema } from '@/compiler/language/policy'
import { emptyPolicy } from '@/server/policies/empty-policy'

const own = emptyPolicy('my-own', 'My own', 'Asia/Tokyo')

describe.each(TEMPLATES)('the template $document.title', ({ document }) => {
  it('is a whole policy: well formed, without findings, with scenarios that pass', () => {
    expect(documentSchema.safeParse(document).error).toBeUndefined()
    expect(document.scenarios?.length).toBeGreaterThan(1)
    expect(check(document).findings).toEqual([])
  })

  it('is drawn: every step has its place', () => {
    expect(document.chart.nodes.filter(node => node.position === undefined)).toEqual([])
  })

  it('takes on the name, the title and the clock of the policy that begins with it', () => {
    const begun = begunWith({ about: '', document }, own, 'America/Chicago')
    expect(begun).toMatchObject({ name: 'my-own', title: 'My own', timeZone: 'Asia/Tokyo' })
    expect(begun.chart).toEqual(document.chart)
    expect(check(begun).findings).toEqual([])
    const { timeZone: _, ...zoneless } = own
    expect(begunWith({ about: '', document }, zoneless, 'America/Chicago').timeZone).toBe(
      document.timeZone && 'America/Chicago',
    )
  })
})

describe('a policy in which nothing has been written', () => {
  it('is new, until there is a step, a fact, an action or a guardrail', () => {
    expect(isNew(own)).toBe(true)
    const { handbook, chart } = own
    expect(
      isNew({ ...own, chart: { ...chart, nodes: [...chart.nodes, { id: 'n', kind: 'note', text: '' }] } }),
    ).toBe(false)
    expect(
      isNew({ ...own, handbook: { ...handbook, facts: { a: { type: 'boolean', source: 'agent' } } } }),
    ).toBe(false)
    expect(isNew({ ...own, handbook: { from: { name: 'company', version: 1 } } })).toBe(false)
  })
})
