'use client'

import { useCallback, useMemo } from 'react'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import { usePointingLight } from '../../canvas/path-light'
import { NO_PATH } from '../../document/path'
import { rowPaths } from './row-path'
import { useMarkedRows } from './use-marked-rows'

/** How a tier's tables and the chart that they were made of light each other: a row its way, a step its rows. */
export function useRowsOnChart(document: PolicyDocument | null, artifact: Artifact | undefined) {
  const pathOf = useMemo(
    () => (document && artifact ? rowPaths(document, artifact) : () => NO_PATH),
    [document, artifact],
  )
  const { marked, through } = useMarkedRows(artifact, pathOf)
  const point = usePointingLight()
  const onHover = useCallback((row: ArtifactRow | null) => point(row && pathOf(row)), [point, pathOf])
  return { marked, through, onHover }
}
