import { SegmentedControl, Select } from '@mantine/core'

interface TierPickProps {
  tiers: { value: string; label: string }[]
  tier: string
  onPick: (tier: string) => void
}

/** So many letters stand side by side; more are a list. */
const ROOM = 44

/** Which tier's tables are shown. */
export function TierPick({ tiers, tier, onPick }: TierPickProps) {
  const letters = tiers.reduce((sum, { label }) => sum + label.length + 3, 0)
  if (letters > ROOM)
    return (
      <Select
        size="xs"
        w={180}
        aria-label="Table of which tier"
        data={tiers}
        value={tier}
        allowDeselect={false}
        onChange={to => to !== null && onPick(to)}
      />
    )
  return (
    <SegmentedControl
      size="xs"
      aria-label="Table of which tier"
      data={tiers}
      value={tier}
      onChange={onPick}
    />
  )
}
