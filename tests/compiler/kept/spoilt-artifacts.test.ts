import { expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Artifact } from '@/compiler/runtime/artifact'
import { artifactHash } from '@/compiler/runtime/artifact-hash'
import { load } from '@/compiler/runtime/load'
import { kept, pairs, tiersOf } from './kept'

type Path = (string | number)[]
type Holder = Record<string | number, unknown>

/** The keys of these are names that people choose. */
const CHOSEN = /(^|\.)(facts|questions|when|with)$/

/** A place without the names and numbers that are only this artifact’s. */
const shapeOf = (path: Path) =>
  path
    .map((key, i) =>
      typeof key === 'number'
        ? '#'
        : CHOSEN.test(path.slice(0, i).join('.')) && path[i - 2] !== 'questions'
          ? '*'
          : key,
    )
    .join('.')

function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value))
    yield* placesIn(member, [...path, Array.isArray(value) ? Number(key) : key])
}

const WRONG: readonly unknown[] = [
  undefined,
  null,
  -1,
  '',
  'x',
  true,
  [],
  [7],
  {},
  { kind: 'x' },
  { fact: 'x' },
]

/** What loading says of an artifact with another value at a place, which is given the hash of what it is then. */
function said(whole: Artifact, path: Path, value: unknown): string {
  const copy = structuredClone(whole)
  const holder = path.slice(0, -1).reduce<Holder>((at, key) => at[key] as Holder, copy as unknown as Holder)
  const last = path.at(-1)!
  if (value !== undefined) holder[last] = value
  else if (Array.isArray(holder)) holder.splice(last as number, 1)
  else delete holder[last]
  try {
    if (last !== 'hash') copy.hash = artifactHash(copy)
    load(copy)
    return 'is taken'
  } catch (caught) {
    const { name, message } = caught as Error
    expect(name).toBe('ArtifactError')
    return message.replaceAll(/\.(\d+)\b/g, '.#')
  }
}

it('an artifact with another value at any of its places is refused, or taken, with the same words', () => {
  const seen = new Map<string, unknown>()
  for (const { old, next } of pairs())
    for (const policy of [old, next])
      for (const tier of tiersOf(policy)) {
        const whole = compile(policy, tier)
        for (const path of placesIn(whole)) {
          const shape = shapeOf(path)
          if (seen.has(shape)) continue
          seen.set(shape, {
            place: shape,
            ...Object.fromEntries(
              WRONG.map(value => [JSON.stringify(value) ?? 'gone', said(whole, path, value)]),
            ),
          })
        }
      }
  expect(seen.size).toBeGreaterThan(50)
  kept('spoilt.jsonl', [...seen.values()])
})
