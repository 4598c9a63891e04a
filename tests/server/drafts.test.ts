import { describe, expect, test } from 'vitest'
import type { PolicyDocument } from '@/compiler/language/policy'
import { ask, type Caller, change, signIn } from './harness/call'
import { made } from './harness/published'
import { administrator, base, manager, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const withNote = (document: PolicyDocument, text: string): PolicyDocument => ({
  ...document,
  chart: { ...document.chart, nodes: [...document.chart.nodes, { id: text, kind: 'note', text }] },
})

describe('saving', () => {
  test('counts revisions, and gives back what was saved, in its order', async () => {
    await made('saved')
    const document = { ...smallPolicy('saved'), title: 'Renamed' }
    const shuffled = Object.fromEntries(Object.entries(document).reverse())
    const saved = await change(manager, 'drafts.save', { policy: 'saved', revision: 1, document: shuffled })
    expect(saved.data).toEqual({ revision: 2, savedAt: expect.stringMatching(/^\d{4}-.*Z$/) })
    const { data } = await ask(manager, 'drafts.get', { policy: 'saved' })
    expect(data).toMatchObject({
      policy: { title: 'Renamed' },
      revision: 2,
      savedBy: 'The manager',
      inForce: null,
    })
    expect(JSON.stringify(data.document)).toBe(JSON.stringify(shuffled))
  })

  test('keeps every legal string', async () => {
    await made('strings')
    const odd = 'nul \u0000, lone \ud800, pair 🎈, quote ", line\nbreak, \u2028'
    const document = { ...withNote(smallPolicy('strings'), 'n1'), title: odd }
    document.chart.nodes.push({ id: 'n2', kind: 'note', text: odd })
    expect((await change(manager, 'drafts.save', { policy: 'strings', revision: 1, document })).status).toBe(
      200,
    )
    const { data } = await ask(manager, 'drafts.get', { policy: 'strings' })
    expect(data.document).toEqual(document)
  })

  test('a stale save is refused, changes nothing, and says who was quicker', async () => {
    await made('stale')
    const mine = withNote(smallPolicy('stale'), 'mine')
    await change(administrator, 'drafts.save', { policy: 'stale', revision: 1, document: mine })
    const theirs = withNote(smallPolicy('stale'), 'theirs')
    const answer = await change(manager, 'drafts.save', { policy: 'stale', revision: 1, document: theirs })
    expect(answer.status).toBe(409)
    expect(answer.error!.data).toMatchObject({
      code: 'CONFLICT',
      conflict: { revision: 2, savedBy: 'Administrator', savedAt: expect.any(String) },
    })
    expect(answer.error!.message).toMatch(/^Administrator saved revision 2 .* Nothing was changed\.$/)
    const { data } = await ask(manager, 'drafts.get', { policy: 'stale' })
    expect(data.document).toEqual(mine)
    for (const revision of [3, 2_147_483_647])
      expect(
        (await change(manager, 'drafts.save', { policy: 'stale', revision, document: theirs })).status,
      ).toBe(409)
  })

  test('eight editors at once lose nothing', async () => {
    const [editors, saves] = [8, 15]
    await made('crowded')
    let conflicts = 0
    const edit = async (editor: number) => {
      for (let n = 0; n < saves; n++) {
        for (;;) {
          const { data } = await ask(manager, 'drafts.get', { policy: 'crowded' })
          const document = withNote(data.document, `note-${editor}-${n}`)
          const saved = await change(manager, 'drafts.save', {
            policy: 'crowded',
            revision: data.revision,
            document,
          })
          if (saved.status === 200) break
          expect(saved.status).toBe(409)
          conflicts++
        }
      }
    }
    await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)))
    const { data } = await ask(manager, 'drafts.get', { policy: 'crowded' })
    const notes = data.document.chart.nodes.filter((node: { kind: string }) => node.kind === 'note')
    expect(notes).toHaveLength(editors * saves)
    expect(data.revision).toBe(1 + editors * saves)
    expect(conflicts).toBeGreaterThan(0)
  })

  test('a draft with errors can always be saved', async () => {
    await made('in-progress')
    const document = smallPolicy('in-progress')
    document.chart.edges.pop()
    document.handbook.facts!.late!.allowedValues = 'this is no test'
    const saved = await change(manager, 'drafts.save', { policy: 'in-progress', revision: 1, document })
    expect(saved.status).toBe(200)
  })
})

describe('a malformed document is refused with its place, and nothing is saved', () => {
  const cases: [string, (document: PolicyDocument) => unknown, (string | number)[], RegExp][] = [
    ['not an object', () => 'a policy', [], /./],
    ['nothing', () => undefined, ['document'], /./],
    ['an unknown field', d => ({ ...d, colour: 'red' }), ['colour'], /colour/],
    [
      'an unknown field deep inside',
      d => ({
        ...d,
        handbook: { ...d.handbook, facts: { late: { type: 'boolean', source: 'record', vip: 1 } } },
      }),
      ['handbook', 'facts', 'late', 'vip'],
      /vip/,
    ],
    [
      'a kind that there is not',
      d => ({ ...d, chart: { ...d.chart, nodes: [{ id: 'x', kind: 'robot' }] } }),
      ['chart', 'nodes', 0, 'kind'],
      /./,
    ],
    [
      'a field of the wrong type',
      d => ({ ...d, chart: { ...d.chart, edges: [{ id: 'e', from: 1, to: 'q' }] } }),
      ['chart', 'edges', 0, 'from'],
      /./,
    ],
    ['another name', d => ({ ...d, name: 'another' }), ['name'], /another/],
  ]
  test.each(cases)('%s', async (title, spoil, path, words) => {
    const name = `malformed-${title.replaceAll(' ', '-')}`
    await made(name)
    const document = spoil(smallPolicy(name))
    const answer = await change(manager, 'drafts.save', { policy: name, revision: 1, document })
    expect(answer.status).toBe(400)
    const [finding] = answer.error!.data.findings!
    expect(finding).toMatchObject({
      code: 'malformed',
      severity: 'error',
      message: expect.stringMatching(words),
    })
    const place = finding!.path ?? []
    // An unknown field is told at its own place, or at the object that it is in.
    expect([path, path.slice(0, -1)]).toContainEqual(place)
    const { data } = await ask(manager, 'drafts.get', { policy: name })
    expect([data.revision, data.document]).toEqual([1, smallPolicy(name)])
  })

  test('and so is a malformed request', async () => {
    const answer = await change(manager, 'drafts.save', { policy: 'No Name', revision: 0, extra: true })
    expect(answer.status).toBe(400)
    const places = answer.error!.data.findings!.map(({ path }) => path?.[0])
    expect(places).toEqual(expect.arrayContaining(['policy', 'revision']))
  })
})

describe('a policy', () => {
  test('has a name of its own', async () => {
    await made('taken')
    const again = await change(manager, 'policies.create', { name: 'taken', title: 'Again' })
    expect([again.status, again.error!.message]).toEqual([409, 'A policy named "taken" exists already.'])
    const races = await Promise.all(
      Array.from({ length: 8 }, () => change(manager, 'policies.create', { name: 'race', title: 'Race' })),
    )
    expect(races.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    expect(await sql(`select count(*)::int as n from policies where name = 'race'`)).toEqual([{ n: 1 }])
  })

  test('begins with three tiers and a start', async () => {
    await change(manager, 'policies.create', { name: 'empty', title: 'Empty' })
    const { data } = await ask(manager, 'drafts.get', { policy: 'empty' })
    expect(data.document).toMatchObject({
      title: 'Empty',
      handbook: { tiers: [{ id: 'T1' }, { id: 'T2' }, { id: 'T3' }] },
      chart: { nodes: [{ kind: 'start' }], edges: [] },
    })
  })

  test('that was never published can be removed', async () => {
    await made('short-lived')
    expect((await change(manager, 'policies.remove', { policy: 'short-lived' })).status).toBe(200)
    expect((await ask(manager, 'drafts.get', { policy: 'short-lived' })).status).toBe(404)
  })
})

test('two people who edit are told apart', async () => {
  await made('two-people')
  const person = { name: 'Ada', email: 'ada@example.com', role: 'manager' }
  const { data } = await change(administrator, 'people.create', person)
  const ada = await signIn(base, person.email, data.password)
  await change(ada, 'drafts.save', { policy: 'two-people', revision: 1, document: smallPolicy('two-people') })
  const { data: listed } = await ask(manager, 'policies.list')
  const row = listed.find((policy: { name: string }) => policy.name === 'two-people')
  expect(row).toMatchObject({ draft: { revision: 2, savedBy: 'Ada' }, inForce: null, changed: true })
})

describe('who is here', () => {
  const [mine, theirs] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']

  test('is told of everybody else, with where they are and the newest revision, until they leave', async () => {
    await made('here')
    const tell = (caller: Caller, tab: string, more: object = {}) =>
      change(caller, 'drafts.here', { policy: 'here', tab, at: ['start'], ...more })
    expect((await tell(manager, mine)).data).toEqual({ revision: 1, others: [] })
    const others = [{ tab: mine, name: 'The manager', own: false, at: ['start'] }]
    expect((await tell(administrator, theirs)).data).toEqual({ revision: 1, others })
    await change(administrator, 'drafts.save', {
      policy: 'here',
      revision: 1,
      document: withNote(smallPolicy('here'), 'n'),
    })
    const seen = await tell(manager, mine)
    expect(seen.data).toMatchObject({ revision: 2, others: [{ tab: theirs, name: 'Administrator' }] })
    await tell(administrator, theirs, { leaves: true })
    expect((await tell(manager, mine)).data.others).toEqual([])
  })

  test('forgets whoever was not heard of for a while', async () => {
    await made('gone')
    await change(manager, 'drafts.here', { policy: 'gone', tab: mine, at: [] })
    await sql(`update presence set seen_at = now() - interval '1 minute' where tab = $1`, [mine])
    const { data } = await change(administrator, 'drafts.here', { policy: 'gone', tab: theirs, at: [] })
    expect(data.others).toEqual([])
  })

  test('lets nobody speak for somebody else’s tab', async () => {
    await made('taken-tab')
    const tell = (caller: Caller, at: string[], more: object = {}) =>
      change(caller, 'drafts.here', { policy: 'taken-tab', tab: mine, at, ...more })
    await tell(manager, ['start'])
    await tell(administrator, ['done'])
    await tell(administrator, [], { leaves: true })
    const { data } = await change(administrator, 'drafts.here', { policy: 'taken-tab', tab: theirs, at: [] })
    expect(data.others).toEqual([{ tab: mine, name: 'The manager', own: false, at: ['start'] }])
  })
})
