'use client'

import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Empty } from './empty'
import { Frame } from './frame'
import { useMay } from './session'

/** Shows its children to administrators, and tells everybody else whose page this is. */
export function Administrators({ children }: { children: ReactNode }) {
  const { administer } = useMay()
  return (
    <Frame>
      {administer ? (
        children
      ) : (
        <Empty page icon={<IconLock size={22} stroke={1.6} />} title="This page is for administrators">
          They look after people and runtime clients. If you need something here, ask one of them.
        </Empty>
      )}
    </Frame>
  )
}
