import { ROW_LIMIT } from '../4-table/table'
import type { BehaviourCheck } from './check'
import { tierName } from './names'

export const tooLarge: BehaviourCheck = {
  code: 'too-large',
  about: 'behaviour',
  says: 'A table would have more rows than there may be.',
  because: 'A table is fetched and held by every client; beyond some size nobody can look through it either.',
  mend: 'Split the questions that test many facts at once, or let them meet earlier.',
  find: ({ graph }, tables) =>
    graph.tiers.flatMap((tier, rank) =>
      tables.isTooLarge(tier)
        ? [
            {
              message: `The table of ${tierName(graph, rank)} would have more than ${ROW_LIMIT.toLocaleString('en')} rows.`,
              path: ['chart'],
            },
          ]
        : [],
    ),
}
