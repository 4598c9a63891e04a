import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileAll } from '@/compiler/compile'
import { Memory } from '@/compiler/memory/memory'
import { CarelessMemory, SLIPS } from '../generators/careless'
import { dice } from '../generators/dice'
import { drafts, isPublishable } from '../generators/random-policy'
import { versionsOf } from '../generators/versions'
import { announce, law, patience, seed } from './run'

beforeAll(announce)

const told = (document: unknown, memory?: Memory) => JSON.stringify(compileAll(document, { memory }))

describe('a memory', () => {
  it('changes nothing of what is found and compiled, whatever was checked before', {
    timeout: patience,
  }, () => {
    law([drafts(), dice()], (policy, at) => {
      const memory = new Memory(at.pick([0, 300, undefined]))
      for (const version of versionsOf(at, policy, 8)) expect(told(version, memory)).toBe(told(version))
    })
  })

  it('keeps what it has told as it was', { timeout: patience }, () => {
    law(
      [drafts(), dice()],
      (policy, at) => {
        const memory = new Memory()
        const before: [unknown, string][] = []
        for (const version of versionsOf(at, policy, 5)) {
          const checked = compileAll(version, { memory })
          before.push([checked, JSON.stringify(checked)])
        }
        for (const [checked, text] of before) expect(JSON.stringify(checked)).toBe(text)
      },
      0.5,
    )
  })

  it('holds no more than a few documents need', { timeout: patience }, () => {
    law(
      [drafts(), dice()],
      (policy, at) => {
        const memory = new Memory(0)
        let needed = 0
        for (const version of versionsOf(at, policy, 40)) {
          const alone = new Memory(0)
          compileAll(version, { memory: alone })
          needed = Math.max(needed, alone.size)
          compileAll(version, { memory })
          // What is there before a document is looked at is at most three times one, and a document comes on top.
          expect(memory.size).toBeLessThanOrEqual(4 * needed)
        }
      },
      0.1,
    )
  })

  it('is caught where it takes things for the same that are not', { timeout: patience }, () => {
    const uncaught = new Set(Object.keys(SLIPS))
    const caughtAfter: Record<string, number> = {}
    let policies = 0
    fc.assert(
      fc.property(drafts().filter(isPublishable), dice(), (policy, at) => {
        if (uncaught.size > 0) policies++
        for (const name of uncaught) {
          const { before, change } = SLIPS[name]!
          const memory = new CarelessMemory(SLIPS[name]!)
          const [first, next] = [structuredClone(policy), structuredClone(policy)]
          before?.(first, at)
          Object.assign(next, structuredClone(first))
          change(next, at)
          const right = [told(first), told(next)]
          if (!isWrong(() => [first, next].some((version, i) => told(version, memory) !== right[i]))) continue
          uncaught.delete(name)
          caughtAfter[name] = policies
        }
      }),
      { seed, numRuns: 400, interruptAfterTimeLimit: patience * 0.8 },
    )
    console.info(caughtAfter)
    expect([...uncaught]).toEqual([])
  })
})

/** Whether it is so, or cannot even be looked at. */
function isWrong(differs: () => boolean): boolean {
  try {
    return differs()
  } catch {
    return true
  }
}
