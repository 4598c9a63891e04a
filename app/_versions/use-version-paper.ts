import { useQueries } from '@tanstack/react-query'
import type { ChartDrawing } from '../_editor/paper/chart-drawing'
import type { Printable } from '../_editor/paper/policy-sheets'
import { useChartDrawing } from '../_editor/paper/use-chart-drawing'
import { type Outputs, useTRPC } from '../_shell/trpc'

type Version = Outputs['versions']['get']

const NO_HANDBOOK = { tiers: [], actions: {}, facts: {} }

/** What is published has its handbook resolved. */
export const handbookOfVersion = ({ document: { handbook } }: Pick<Version, 'document'>) =>
  'tiers' in handbook ? handbook : NO_HANDBOOK

/** A version's chart as it is drawn; `null` until it is known where its cards stand, and the font is here. */
export const useVersionDrawing = (version: Version): ChartDrawing | 'failed' | null =>
  useChartDrawing(version.document, handbookOfVersion(version))

interface VersionPaper {
  policy: string
  title: string
  version: Version
  drawing: ReturnType<typeof useVersionDrawing>
}

/** A version as it can be put on paper; tables that are still on their way are left out. */
export function useVersionPaper({ policy, title, version, drawing }: VersionPaper): () => Printable {
  const trpc = useTRPC()
  const { number, tables } = version
  const loaded = useQueries({
    queries: tables.map(({ tier }) =>
      trpc.versions.table.queryOptions({ policy, number, tier }, { staleTime: Number.POSITIVE_INFINITY }),
    ),
  })
  return () => ({
    of: { title, edition: `Version ${number}`, file: `${policy}.v${number}` },
    handbook: handbookOfVersion(version),
    drawing: () => (drawing === 'failed' ? null : drawing),
    artifacts: loaded.flatMap(({ data }) => data ?? []),
  })
}
