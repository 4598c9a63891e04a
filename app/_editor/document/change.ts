/**
 * What has become of a JSON value: as small as what has changed, so that a worker need not be sent a whole policy for each
 * letter that is typed, nor a whole table sent back.
 */
export type Change =
  /** It is another value. */
  | { to: unknown }
  /** Some keys of an object, or some items of a list that is as long as before, have changed; some keys are gone. */
  | { in: [key: string | number, change: Change][]; without?: string[] }
  /** In a list, so many items from `from` on have given way to others; what stands before and behind is the same. */
  | { from: number; gone: number; come: unknown[] }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What turns `before` into `after`; null where they say the same. What is one and the same object is not looked into. */
export function changeOf(before: unknown, after: unknown): Change | null {
  if (Object.is(before, after)) return null
  if (Array.isArray(before) && Array.isArray(after)) return changeOfList(before, after)
  if (isObject(before) && isObject(after)) return changeOfObject(before, after)
  return { to: after }
}

function changeOfList(before: readonly unknown[], after: readonly unknown[]): Change | null {
  if (before.length === after.length) {
    const changes = after.flatMap((item, i): [number, Change][] => {
      const change = changeOf(before[i], item)
      return change ? [[i, change]] : []
    })
    return changes.length > 0 ? { in: changes } : null
  }
  const most = Math.min(before.length, after.length)
  const same = (i: number, j: number) => changeOf(before[i], after[j]) === null
  let from = 0
  while (from < most && same(from, from)) from++
  let behind = 0
  while (behind < most - from && same(before.length - 1 - behind, after.length - 1 - behind)) behind++
  return { from, gone: before.length - behind - from, come: after.slice(from, after.length - behind) }
}

function changeOfObject(before: Record<string, unknown>, after: Record<string, unknown>): Change | null {
  const without = Object.keys(before).filter(key => !Object.hasOwn(after, key))
  const kept = Object.keys(before).filter(key => Object.hasOwn(after, key))
  const order = [...kept, ...Object.keys(after).filter(key => !Object.hasOwn(before, key))]
  // Keys come in an order that people see, and only new ones at the end keep it.
  if (Object.keys(after).some((key, i) => order[i] !== key)) return { to: after }
  const changes = order.flatMap((key): [string, Change][] => {
    if (!Object.hasOwn(before, key)) return [[key, { to: after[key] }]]
    const change = changeOf(before[key], after[key])
    return change ? [[key, change]] : []
  })
  if (changes.length === 0 && without.length === 0) return null
  return { in: changes, ...(without.length > 0 && { without }) }
}

/** The value after the change. It shares with `before` all that has not changed; `before` stays as it is. */
export function withChange(before: unknown, change: Change | null): unknown {
  if (change === null) return before
  if ('to' in change) return change.to
  if (Array.isArray(before)) {
    if ('from' in change) return before.toSpliced(change.from, change.gone, ...change.come)
    const list = [...before]
    for (const [i, each] of change.in) list[i as number] = withChange(list[i as number], each)
    return list
  }
  if (!isObject(before) || !('in' in change)) throw new Error('A change is of another value.')
  const next = new Map(Object.entries(before))
  for (const key of change.without ?? []) next.delete(key)
  for (const [key, each] of change.in) next.set(String(key), withChange(next.get(String(key)), each))
  return Object.fromEntries(next)
}
