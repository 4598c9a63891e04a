import { Badge } from '@mantine/core'
import type { Proposal } from './proposal'
import { waitsFor } from './words'

const CLOSED: Record<NonNullable<Proposal['outcome']>, { label: string; color: string }> = {
  applied: { label: 'carried out', color: 'ok' },
  withdrawn: { label: 'withdrawn', color: 'gray' },
  returned: { label: 'sent back', color: 'warn' },
  replaced: { label: 'replaced by another', color: 'gray' },
}

type Told = Pick<Proposal, 'outcome' | 'standing' | 'needed'>

/** What became of a proposal, or what it waits for. */
export function OutcomeBadge({ proposal, size }: { proposal: Told; size?: string }) {
  const { label, color } =
    proposal.outcome === null
      ? { label: waitsFor(proposal), color: proposal.standing >= proposal.needed ? 'ok' : 'accent' }
      : CLOSED[proposal.outcome]
  return (
    <Badge color={color} variant="light" tt="none" fw={550} size={size}>
      {label}
    </Badge>
  )
}
