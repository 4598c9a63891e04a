import { useQuery } from '@tanstack/react-query'
import { EffectsList } from '../_handbooks/effects/effects-list'
import { HandbookDifferences } from '../_handbooks/versions/handbook-differences'
import { useTRPC } from '../_shell/trpc'
import type { ContentProposal } from './proposal'

interface WhatHandbookChangesProps {
  proposal: Extract<ContentProposal, { of: 'handbook' }>
}

/** What a proposed handbook changes since the version before it, and what it does to the policies that take it in. */
export function WhatHandbookChanges({ proposal: { policy, document, version } }: WhatHandbookChangesProps) {
  const trpc = useTRPC()
  const before = useQuery(
    trpc.handbooks.get.queryOptions(
      { handbook: policy.name, version: Math.max(1, version - 1) },
      { staleTime: Number.POSITIVE_INFINITY, enabled: version > 1 },
    ),
  )
  return (
    <>
      {before.data && (
        <HandbookDifferences
          from={before.data}
          to={document}
          labels={{ from: `Version ${version - 1}`, to: `Version ${version}` }}
        />
      )}
      <section aria-labelledby="proposal-effects">
        <h2 id="proposal-effects">Effects on policies</h2>
        <EffectsList handbook={document} published={null} wholeOf={() => null} />
      </section>
    </>
  )
}
