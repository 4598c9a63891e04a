import type { Handbook } from '../language/handbook'

/** A fact by its title, else by its name. */
export const factTitle = (name: string, { facts }: Pick<Handbook, 'facts'>): string =>
  facts[name]?.title || name

/** An action by its title, else by its name. */
export const actionTitle = (name: string, { actions }: Pick<Handbook, 'actions'>): string =>
  actions[name]?.title || name

export const tierTitle = (id: string, { tiers }: Pick<Handbook, 'tiers'>): string =>
  tiers.find(tier => tier.id === id)?.title || id

/** A tier with both its id and its title: "T2 Senior desk". */
export const tierName = (id: string, handbook: Pick<Handbook, 'tiers'>): string => {
  const title = tierTitle(id, handbook)
  return title === id ? id : `${id} ${title}`
}
