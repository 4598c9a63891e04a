import { useMemo } from 'react'
import { HandbookChanges } from '@/app/_compare/handbook-changes'
import { asPolicy } from '@/app/_editor/document/as-policy'
import { tierColours } from '@/app/_shell/palette'
import { handbookTold } from '@/compiler/compare/told/handbook'
import { wordingSentences } from '@/compiler/compare/told/wording'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { Policy } from '@/compiler/language/policy'
import { tierName } from '@/compiler/words/titles'

interface HandbookDifferencesProps {
  from: SharedHandbook
  to: SharedHandbook
  labels: { from: string; to: string }
}

/** What changed in a handbook: who gained or lost which authority, all else in sentences, and words apart. */
export function HandbookDifferences({ from, to, labels }: HandbookDifferencesProps) {
  const [old, next] = useMemo(() => [from, to].map(each => asPolicy(each) as Policy), [from, to]) as [
    Policy,
    Policy,
  ]
  const tiers = [...to.tiers, ...from.tiers.filter(({ id }) => !to.tiers.some(each => each.id === id))]
  return (
    <HandbookChanges
      handbook={handbookTold(old, next)}
      wording={wordingSentences(old, next)}
      labels={labels}
      tiers={tiers.map(({ id }, i) => ({ id, name: tierName(id, { tiers }), ...tierColours(i) }))}
    />
  )
}
