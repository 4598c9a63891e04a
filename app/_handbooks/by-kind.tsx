'use client'

import type { ReactNode } from 'react'
import { useDraftKind } from '../_policies/use-draft-kind'
import { Frame } from '../_shell/frame'
import { Waiting } from '../_shell/waiting'

interface ByKindProps {
  name: string
  /** The page of a policy, also where nothing is of this name: it says so itself. */
  policy: ReactNode
  /** The same page of a handbook that policies share. */
  handbook: ReactNode
}

/** A page that is another one for handbooks. */
export function ByKind({ name, policy, handbook }: ByKindProps) {
  const { kind, known } = useDraftKind(name)
  if (!known)
    return (
      <Frame crumbs={[{ label: 'Policies', href: '/' }, { label: name }]}>
        <Waiting page>Loading</Waiting>
      </Frame>
    )
  return kind === 'handbook' ? handbook : policy
}
