import { describe, expect, it } from 'vitest'
import { runCommand } from '@/app/_editor/commands/command'
import { COMMANDS } from '@/app/_editor/commands/registry'
import { ids, placeOf } from './chart-of'
import { fakeContext, openStore } from './fake-context'

describe('copies', () => {
  it('go from one policy to another, each time beside the last', async () => {
    const store = openStore()
    const { context } = fakeContext(store)
    store.getState().select({ nodes: ['give'] })
    await runCommand(COMMANDS.copy, context)
    await runCommand(COMMANDS.paste, context)
    await runCommand(COMMANDS.paste, context)
    expect(ids(store.getState()).slice(-2)).toEqual(['give-2', 'give-3'])
    expect(placeOf(store.getState(), 'give-2')).toEqual({ x: 540, y: 40 })
    expect(placeOf(store.getState(), 'give-3')).toEqual({ x: 580, y: 80 })
  })

  it('of something else on the clipboard are none', async () => {
    const store = openStore()
    const { context, seen } = fakeContext(store)
    context.clipboard.write('{"nodes":[{"id":"x"}]}')
    await runCommand(COMMANDS.paste, context)
    expect(seen.told).toEqual(['What was copied last is no part of a chart.'])
  })
})

it('moves held down are one undo step', async () => {
  const store = openStore()
  const { context } = fakeContext(store)
  store.getState().select({ nodes: ['ask'] })
  for (let i = 0; i < 5; i++) await runCommand(COMMANDS.moveRight, context, 'ArrowRight')
  await runCommand(COMMANDS.moveRight, context, 'Shift+ArrowRight')
  expect(placeOf(store.getState(), 'ask')).toEqual({ x: 300, y: 0 })
  expect(store.getState().undoStack).toHaveLength(1)
  store.getState().undo()
  expect(placeOf(store.getState(), 'ask')).toEqual({ x: 200, y: 0 })
})
