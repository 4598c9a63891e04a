import { describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { Replay } from '@/compiler/2-checks/replay'
import { wordless } from '@/compiler/2-checks/wordless'
import { compile } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import type { When } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Policy } from '@/compiler/language/policy'
import { decide } from '@/compiler/meaning/decide'
import { load } from '@/compiler/runtime/load'
import { check } from './checked'
import { amount, found, says, small, yesNo } from './small-policy'

describe('wordless', () => {
  /** Tier 1 is told; whoever holds the second tier's authority passes the consultation without a word. */
  const consulted = (say?: string) =>
    small({
      tiers: ['T1', 'T2'],
      nodes: [
        { id: 'consult', kind: 'escalate', to: 'T2', mode: 'consult', say: 'Let me ask.' },
        { id: 'done', kind: 'close', result: 'resolved', ...(say !== undefined && { say }) },
      ],
      edges: [
        ['start', 'consult'],
        ['consult', 'done'],
      ],
    })
  it('is told of a tier that passes the escalation which alone had words', () => {
    const policy = consulted()
    const [finding, ...more] = found(policy, 'wordless')
    expect(finding?.nodes).toEqual(['done'])
    expect(more).toEqual([])
    expect(decide(policy, 'T2', finding!.witness!)).toEqual({
      kind: 'decision',
      steps: [],
      end: { kind: 'close', result: 'resolved' },
    })
    expect(found(consulted('Done.'), 'wordless')).toEqual([])
  })

  it('is shown by no case that hears a word, ends elsewhere, or does not end', () => {
    const ends = ['spoken', 'offered', 'said', 'silent']
    const policy = small({
      facts: { way: amount() },
      actions: { note: { grants: { T1: {} } } },
      nodes: [
        { id: 'q', kind: 'question', facts: ['way'] },
        { id: 'note', kind: 'action', action: 'note', say: 'I make a note.' },
        { id: 'spoken', kind: 'close', result: 'resolved' },
        { id: 'offered', kind: 'close', result: 'declined', options: [{ say: 'Try a shop.' }] },
        says('said'),
        { id: 'silent', kind: 'close', result: 'resolved' },
      ],
      edges: [
        ['start', 'q'],
        ['note', 'spoken'],
        ...ends.map((id, i): [string, string, When] => [
          'q',
          id === 'spoken' ? 'note' : id,
          { way: i === 3 ? '>= 3' : i === 0 ? '< 1' : `[${i}..${i + 1})` },
        ]),
      ],
    })
    const { witness: of } = wordless
    const shown = (id: string, witness: Finding['witness']) =>
      'confirms' in of &&
      of.confirms({ ...found(policy, 'wordless')[0]!, nodes: [id], witness }, new Replay(readGraph(policy)))
    expect(ends.filter((id, way) => shown(id, { way }))).toEqual(['silent'])
    expect(shown('said', { way: 3 })).toBe(false)
    expect(shown('q', {})).toBe(false)
  })
})

describe('a trigger whose test no value of its fact passes', () => {
  it('is never asked about, and changes nothing of what is asked first', () => {
    const policy = small({
      facts: { limit: amount({ allowedValues: '[1..4]' }), first: yesNo('record'), second: yesNo('record') },
      nodes: [
        { id: 'never', kind: 'trigger', priority: 1, when: { limit: '< 1', second: 'true' } },
        { id: 'q', kind: 'question', facts: ['first', 'second', 'limit'] },
        says('a'),
        says('b'),
        says('c'),
        says('d'),
      ],
      edges: [
        ['start', 'q'],
        ['never', 'a'],
        ['q', 'b', { first: 'true' }],
        ['q', 'c', { first: 'false', second: 'true', limit: '< 3' }],
        ['q', 'd', 'otherwise'],
      ],
    })
    const table = load(compile(policy, 'T1'))
    for (const facts of [{}, { first: false }, { first: false, second: true }])
      expect(table.decide(facts)).toEqual(decide(policy, 'T1', facts))
    expect(table.decide({})).toMatchObject({ kind: 'ask', fact: 'first' })
  })
})

describe('what an action requires', () => {
  /** Each pigeon sits in some hole, and no two in one: for one hole too few, some row always holds. */
  function pigeons(count: number, holes: number): When[] {
    const name = (pigeon: number, hole: number) => `p${pigeon}-${hole}`
    const [all, every] = [
      Array.from({ length: count }, (_, i) => i),
      Array.from({ length: holes }, (_, i) => i),
    ]
    return [
      ...all.map(pigeon => Object.fromEntries(every.map(hole => [name(pigeon, hole), 'false']))),
      ...every.flatMap(hole =>
        all.flatMap(a =>
          all.filter(b => b > a).map(b => ({ [name(a, hole)]: 'true', [name(b, hole)]: 'true' })),
        ),
      ),
    ]
  }
  const promised = (requires: When[]) =>
    small({
      facts: Object.fromEntries(
        requires.flatMap(row => Object.keys(row)).map(fact => [fact, yesNo('record')]),
      ),
      actions: { send: { grants: { T1: {} }, requires } },
      nodes: [{ id: 'do', kind: 'action', action: 'send', say: 'It is sent.' }, says('done')],
      edges: [
        ['start', 'do'],
        ['do', 'done'],
      ],
    })

  it('is decided exactly', () => {
    expect(check(promised(pigeons(4, 3))).findings).toEqual([])
    const [finding] = found(promised(pigeons(4, 3).slice(1)), 'cannot-keep')
    for (const row of pigeons(4, 3).slice(1))
      expect(Object.entries(row).some(([fact, test]) => String(finding!.witness![fact]) !== test)).toBe(true)
  })

  it('is undecided, in good time, where it is too hard a puzzle', () => {
    const begun = performance.now()
    const { findings } = check(promised(pigeons(13, 12)))
    expect(findings.map(finding => finding.code)).toEqual(['undecided'])
    expect(findings[0]!.message).toContain('promises')
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})

describe('never-taken', () => {
  const asked = (first: [string, string, When?][]) =>
    small({
      facts: { total: amount(), gift: yesNo() },
      nodes: [
        { id: 'q', kind: 'question', facts: ['total'] },
        { id: 'again', kind: 'question', facts: ['total'] },
        says('a'),
        says('b'),
      ],
      edges: [
        ['start', 'q'],
        ...first,
        ['again', 'a', { total: '< 10' }],
        ['again', 'b', { total: '>= 10' }],
      ],
    })
  it('is told beside a gap and beside an overlap', () => {
    for (const first of [
      [['q', 'again', { total: '< 5' }]],
      [
        ['q', 'again', { total: '< 5' }],
        ['q', 'a', { total: '>= 5' }],
        ['q', 'b', { total: '> 7' }],
      ],
    ] as [string, string, When?][][])
      expect(found(asked(first), 'never-taken').map(finding => finding.edges)).toEqual([
        [`e${first.length + 2}`],
      ])
  })
  it('is not told of an answer that holds where another one does: which is meant is still open', () => {
    const both = asked([
      ['q', 'again', { total: '< 5' }],
      ['q', 'a', { total: '< 5' }],
      ['q', 'b', { total: '>= 5' }],
    ])
    expect(found(both, 'overlap')).toHaveLength(1)
    expect(found(both, 'never-taken')).toEqual([])
  })
})

describe('pointless-question', () => {
  /**
   * A question about the total: below ten another question is asked, which changes nothing either, and then `less` is said.
   * Before it are questions, of either answer of which something else is done.
   */
  const asked = (before: [fact: string, yes: string, no: string][], less: 'more' | 'less') =>
    small({
      facts: { total: amount(), gift: yesNo(), late: yesNo() },
      actions: { note: { grants: { T1: {} } } },
      nodes: [
        ...before.flatMap(([fact], i): Node[] => [
          { id: `q${i}`, kind: 'question', facts: [fact] },
          { id: `yes${i}`, kind: 'action', action: 'note', say: `Yes, ${fact}.` },
          { id: `no${i}`, kind: 'action', action: 'note', say: `No ${fact}.` },
        ]),
        { id: 'ask', kind: 'question', facts: ['total'] },
        { id: 'idle', kind: 'question', facts: ['late'] },
        says('more'),
        ...(less === 'less' ? [says('less')] : []),
      ],
      edges: [
        ['start', before.length > 0 ? 'q0' : 'ask'],
        ...before.flatMap(([fact, yes, no], i): [string, string, When?][] => {
          const next = i + 1 < before.length ? `q${i + 1}` : 'ask'
          return [
            [`q${i}`, `yes${i}`, { [fact]: yes }],
            [`q${i}`, `no${i}`, { [fact]: no }],
            [`yes${i}`, next],
            [`no${i}`, next],
          ]
        }),
        ['ask', 'idle', { total: '< 10' }],
        ['ask', 'more', { total: '>= 10' }],
        ['idle', less, { late: 'true' }],
        ['idle', less, { late: 'false' }],
      ],
    })
  const pointless = (policy: Policy) =>
    found(policy, 'pointless-question').flatMap(finding => finding.nodes ?? [])
  const gift: [string, string, string] = ['gift', 'true', 'false']
  const total: [string, string, string] = ['total', '< 10', '>= 10']

  it('is told of a question that leads to another one like it', () => {
    expect(pointless(asked([], 'more'))).toEqual(['ask', 'idle'])
    expect(pointless(asked([gift], 'more'))).toEqual(['ask', 'idle'])
    expect(pointless(asked([gift], 'less'))).toEqual(['idle'])
  })
  it('is not told where a question before it has settled the same fact, whatever else was asked', () => {
    for (const before of [[total], [gift, total], [total, gift]])
      expect(pointless(asked(before, 'less')), before.join()).toEqual(['idle'])
  })
  it('is told in good time behind many questions', () => {
    const begun = performance.now()
    expect(pointless(asked(Array(30).fill(gift), 'more'))).toContain('ask')
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

describe('says-the-rule', () => {
  const said = (phrase: string, say: string) =>
    found(
      small({
        facts: { order: amount(), secret: { ...yesNo(), neverSay: [phrase] } },
        nodes: [{ id: 'q', kind: 'question', facts: ['secret'] }, says('a', say), says('b')],
        edges: [
          ['start', 'q'],
          ['q', 'a', { secret: 'true' }],
          ['q', 'b', 'otherwise'],
        ],
      }),
      'says-the-rule',
    ).length > 0

  it('finds a phrase whatever its case, spacing and unseen characters', () => {
    for (const [phrase, say] of [
      ['health issue', 'Is it a HEALTH\n  issue?'],
      ['health issue', 'A “health-issue”.'],
      ['health issue', 'A hea\u00adlth issue.'],
      ['health issue', 'A hea\u200blth\u00a0issue.'],
      ['health issue', 'health ❤️ issue'],
      ['Straße', 'In der STRASSE.'],
      ['ΛΟΓΟΣ', 'ο λόγοσ'.normalize('NFD').replace(/\u0301/g, '')],
      ['café', 'The cafe\u0301 is closed.'],
      ['safety', 'ＳＡＦＥＴＹ first'],
    ] as const)
      expect(said(phrase, say), `${phrase}: ${say}`).toBe(true)
  })

  it('finds whole words only, and none across a name in braces', () => {
    for (const [phrase, say] of [
      ['health', 'Healthy food.'],
      ['health issue', 'Health and this issue.'],
      ['order issue', 'Order {order} issue'],
      ['order', 'It costs {order}.'],
      ['कर', 'कार'],
    ] as const)
      expect(said(phrase, say), `${phrase}: ${say}`).toBe(false)
  })
})
