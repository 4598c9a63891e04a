import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'

/** Three tiers, and nothing that they may do. */
const emptyHandbook = () => ({
  tiers: [
    { id: 'T1', title: 'Front line' },
    { id: 'T2', title: 'Senior desk' },
    { id: 'T3', title: 'Duty manager' },
  ],
  facts: {},
  actions: {},
  guardrails: [],
})

/** What a new policy begins with: three tiers, and a start that leads nowhere yet. */
export const emptyPolicy = (name: string, title: string, timeZone?: string): PolicyDocument => ({
  format: 'remit/1',
  name,
  title,
  ...(timeZone !== undefined && { timeZone }),
  handbook: emptyHandbook(),
  chart: { nodes: [{ id: 'start', kind: 'start', position: { x: 0, y: 0 } }], edges: [] },
  scenarios: [],
})

/** What a new handbook begins with, that policies will share. */
export const emptySharedHandbook = (name: string, title: string): SharedHandbook => ({
  format: 'remit-handbook/1',
  name,
  version: 1,
  title,
  ...emptyHandbook(),
})
