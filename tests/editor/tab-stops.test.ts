import { expect, it } from 'vitest'
import { tabStops } from '@/app/_editor/canvas/tab-stops'
import { MENUS } from '@/app/_editor/commands/menus'
import { ALL_COMMANDS } from '@/app/_editor/commands/registry'
import { smallPolicy } from './small-policy'

it('Tab comes to each card, and then to the lines that lead out of it, as one reads', () => {
  expect(tabStops(smallPolicy()).map(({ id }) => id)).toEqual([
    'start',
    'e1',
    'ask',
    'e2',
    'e3',
    'give',
    'e4',
    'done',
    'up',
  ])
})

it('a line that leads to no card is none to come to', () => {
  const policy = smallPolicy()
  policy.chart.nodes = policy.chart.nodes.filter(node => node.id !== 'done')
  expect(tabStops(policy).map(({ id }) => id)).not.toContain('e4')
})

it('context menus offer commands of the registry, each once', () => {
  for (const parts of Object.values(MENUS)) {
    const commands = parts.flatMap(part => [...part.commands])
    expect(new Set(commands).size).toBe(commands.length)
    for (const command of commands) expect(ALL_COMMANDS).toContain(command)
  }
})
