'use client'

import { useSessionStorage } from '@mantine/hooks'
import { useCallback, useMemo } from 'react'
import { EVERYTHING, type View } from './view'

/** How somebody looks at the tables of a policy, kept while the tab is open: another panel does not make it lost. */
export function useView(of: string): [View, (change: Partial<View>) => void] {
  const [kept, keep] = useSessionStorage<Partial<View>>({
    key: `remit:view:${of}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  const view = useMemo(() => ({ ...EVERYTHING, ...kept }), [kept])
  const change = useCallback((some: Partial<View>) => keep(now => ({ ...now, ...some })), [keep])
  return [view, change]
}
