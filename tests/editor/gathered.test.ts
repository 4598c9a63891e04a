import { describe, expect, it } from 'vitest'
import { chartLines } from '@/app/_editor/canvas/chart-edges'
import { chartCards } from '@/app/_editor/canvas/chart-nodes'
import { tabStops } from '@/app/_editor/canvas/tab-stops'
import { finding } from '@/compiler/language/finding'
import type { Edge } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

const TARGETS = ['give', 'done', 'give'] as const

/** A question of so many answers, every third of which leads to the second step, and `otherwise`. */
function bigPolicy(count: number) {
  const policy = smallPolicy()
  const ask = policy.chart.nodes.find(node => node.id === 'ask')
  if (ask?.kind === 'question') ask.facts = ['speed', 'gift']
  const answers = Array.from(
    { length: count },
    (_, i): Edge => ({ id: `a${i}`, from: 'ask', to: TARGETS[i % 3]!, when: { speed: '"standard"' } }),
  )
  policy.chart.edges = [
    { id: 'e1', from: 'start', to: 'ask' },
    ...answers,
    { id: 'other', from: 'ask', to: 'give', otherwise: true },
    { id: 'e4', from: 'give', to: 'done' },
  ]
  return policy
}

const drawn = (count: number) => {
  const document = bigPolicy(count)
  const findings = [finding('overlap', { message: 'Two answers hold.', nodes: ['ask'], edges: ['a3', 'a6'] })]
  const cards = chartCards({ document, policy: null, findings })
  const lines = chartLines({ document, findings, selection: { nodes: [], edges: [] } }, cards)
  return { document, rows: cards.get('ask')!.rows, lines: [...lines.keys()], stops: tabStops(document) }
}

describe('the answers on a card', () => {
  it('have a row and a line each, as long as one can read them', () => {
    const { rows, lines } = drawn(20)
    expect(rows.filter(row => row.is === 'answer')).toHaveLength(21)
    expect(lines).toHaveLength(23)
  })

  it('share a row and a line for each step that they lead to, where there are more', () => {
    const { rows, lines, stops } = drawn(3000)
    expect(rows.filter(row => row.is === 'answer').map(row => [row.edge, row.words])).toEqual([
      ['a0', '2000 answers'],
      ['a1', '1000 answers'],
      ['other', 'otherwise'],
    ])
    expect(rows[0]!.marks).toEqual({ errors: 2, warnings: 0, messages: ['Two answers hold.'] })
    expect(lines).toEqual(['e1', 'a0', 'a1', 'other', 'e4'])
    expect(stops.filter(stop => stop.is === 'edge').map(stop => stop.id)).toEqual([
      'e1',
      'a0',
      'a1',
      'other',
      'e4',
    ])
  })
})
