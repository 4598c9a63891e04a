import type { Command } from '../../compiler/cli/command'
import { Refused } from '../../compiler/cli/exit'
import { CHANNELS } from '../../drizzle/schema/channels'

export const tokenCommand: Command = {
  usage: 'token --tier T [--policy P] [--channel C]',
  about: 'Prints a new token for a runtime client of this installation.',
  more: [
    '',
    '  --tier T      whose tables the client fetches',
    '  --policy P    of this policy alone; without it, of every policy',
    '  --channel C   as it is on this channel, staging or live; without it, live',
    '',
    'The token is shown once and kept as a hash. Exit codes: 0 made, 2 there is no such tier, policy or channel, or the',
    'installation cannot be reached.',
  ],
  options: { tier: { type: 'string' }, policy: { type: 'string' }, channel: { type: 'string' } },
  takes: 0,
  run: async (_, { tier, policy, channel }) => {
    if (typeof tier !== 'string') throw new Refused('token needs --tier T.')
    const of = CHANNELS.find(known => known === (channel ?? 'live'))
    if (!of) throw new Refused(`There is no channel “${channel}”; there are ${CHANNELS.join(' and ')}.`)
    // The database is loaded for this command alone, so that the others start at once.
    const { issueToken } = await import('../tokens/issue-token')
    try {
      return {
        code: 0,
        out: await issueToken({ tier, channel: of, policy: typeof policy === 'string' ? policy : undefined }),
      }
    } catch (caught) {
      throw new Refused(
        caught instanceof Error ? caught.message : 'The database of this installation cannot be reached.',
      )
    }
  },
}
