import type { Fact } from '@/compiler/language/fact'
import type { Code, Finding } from '@/compiler/language/finding'
import type { Action, Guardrail, When } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Edge, Policy } from '@/compiler/language/policy'
import { check } from './checked'

export interface Small {
  tiers?: string[]
  timeZone?: string
  facts?: Record<string, Fact>
  actions?: Record<string, Action>
  guardrails?: Guardrail[]
  /** Without the start, which is `start`. */
  nodes: Node[]
  /** From, to, and the answer's tests or `otherwise`. */
  edges: [from: string, to: string, answer?: When | 'otherwise'][]
}

/** A policy as short as it can be written. Its edges are called e0, e1, … */
export const small = ({
  tiers = ['T1'],
  timeZone,
  facts = {},
  actions = {},
  guardrails,
  nodes,
  edges,
}: Small): Policy => ({
  format: 'remit/1',
  name: 'small',
  ...(timeZone !== undefined && { timeZone }),
  handbook: { tiers: tiers.map(id => ({ id })), facts, actions, ...(guardrails && { guardrails }) },
  chart: {
    nodes: [{ id: 'start', kind: 'start' }, ...nodes],
    edges: edges.map(
      ([from, to, answer], i): Edge => ({
        id: `e${i}`,
        from,
        to,
        ...(answer === 'otherwise' ? { otherwise: true } : answer && { when: answer }),
      }),
    ),
  },
})

export const yesNo = (source: Fact['source'] = 'customer'): Fact => ({ type: 'boolean', source })
export const amount = (more: Partial<Fact> = {}): Fact => ({ type: 'number', source: 'record', ...more })
export const says = (id: string, say = `Words of ${id}.`): Node => ({
  id,
  kind: 'close',
  result: 'resolved',
  say,
})

/** What is found of one code. */
export const found = (input: unknown, code: Code): Finding[] =>
  check(input).findings.filter(finding => finding.code === code)
