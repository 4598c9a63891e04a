type Members = Record<string, unknown>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const idOf = (value: unknown) => (isObject(value) && 'id' in value ? value.id : undefined)

/**
 * A JSON value with every part that is as it was before taken from there, so that what has not changed is the same object.
 * Neither of the two is changed. The order of members counts; entries of lists are known by their ids, where they have any.
 */
export function sharing<T>(before: unknown, now: T): T {
  return shared(before, now) as T
}

/** Whether two values are the same, the order of their members included. */
function alike(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [names, others] = [Object.keys(one), Object.keys(other)]
  if (names.length !== others.length) return false
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!
    if (name !== others[i] || !alike((one as Members)[name], (other as Members)[name])) return false
  }
  return true
}

function shared(before: unknown, now: unknown): unknown {
  if (!isObject(before) || !isObject(now)) return Object.is(before, now) ? before : now
  if (Array.isArray(before)) return Array.isArray(now) ? sharedList(before, now) : now
  if (Array.isArray(now)) return now
  const [old, names] = [Object.keys(before), Object.keys(now)]
  const values = names.map(name =>
    shared(Object.hasOwn(before, name) ? (before as Members)[name] : undefined, (now as Members)[name]),
  )
  const same =
    old.length === names.length &&
    names.every((name, i) => name === old[i] && Object.is(values[i], (before as Members)[name]))
  return same ? before : Object.fromEntries(names.map((name, i) => [name, values[i]]))
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const byId = new Map<unknown, unknown>()
  const made = now.map((item, i) => {
    const there = before[i]
    const id = idOf(item)
    // Most stand where they stood; only where some do not are all looked up.
    if (id === undefined || idOf(there) === id) return alike(there, item) ? there : shared(there, item)
    if (byId.size === 0) for (const other of before) byId.set(idOf(other), other)
    return shared(byId.get(id), item)
  })
  return before.length === now.length && made.every((item, i) => Object.is(item, before[i])) ? before : made
}
