import type { TakenIn } from '../../../document/take-in'

/** More names than these are a number. */
const MOST = 6

const named = (titles: readonly string[]) =>
  titles.length > MOST
    ? `${titles.slice(0, MOST).join(', ')} and ${titles.length - MOST} more`
    : titles.join(', ')

/** What taking in a handbook does to a policy's own, a sentence each. */
export function takenInWords({ same, replaced, kept, otherTiers }: TakenIn): string[] {
  const entries = (n: number) => (n === 1 ? '1 entry' : `${n} entries`)
  return [
    otherTiers ? 'The tiers come from the shared handbook.' : 'The tiers stay as they are.',
    ...(same.length > 0
      ? [`${entries(same.length)} of this policy’s own ${same.length === 1 ? 'is' : 'are'} the same there.`]
      : []),
    ...(replaced.length > 0
      ? [
          `The shared handbook means something else by ${named(replaced)}: what it says takes the place of this policy’s own.`,
        ]
      : []),
    ...(kept.length > 0 ? [`${named(kept)} ${kept.length === 1 ? 'stays' : 'stay'} this policy’s own.`] : []),
  ]
}
