import { afterAll, describe, expect, it } from 'vitest'
import { runCommand } from '@/app/_editor/commands/command'
import { ALL_COMMANDS, COMMANDS } from '@/app/_editor/commands/registry'
import { documentSchema } from '@/compiler/language/policy'
import { CASES, checked, type Name } from './command-cases'
import { fakeContext, openStore } from './fake-context'

const ran = new Set<string>()

describe.each(Object.keys(CASES) as Name[])('%s', name => {
  it('does what it says, in one undo step, on a document that stays well-formed', async () => {
    const { document, before, after } = CASES[name]
    const store = openStore(document?.())
    before?.(store.getState(), store)
    const prior = store.getState()
    const { context, seen } = fakeContext(store)
    expect(COMMANDS[name].refuses(prior)).toBe(null)
    await runCommand(COMMANDS[name], context)
    ran.add(COMMANDS[name].id)
    after(store.getState(), seen.calls, prior)
    expect(documentSchema.safeParse(store.getState().document).error).toBeUndefined()
    if (name === 'undo' || name === 'redo') return
    expect(store.getState().undoStack.length - prior.undoStack.length).toBe(
      store.getState().document === prior.document ? 0 : 1,
    )
  })

  it('changes nothing in a read-only editor', async () => {
    const store = openStore(CASES[name].document?.(), true)
    const { document } = store.getState()
    store.getState().select({ nodes: ['ask'] })
    await runCommand(COMMANDS[name], fakeContext(store).context)
    expect(store.getState().document).toBe(document)
  })
})

describe('the registry', () => {
  it('has no two commands of one id or one shortcut', () => {
    const shortcuts = ALL_COMMANDS.flatMap(command => command.shortcuts)
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
    expect(new Set(ALL_COMMANDS.map(command => command.id)).size).toBe(ALL_COMMANDS.length)
  })

  it('has a shortcut and a title for every command', () => {
    for (const { shortcuts, title } of ALL_COMMANDS) {
      expect(shortcuts.length).toBeGreaterThan(0)
      expect(title).toMatch(/^[A-Z]/)
    }
  })

  afterAll(() => {
    expect([...ran].sort()).toEqual(ALL_COMMANDS.map(command => command.id).sort())
  })
})

describe('a command that refuses', () => {
  it('of a fix is one whose document has changed since it was checked', async () => {
    const store = openStore()
    const { context, seen } = fakeContext(store)
    expect(await runCommand(COMMANDS.mendFinding, context)).toBe(false)
    CASES.mendFinding.before?.(store.getState(), store)
    store.getState().edit('Rename', draft => {
      draft.title = 'Other'
    })
    expect(await runCommand(COMMANDS.mendFinding, context)).toBe(false)
    expect(seen.told).toEqual([
      'Go to a finding first (F8).',
      'The draft has just changed and is being checked; try again in a moment.',
    ])
    expect(store.getState().undoStack).toHaveLength(1)
  })

  it('says why and does nothing', async () => {
    const store = openStore()
    const { context, seen } = fakeContext(store)
    expect(await runCommand(COMMANDS.deleteSelection, context)).toBe(false)
    expect(seen.told).toEqual(['Nothing is selected.'])
    expect(store.getState().undoStack).toEqual([])
  })

  it('to publish names the first error', () => {
    const store = openStore()
    expect(COMMANDS.propose.refuses(store.getState())).toBe('The draft is still being checked.')
    checked(store.getState())
    expect(COMMANDS.propose.refuses(store.getState())).toContain('No answer at “A gift?”')
  })
})
