'use client'

import { useNodesInitialized, useReactFlow } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { FIT } from './use-controls'

/** Shows the whole chart once its cards are placed and measured. Until then there is nothing worth seeing. */
export function useFirstView(ready: boolean): boolean {
  const measured = useNodesInitialized()
  const flow = useReactFlow()
  const [seen, setSeen] = useState(false)
  const empty = ready && flow.getNodes().length === 0

  useEffect(() => {
    if (seen || !ready || !(measured || empty)) return
    void flow.fitView(FIT).then(() => setSeen(true))
  }, [seen, ready, measured, empty, flow])

  return seen
}
