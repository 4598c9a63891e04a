import type { Handbook } from '@/compiler/language/handbook'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { Names } from '@/compiler/words/decision-words'
import { wordTables } from '../panels/tables/table-rows'
import { EVERYTHING, type ShownTable, showTables, type View } from '../panels/tables/view'
import type { ChartDrawing } from './chart-drawing'
import { type Edition, headline } from './edition'
import { pictureSize, WholePicture } from './picture-files'
import type { Sheet } from './print'
import { ChartSheets, TableSheets } from './sheets'

/** A policy as it can be put on paper. */
export interface Printable {
  of: Edition
  handbook: Pick<Handbook, 'actions' | 'tiers'>
  /** `null` while it is not known where the cards stand. */
  drawing: () => ChartDrawing | null
  /** The tables of the tiers, in the order of authority; none while the draft has errors. */
  artifacts: readonly Artifact[]
}

const tierName = (tier: string, { tiers }: Pick<Handbook, 'tiers'>) => {
  const title = tiers.find(({ id }) => id === tier)?.title
  return title ? `${tier} ${title}` : tier
}

/** The chart, and every tier's tables. */
export function wholeSheet({ of, handbook, drawing, artifacts }: Printable): Sheet {
  const chart = drawing()
  return {
    name: headline(of),
    content: (
      <>
        {chart && <ChartSheets drawing={chart} of={of} />}
        {artifacts.map(artifact => {
          const names = { facts: artifact.facts, actions: handbook.actions, tiers: handbook.tiers }
          return (
            <TableSheets
              key={artifact.tier}
              of={of}
              what={`The table of ${tierName(artifact.tier, handbook)}`}
              shown={showTables(wordTables(artifact, names), EVERYTHING, [])}
              names={names}
            />
          )
        })}
      </>
    ),
  }
}

/** What of one tier's tables is shown on the screen. */
export interface Seen {
  tier: string
  shown: readonly ShownTable[]
  names: Names
  view: View
}

/** One tier's tables as they are looked at: filtered, grouped, without the columns that are hidden. */
export function tableSheet({ of, handbook }: Printable, { tier, shown, names, view }: Seen): Sheet {
  const part = shown.some(({ found, rows }) => found < rows.length)
  const what = `The table of ${tierName(tier, handbook)}${part ? ', some of its rows' : ''}`
  return {
    name: `${headline(of)} · ${tier}`,
    content: <TableSheets of={of} what={what} shown={shown} names={names} hidden={view.hidden} />,
  }
}

/** The chart alone on one page of its own size: for a PDF that is read on a screen. */
export const chartSheet = (of: Edition, drawing: ChartDrawing): Sheet => ({
  name: `${of.file}.chart`,
  size: pictureSize(drawing),
  content: <WholePicture drawing={drawing} of={of} />,
})
