import { TooLarge } from '../3-diagram/too-large'
import { ROW_LIMIT } from '../4-table/table'
import type { BehaviourCheck } from './check'
import { tierName } from './names'

export const tooLarge: BehaviourCheck = {
  code: 'too-large',
  about: 'behaviour',
  says: 'A table would have more rows than there may be.',
  because: 'A table is fetched and held by every client; beyond some size nobody can look through it either.',
  mend: 'Split the questions that test many facts at once, or let them meet earlier.',
  offers: null,
  witness: { none: 'It is about how many rows there would be, and not about any one case.' },
  example: {
    title: 'Any of eighteen pairs is enough',
    words:
      'A question asks thirty-six facts, and takes an answer where both of the first two are so, or both of the next two, and so on: its rows double with each pair. A question for each pair, one after another, says the same in as many rows as there are pairs.',
  },
  find: ({ graph, undecided, gaps, overlaps }, tables) => {
    // What cannot be followed to its end cannot be compiled, and is an error already.
    if (undecided !== null || gaps.length > 0 || overlaps.length > 0) return []
    return graph.tiers.flatMap((tier, rank) => {
      const made = tables.rows(tier)
      if (!(made instanceof TooLarge)) return []
      const table = `The table of ${tierName(graph, rank)}`
      const message =
        made.of === 'rows'
          ? `${table} would have more than ${ROW_LIMIT.toLocaleString('en')} rows.`
          : `${table} would be too deep or too long to be made.`
      return [{ message, path: ['chart'] }]
    })
  },
}
