/** What is kept by a key; where there is nothing yet, it is made, and kept. */
export function once<K, V>(
  kept: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}

/** A function of objects that never change: each is looked at once, and what was found is kept for as long as it is there. */
export function onceFor<K extends object, V>(find: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, V>()
  return of => once(kept, of, () => find(of))
}
