import type { PolicyDocument } from '@/compiler/language/policy'

/** What a new policy begins with: three tiers, and a start that leads nowhere yet. */
export const emptyPolicy = (name: string, title: string, timeZone?: string): PolicyDocument => ({
  format: 'remit/1',
  name,
  title,
  ...(timeZone !== undefined && { timeZone }),
  handbook: {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
      { id: 'T3', title: 'Duty manager' },
    ],
    facts: {},
    actions: {},
    guardrails: [],
  },
  chart: { nodes: [{ id: 'start', kind: 'start', position: { x: 0, y: 0 } }], edges: [] },
  scenarios: [],
})
