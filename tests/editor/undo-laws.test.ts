import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Command, runCommand } from '@/app/_editor/commands/command'
import { linesFor, spliceInto } from '@/app/_editor/commands/put-between'
import { COMMANDS } from '@/app/_editor/commands/registry'
import { check } from '@/compiler/compile'
import { documentSchema } from '@/compiler/language/policy'
import { fakeContext, openStore } from './fake-context'
import { smallPolicy } from './small-policy'

const { undo, redo, ...others } = COMMANDS
/** Everything that can change a document; the rest is in the way of nothing. */
const EDITING: readonly Command[] = Object.values(others).filter(
  ({ id, group }) =>
    ['Add', 'Edit', 'Arrange'].includes(group) && !['connect-to', 'put-between'].includes(id),
)

/** Enough chance that the start is deleted, and put back; and that a path is healed right after it was cut. */
const START = fc.constantFrom(
  { is: 'select' as const, at: [0], command: null },
  { is: 'select' as const, at: [1], command: COMMANDS.deleteSelection },
  { is: 'run' as const, command: COMMANDS.healPath },
  { is: 'run' as const, command: COMMANDS.deleteSelection },
  { is: 'run' as const, command: COMMANDS.addStart },
)

/** A person at the keyboard: selects something, then presses something, or types into the title. */
const act = fc.oneof(
  { weight: 3, arbitrary: START },
  {
    weight: 6,
    arbitrary: fc.record({ is: fc.constant('run' as const), command: fc.constantFrom(...EDITING) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      is: fc.constant('select' as const),
      at: fc.array(fc.nat(30), { maxLength: 5 }),
      // Most of what is selected is selected for something.
      command: fc.option(fc.constantFrom(...EDITING), { freq: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('type' as const), text: fc.string({ maxLength: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('splice' as const), node: fc.nat(30), line: fc.nat(30) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('travel' as const), back: fc.boolean() }) },
)

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const RUNS = Number(process.env.RUNS ?? 80)

describe('any sequence of commands', () => {
  it(`is taken back to the first document exactly, and done again to the last (seed ${SEED})`, async () => {
    const ran = new Set<string>()
    let spliced = false
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async acts => {
        const store = openStore()
        const { context } = fakeContext(store)
        const press = async (command: Command) => {
          const { document } = store.getState()
          // Findings are there by the time that somebody mends one, and somebody went to one of them.
          if (command === COMMANDS.mendFinding) {
            store.getState().checked({ document, artifacts: null, ...check(document) })
            await runCommand(COMMANDS.nextFinding, context)
          }
          if (await runCommand(command, context)) ran.add(command.id)
        }
        for (const what of acts) {
          const state = store.getState()
          if (what.is === 'select') {
            const ids = state.document.chart.nodes.map(node => node.id)
            state.select({ nodes: [...new Set(what.at.flatMap(at => ids[at % ids.length] ?? []))] })
            if (what.command) await press(what.command)
          } else if (what.is === 'type') {
            state.edit('Rename', draft => Object.assign(draft, { title: what.text }), { merge: 'title' })
          } else if (what.is === 'splice') {
            const { nodes, edges } = state.document.chart
            const id = nodes[what.node % nodes.length]?.id ?? ''
            const free = linesFor(state, id)
            const line = free[what.line % free.length]
            if (line) spliceInto(state, id, line.id)
            spliced ||= line !== undefined && edges !== store.getState().document.chart.edges
          } else if (what.is === 'travel') {
            await runCommand(what.back ? undo : redo, context)
          } else {
            await press(what.command)
          }
          expect(documentSchema.safeParse(store.getState().document).success).toBe(true)
        }
        const last = store.getState().document
        while (store.getState().undoStack.length > 0) store.getState().undo()
        expect(store.getState().document).toEqual(smallPolicy())
        while (store.getState().redoStack.length > 0) store.getState().redo()
        // Whatever had been taken back before the end is done again too; what remains is the end of the history.
        if (!acts.some(what => what.is === 'travel')) expect(store.getState().document).toEqual(last)
      }),
      { seed: SEED, numRuns: RUNS },
    )
    expect(spliced).toBe(true)
    // A law that never met a command says nothing about it.
    expect(EDITING.map(command => command.id).filter(id => !ran.has(id))).toEqual([])
  }, 120_000)
})
