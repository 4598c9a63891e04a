import type { Fact } from '@/compiler/language/fact'
import type { Action, Handbook, Tier } from '@/compiler/language/handbook'
import { firstFree } from '@/compiler/language/ids'
import type { Node } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { type Carried, partAlone } from './carried'
import type { Name } from './references'
import { references, rename } from './rename'
import { sameJson } from './same-json'

/** Part of a chart that comes from somewhere else, ready to be put into this document. */
export interface Brought {
  nodes: Node[]
  edges: Edge[]
  /** Adds to the handbook what the part needs and the handbook lacks. */
  addTo(draft: PolicyDocument): void
  /** What happened to the handbook, a sentence each. */
  said: string[]
}

/** What a fact or an action means; the rest is wording and authority, which are this policy's own. */
const meaningOf = {
  fact: ({ type, allowedValues, step, mayBeUnknown, source, volunteered, team }: Fact) => ({
    type,
    allowedValues,
    step,
    mayBeUnknown,
    source,
    volunteered,
    team,
  }),
  action: ({ params, exception }: Action) => ({
    exception,
    params: Object.fromEntries(
      Object.entries(params ?? {}).map(([id, { type, allowedValues, step }]) => [
        id,
        { type, allowedValues, step },
      ]),
    ),
  }),
}

const titled = (id: string, entry: { title?: string }) => `“${entry.title || id}”`
const list = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
const lower = (title = '') => title.trim().toLowerCase()

/** The tier of this handbook that is meant by another one's: of the same title, else of the same id. */
const tierHere = ({ id, title }: Tier, here: readonly Tier[]) =>
  here.find(tier => title !== undefined && lower(tier.title) === lower(title)) ??
  here.find(tier => tier.id === id && (!tier.title || !title))

/**
 * Makes part of a chart at home in a document: what its handbook lacks comes along; what it has already, and means the
 * same by, is used; what it means something else by comes along under another id.
 */
export function bringAlong(
  nodes: readonly Node[],
  edges: readonly Edge[],
  carried: Carried,
  document: PolicyDocument,
  handbook: Handbook,
): Brought {
  const part = structuredClone(partAlone([...nodes], [...edges], carried))
  const own = part.handbook as Handbook
  const said: string[] = []
  const tiers = bringTiers(part, carried, document, handbook, said)

  const bring = <K extends 'fact' | 'action'>(
    kind: K,
    here: Record<string, K extends 'fact' ? Fact : Action>,
    coming: Record<string, K extends 'fact' ? Fact : Action>,
  ) => {
    const fresh: string[] = []
    const others: string[] = []
    const differing: string[] = []
    for (const [id, entry] of Object.entries(coming)) {
      const known = Object.hasOwn(here, id) ? here[id] : undefined
      const meaning = meaningOf[kind] as (entry: Fact | Action) => unknown
      if (known && sameJson(meaning(known), meaning(entry))) {
        if (!sameJson(known, entry)) differing.push(titled(id, known))
        continue
      }
      // Copied once before: the same thing is here under the id that it got then.
      const again = Object.keys(here).find(
        other => other.startsWith(`${id}-`) && sameJson(here[other], entry),
      )
      if (again !== undefined) {
        rename(part, { kind, id } as Name, again)
        continue
      }
      const to = firstFree(
        id,
        taken => Object.hasOwn(here, taken) || (taken !== id && Object.hasOwn(coming, taken)),
      )
      if (to !== id) {
        rename(part, { kind, id } as Name, to)
        others.push(`${titled(id, entry)}, now “${to}”`)
      } else fresh.push(titled(id, entry))
    }
    const plural = (words: string[]) => (words.length === 1 ? kind : `${kind}s`)
    if (fresh.length > 0) said.push(`New in the handbook: the ${plural(fresh)} ${list(fresh)}.`)
    if (others.length > 0)
      said.push(
        `The handbook means something else by the ${plural(others)} ${list(others)}: the copy has its own.`,
      )
    if (differing.length > 0)
      said.push(
        `The ${plural(differing)} ${list(differing)} ${differing.length === 1 ? 'stays' : 'stay'} as this handbook has ${differing.length === 1 ? 'it' : 'them'}.`,
      )
  }
  bring('fact', handbook.facts, own.facts)
  bring('action', handbook.actions, own.actions)

  return {
    nodes: part.chart.nodes,
    edges: part.chart.edges,
    said,
    addTo(draft) {
      const { handbook: to } = draft
      const { facts, actions } = part.handbook as Handbook
      for (const [id, fact] of Object.entries(facts))
        if (!Object.hasOwn(handbook.facts, id)) to.facts = { ...to.facts, [id]: fact }
      for (const [id, action] of Object.entries(actions))
        if (!Object.hasOwn(handbook.actions, id)) to.actions = { ...to.actions, [id]: action }
      if ('tiers' in to && tiers.length > to.tiers.length) to.tiers = tiers
      if (carried.timeZone && !draft.timeZone) draft.timeZone = carried.timeZone
    },
  }
}

/**
 * Has the part name this handbook's tiers. A tier that its steps hand over to and that is not here comes along, above
 * the one that it was above; grants for other tiers that are not here are left out. Returns the tiers as they will be.
 */
function bringTiers(
  part: PolicyDocument,
  carried: Carried,
  document: PolicyDocument,
  handbook: Handbook,
  said: string[],
): Tier[] {
  const after = [...handbook.tiers]
  const shared = 'from' in document.handbook
  let below = -1
  const names = new Map<string, string>()
  const gone: string[] = []
  for (const tier of carried.tiers) {
    const here = tierHere(tier, handbook.tiers)
    const needed = references(part, { kind: 'tier', id: tier.id }).some(({ place }) => place.part === 'node')
    if (here) {
      names.set(tier.id, here.id)
      below = after.findIndex(({ id }) => id === here.id)
    } else if (needed && !shared) {
      const id = firstFree(tier.id, taken => after.some(other => other.id === taken))
      after.splice(below + 1, 0, { ...tier, id })
      below++
      names.set(tier.id, id)
      said.push(`New tier: ${titled(id, tier)}.`)
    } else {
      gone.push(tier.id)
      if (needed) said.push(`There is no tier ${titled(tier.id, tier)} here: choose another to hand over to.`)
    }
  }
  // In two turns: an id may be another tier's here.
  const turn = (id: string) => ` ${id}`
  for (const id of names.keys()) rename(part, { kind: 'tier', id }, turn(id))
  for (const [id, to] of names) rename(part, { kind: 'tier', id: turn(id) }, to)
  for (const action of Object.values((part.handbook as Handbook).actions))
    for (const id of gone) if (action.grants) delete action.grants[id]
  return after
}
