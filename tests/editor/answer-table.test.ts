import fc from 'fast-check'
import { createDraft, finishDraft } from 'immer'
import { describe, expect, it } from 'vitest'
import type { CellContext } from '@/app/_editor/panels/answer-table/cells'
import { cellProblem, showCell, spellCell } from '@/app/_editor/panels/answer-table/cells'
import { type Column, columnsOf } from '@/app/_editor/panels/answer-table/columns'
import { missingCase } from '@/app/_editor/panels/answer-table/missing-case'
import { completed, matching, optionsOf, stepsBefore } from '@/app/_editor/panels/answer-table/options'
import { pasteRows } from '@/app/_editor/panels/answer-table/paste-rows'
import { at, move, next, rectOf, type Span, tile, within } from '@/app/_editor/panels/answer-table/range'
import { type RowTexts, readRows } from '@/app/_editor/panels/answer-table/read-rows'
import { stepNames } from '@/app/_editor/panels/answer-table/step-names'
import { parseTsv, printTsv } from '@/app/_editor/panels/answer-table/tsv'
import { type Filters, type Sort, viewRows } from '@/app/_editor/panels/answer-table/view-rows'
import { duplicateRows, orderRows, removeRows, writeRows } from '@/app/_editor/panels/answer-table/write-rows'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

describe('cells on the clipboard', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', ',') }),
    fc.string(),
  )

  it('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        rows => {
          expect(parseTsv(printTsv(rows))).toEqual(rows)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('are read as Excel and Google Sheets write them', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(parseTsv('"two\nlines"\t"say ""hi"""\n')).toEqual([['two\nlines', 'say "hi"']])
    expect(parseTsv('"gold"\t"gold", "silver"')).toEqual([['"gold"', '"gold", "silver"']])
    expect(parseTsv('a\t\n\tb')).toEqual([
      ['a', ''],
      ['', 'b'],
    ])
    expect(parseTsv('')).toEqual([['']])
  })
})

describe('what is selected', () => {
  const size = { rows: 5, columns: 3 }
  const stride = { extend: false, far: false, page: 3 }
  const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']

  it('never leaves the table but for its headings, and stays one rectangle', () => {
    const press = fc.record({ key: fc.constantFrom(...KEYS), extend: fc.boolean(), far: fc.boolean() })
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), presses => {
        let span: Span = at(0, 0)
        for (const { key, ...how } of presses) {
          span = move(span, key, size, { ...how, page: 3 })!
          for (const { row, column } of [span.active, span.end]) {
            expect(row).toBeGreaterThanOrEqual(-1)
            expect(row).toBeLessThan(size.rows)
            expect(column).toBeGreaterThanOrEqual(0)
            expect(column).toBeLessThan(size.columns)
          }
          if (!how.extend) expect(span.end).toBe(span.active)
        }
      }),
    )
  })

  it('moves as in a spreadsheet', () => {
    expect(move(at(0, 1), 'ArrowUp', size, stride)).toEqual(at(-1, 1))
    expect(move(at(0, 1), 'End', size, { ...stride, far: true })).toEqual(at(4, 2))
    expect(move(at(3, 2), 'Home', size, { ...stride, far: true })).toEqual(at(0, 0))
    expect(move(at(0, 1), 'PageDown', size, stride)).toEqual(at(3, 1))
    expect(move(at(1, 1), 'ArrowDown', size, { ...stride, extend: true })).toEqual({
      active: { row: 1, column: 1 },
      end: { row: 2, column: 1 },
    })
    // One goes on from where one began, as in Excel.
    expect(
      move({ active: { row: 1, column: 0 }, end: { row: 3, column: 2 } }, 'ArrowDown', size, stride),
    ).toEqual(at(2, 0))
    expect(move(at(0, 0), 'a', size, stride)).toBeUndefined()
    expect(next({ row: 0, column: 2 }, 1, size)).toEqual({ row: 1, column: 0 })
    expect(next({ row: 4, column: 2 }, 1, size)).toBeUndefined()
    expect(within({ end: { row: 9, column: 9 }, active: { row: 2, column: 0 } }, size)).toEqual({
      active: { row: 2, column: 0 },
      end: { row: 4, column: 2 },
    })
    expect(rectOf({ end: { row: 3, column: 0 }, active: { row: 1, column: 2 } })).toEqual({
      top: 1,
      left: 0,
      bottom: 3,
      right: 2,
    })
  })

  it('is filled by what is pasted where it is some times as large', () => {
    expect(tile([['a', 'b']], { rows: 2, columns: 4 })).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ])
    expect(tile([['a', 'b']], { rows: 1, columns: 3 })).toEqual([['a', 'b']])
    expect(tile([['a'], ['b', 'c']], { rows: 4, columns: 4 })).toEqual([['a'], ['b', 'c']])
  })
})

/** A question over two facts with three answers and `otherwise`. */
function tablePolicy(): PolicyDocument {
  const policy = smallPolicy()
  policy.handbook.facts = {
    ...policy.handbook.facts,
    total: { type: 'number', title: 'Order total', allowedValues: '[0..1000]', step: 0.01, source: 'record' },
  }
  const ask = policy.chart.nodes.find(node => node.id === 'ask')
  if (ask?.kind === 'question') ask.facts = ['speed', 'total']
  policy.chart.edges = [
    { id: 'e1', from: 'start', to: 'ask' },
    { id: 'a', from: 'ask', to: 'give', when: { speed: '"standard"', total: '[25..200]' } },
    { id: 'e4', from: 'give', to: 'done' },
    { id: 'b', from: 'ask', to: 'up', when: { speed: '"two-day"' } },
    { id: 'other', from: 'ask', to: 'up', otherwise: true },
    { id: 'c', from: 'ask', to: 'done', when: { total: '> 500' } },
  ]
  return policy
}

const question = (policy: PolicyDocument) => {
  const node = policy.chart.nodes.find(({ id }) => id === 'ask')
  if (node?.kind !== 'question' || 'from' in policy.handbook) throw new Error('no question')
  const edges = policy.chart.edges.filter(edge => edge.from === 'ask')
  const handbook = policy.handbook as Parameters<typeof columnsOf>[2]
  const columns = columnsOf(node, edges, handbook)
  const context: CellContext = {
    columns,
    names: stepNames(policy.chart.nodes, handbook),
    nodes: new Map(policy.chart.nodes.map(each => [each.id, each])),
    timeZone: undefined,
  }
  const view = (filters: Filters = {}, sort: Sort | null = null, missing = null) =>
    viewRows({ edges, filters, sort, missing, readOnly: false }, context)
  return { node, edges, columns, context, handbook, view }
}

/** The document after an edit, as the store makes it. */
function edited(policy: PolicyDocument, recipe: (draft: PolicyDocument) => void): PolicyDocument {
  const draft = createDraft(policy) as PolicyDocument
  recipe(draft)
  return finishDraft(draft) as PolicyDocument
}
const answers = (policy: PolicyDocument) =>
  policy.chart.edges
    .filter(edge => edge.from === 'ask')
    .map(({ id, to, when, otherwise }) => [id, to, otherwise ?? when])

describe('the answers as rows', () => {
  const policy = tablePolicy()
  const { context, columns, edges, view } = question(policy)
  const [speed, total, to, say] = columns as [Column, Column, Column, Column]
  const [a, , other] = edges as [Edge, Edge, Edge]

  it('have a column for each fact, for where they lead, and for the words there', () => {
    expect(columns.map(column => column.title)).toEqual([
      'Speed paid for',
      'Order total',
      'Leads to',
      'What is said there',
    ])
    expect(columns.map(column => showCell(a, column, context).words)).toEqual([
      'standard',
      'between 25 and 200',
      'Goodwill credit',
      'Here is $10.',
    ])
    expect(columns.map(column => showCell(other, column, context).words)).toEqual([
      'otherwise',
      'otherwise',
      'Senior desk',
      'One moment.',
    ])
  })

  it('keep otherwise last, behind the row for a new answer', () => {
    expect(view().map(row => [row.key, 'number' in row ? row.number : null])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['blank', null],
      ['other', 4],
    ])
  })

  it('are filtered by words, and by a case that they hold for', () => {
    const keys = (filters: Filters) => view(filters).map(row => row.key)
    expect(keys({ [speed.key]: { words: 'TWO' } })).toEqual(['b', 'blank'])
    expect(keys({ [speed.key]: { words: 'anything' } })).toEqual(['c', 'blank'])
    expect(keys({ [total.key]: { holds: 30 } })).toEqual(['a', 'b', 'blank', 'other'])
    expect(keys({ [speed.key]: { holds: 'standard' }, [total.key]: { holds: 600 } })).toEqual([
      'c',
      'blank',
      'other',
    ])
    expect(keys({ [to.key]: { words: 'senior' } })).toEqual(['b', 'blank', 'other'])
  })

  it('are sorted by their lower ends, what is not tested last; their numbers stay', () => {
    const keys = (column: Column, down: boolean) => view({}, { column: column.key, down }).map(row => row.key)
    expect(keys(total, false)).toEqual(['a', 'c', 'b', 'blank', 'other'])
    expect(keys(total, true)).toEqual(['c', 'a', 'b', 'blank', 'other'])
    expect(keys(to, false)).toEqual(['a', 'c', 'b', 'blank', 'other'])
    expect(
      view({}, { column: to.key, down: true }).flatMap(row => ('number' in row ? [row.number] : [])),
    ).toEqual([2, 3, 1, 4])
  })

  it('say what is wrong, and where', () => {
    const wrong: Edge = { id: 'w', from: 'ask', to: 'nowhere', when: { total: 'not(< 5', lost: 'x' } }
    expect(cellProblem(wrong, total, context)?.position.start).toBe(7)
    expect(cellProblem(wrong, to, context)?.message).toBe('There is no step “nowhere”.')
    expect(cellProblem({ ...wrong, to: '' }, to, context)?.message).toBe('It leads nowhere yet.')
    expect(cellProblem(a, total, context)).toBeUndefined()
    expect(cellProblem(a, say, context)).toBeUndefined()
  })
})

describe('typing, pasting, and filling cells', () => {
  const write = (policy: PolicyDocument, rows: RowTexts[], behind?: string) => {
    const { edits, unread } = readRows(rows, question(policy).context)
    let written = { added: [] as string[], unsaid: [] as string[] }
    const after = edited(policy, draft => {
      written = writeRows(draft, 'ask', edits, behind)
    })
    return { after, unread, ...written }
  }
  const paste = (text: string, top: number, left: number, policy = tablePolicy()) => {
    const { context, view } = question(policy)
    const rect = { top, left, bottom: top, right: left }
    const pasted = pasteRows(parseTsv(text), rect, view(), context)
    return { ...write(policy, pasted.rows), beside: pasted.beside }
  }

  it('goes into the rows from the active one on, and beyond the last answer into new ones, before otherwise', () => {
    const { after, added, unread } = paste('next-day\t< 10\nstandard or two-day\tmany\tresolved', 2, 0)
    expect(unread).toBe(1)
    expect(added).toEqual(['e7'])
    expect(answers(after)).toEqual([
      ['a', 'give', { speed: '"standard"', total: '[25..200]' }],
      ['b', 'up', { speed: '"two-day"' }],
      ['other', 'up', true],
      ['c', 'done', { speed: '"next-day"', total: '< 10' }],
      ['e7', 'done', { speed: '"standard", "two-day"', total: 'many' }],
    ])
  })

  it('keeps what is not understood as it is', () => {
    const { after, unread } = paste('soon\t5 or so\tNo such step', 0, 0)
    expect(unread).toBe(3)
    expect(answers(after)[0]).toEqual(['a', 'No such step', { speed: 'soon', total: '5 or so' }])
  })

  it('takes a first row that repeats the headings for what it is', () => {
    const { after } = paste('Leads to\tOrder total\nSenior desk\t7', 0, 0)
    expect(answers(after)[0]).toEqual(['a', 'up', { speed: '"standard"', total: '7' }])
  })

  it('makes otherwise of rows that say so, once', () => {
    const { after, added } = paste('otherwise\totherwise\tResolved', 3, 0)
    expect(added).toEqual([])
    expect(answers(after).at(2)).toEqual(['other', 'done', true])
    const without = tablePolicy()
    without.chart.edges = without.chart.edges.filter(edge => !edge.otherwise)
    expect(answers(paste('otherwise\totherwise\tResolved', 0, 0, without).after)[0]).toEqual([
      'a',
      'done',
      true,
    ])
  })

  it('writes words to the step that the answer leads to, and tells which had no place', () => {
    const { after, unsaid } = paste('One.\nTwo.\nThree.', 0, 3)
    expect(unsaid).toEqual([])
    const say = (id: string) => after.chart.nodes.find(node => node.id === id)
    expect(say('give')).toMatchObject({ say: 'One.' })
    expect(say('up')).toMatchObject({ say: 'Two.' })
    expect(paste('Senior desk\tOne.\nSenior desk\tTwo.', 0, 2).unsaid).toEqual(['Two.'])
    expect(paste('a\tb\tc', 0, 3).beside).toBe(2)
  })

  it('what is copied and pasted over itself changes nothing', () => {
    const policy = tablePolicy()
    const { context, edges, columns } = question(policy)
    const ordered = [...edges.filter(edge => !edge.otherwise)]
    const text = printTsv(ordered.map(edge => columns.map(column => spellCell(edge, column, context))))
    expect(paste(text, 0, 0, policy).after).toBe(policy)
  })

  it('a table that is copied whole is made again elsewhere by pasting it', () => {
    const policy = tablePolicy()
    const { context, edges, columns } = question(policy)
    const ordered = [...edges.filter(edge => !edge.otherwise), ...edges.filter(edge => edge.otherwise)]
    const text = printTsv(ordered.map(edge => columns.map(column => spellCell(edge, column, context))))
    const empty = structuredClone(policy)
    empty.chart.edges = empty.chart.edges.filter(edge => edge.from !== 'ask')
    const made = answers(paste(text, 0, 0, empty).after).map(([, ...rest]) => rest)
    expect(made).toEqual(ordered.map(({ to, when, otherwise }) => [to, otherwise ?? when]))
  })
})

describe('whole answers', () => {
  it('are taken out, copied behind themselves, and put in another order', () => {
    const policy = tablePolicy()
    const ids = (after: PolicyDocument) => after.chart.edges.map(edge => edge.id)
    expect(ids(edited(policy, draft => removeRows(draft, new Set(['a', 'other']))))).toEqual([
      'e1',
      'e4',
      'b',
      'c',
    ])
    expect(ids(edited(policy, draft => void duplicateRows(draft, new Set(['a']))))).toEqual([
      'e1',
      'a',
      'e7',
      'e4',
      'b',
      'other',
      'c',
    ])
    expect(ids(edited(policy, draft => orderRows(draft, ['c', 'a', 'b'])))).toEqual([
      'e1',
      'c',
      'e4',
      'a',
      'other',
      'b',
    ])
  })

  it('may lead to any step that does not lead back to them', () => {
    const policy = tablePolicy()
    const { context, columns } = question(policy)
    const [speed, , to] = columns as [Column, Column, Column]
    expect([...stepsBefore(policy, 'give')].sort()).toEqual(['ask', 'give', 'start'])
    expect(optionsOf(to, context, () => stepsBefore(policy, 'ask')).map(option => option.text)).toEqual([
      'Goodwill credit',
      'Resolved',
      'Senior desk',
      'New question',
      'New action',
      'New escalation',
      'New close',
    ])
    const options = optionsOf(speed, context, () => new Set())
    expect(options.map(option => option.text)).toEqual(['standard', 'two-day', 'next-day', 'anything'])
    const [found] = matching(options, 'standard, tw', true)
    expect(completed('standard, tw', found!, true)).toBe('standard, two-day')
  })

  it('whose steps share a title are told apart by their ids', () => {
    const { handbook } = question(tablePolicy())
    const close = (id: string) => ({ id, kind: 'close' as const, result: 'resolved' as const })
    const names = stepNames([close('one'), close('two')], handbook)
    expect(names.nameOf('one')).toBe('Resolved (one)')
    expect(names.idOf('resolved (two)')).toBe('two')
    expect(names.idOf('Resolved')).toBeUndefined()
    expect(names.idOf('two')).toBe('two')
  })
})

describe('the missing answer', () => {
  const { edges, handbook } = question(tablePolicy())
  const plain = edges.filter(edge => !edge.otherwise)
  const missing = (witness: Record<string, string | number>, of = plain) =>
    missingCase(['speed', 'total'], of, handbook.facts, witness)

  it('is as wide as the answers leave it', () => {
    expect(missing({ speed: 'standard', total: 10 })).toEqual({
      speed: '"next-day", "standard"',
      total: '< 25, (200..500]',
    })
    expect(missing({ speed: 'next-day', total: 10 })).toEqual({ speed: '"next-day"', total: '<= 500' })
    expect(missing({ speed: 'two-day', total: 10 })).toBeNull()
    expect(missing({ speed: 'standard', total: 10 }, edges)).toBeNull()
    expect(missing({ speed: 'standard' })).toBeNull()
  })
})
