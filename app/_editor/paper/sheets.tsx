import type { ReactNode } from 'react'
import { type Names, nameOfFact } from '@/compiler/words/decision-words'
import { columnsOf, leastWidth } from '../panels/tables/columns'
import { Cell } from '../panels/tables/table-row'
import type { RowWords } from '../panels/tables/table-rows'
import type { ShownTable, View } from '../panels/tables/view'
import type { ChartDrawing } from './chart-drawing'
import { asInFile, ChartPicture } from './chart-picture'
import { cuts, scaleFor } from './cuts'
import { type Edition, headline } from './edition'
import classes from './sheets.module.css'

/** A landscape page of A4 or Letter within its margins, without a sheet's head, in CSS pixels: what fits on both. */
const PAGE = { width: 940, height: 610 }
/** A chart that would be smaller than this goes over more pages: its small type is then about 5 points high. */
const LEGIBLE = 0.56

function Head({ of, what }: { of: Edition; what: string }) {
  return (
    <p className={classes.head}>
      <b>{headline(of)}</b>
      <span>{what}</span>
    </p>
  )
}

/** The chart: on one page where it can be read there, else cut where few cards are. */
export function ChartSheets({ drawing, of }: { drawing: ChartDrawing; of: Edition }) {
  const { bounds, cards } = drawing
  const scale = scaleFor(bounds, PAGE, LEGIBLE)
  const across = cuts(
    bounds.x,
    bounds.x + bounds.width,
    PAGE.width / scale,
    cards.map(card => ({ from: card.x, to: card.x + card.width })),
  )
  const down = cuts(
    bounds.y,
    bounds.y + bounds.height,
    PAGE.height / scale,
    cards.map(card => ({ from: card.y, to: card.y + card.height })),
  )
  const parts = down.flatMap((bottom, row) =>
    across.map((right, column) => {
      const x = across[column - 1] ?? bounds.x
      const y = down[row - 1] ?? bounds.y
      return { x, y, width: right - x, height: bottom - y }
    }),
  )
  return parts.map((part, i) => (
    <section key={`${part.x} ${part.y}`} className={classes.page}>
      <Head
        of={of}
        what={
          parts.length === 1
            ? 'The chart'
            : `The chart, part ${i + 1} of ${parts.length}: ${across.length} across, ${down.length} down`
        }
      />
      <svg
        viewBox={`${part.x} ${part.y} ${part.width} ${part.height}`}
        width={part.width * scale}
        height={part.height * scale}
        role="img"
        aria-label="The chart"
      >
        <ChartPicture drawing={drawing} paint={asInFile} part={part} />
      </svg>
    </section>
  ))
}

interface TableSheetsProps {
  of: Edition
  /** The tier, and what of its tables is left out. */
  what: string
  shown: readonly ShownTable[]
  names: Names
  hidden?: View['hidden']
}

/** Columns may be pressed together so much on paper. */
const PRESSED = 1.35

/** The tables of a tier: rows are not cut, and every page has the heads of its columns. */
export function TableSheets({ of, what, shown, names, hidden = [] }: TableSheetsProps) {
  return shown
    .filter(({ found }) => found > 0)
    .map((table, i) => {
      const columns = columnsOf(table, names).filter(({ key }) => !hidden.includes(key))
      // Too many facts to stand side by side: each row says only those that matter to it.
      const wide = leastWidth(columns) > PAGE.width * PRESSED
      const facts = columns.filter(({ key }) => !key.startsWith(':'))
      const others = wide ? columns.filter(({ key }) => key.startsWith(':')) : columns
      const sum = leastWidth(others) + (wide ? 280 : 0)
      const title = shown.length === 1 ? what : `${what}: ${i === 0 ? 'main table' : `table ${table.id}`}`
      const share = (width: number) => ({ width: `${(100 * width) / sum}%` })
      return (
        <table key={table.id} className={classes.table}>
          <colgroup>
            <col style={share(36)} />
            {wide && <col style={share(280)} />}
            {others.map(({ key, width }) => (
              <col key={key} style={share(width)} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td colSpan={others.length + (wide ? 2 : 1)}>
                <Head of={of} what={title} />
              </td>
            </tr>
            <tr>
              <th scope="col">Row</th>
              {wide && <th scope="col">When</th>}
              {others.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.groups.flatMap(({ title, rows }) => [
              ...(title === null
                ? []
                : [
                    <tr key={`group ${title}`} className={classes.group}>
                      <th scope="rowgroup" colSpan={others.length + (wide ? 2 : 1)}>
                        {title}
                      </th>
                    </tr>,
                  ]),
              ...rows.map(words => (
                <tr key={words.row.id}>
                  <td>{words.number}</td>
                  {wide && (
                    <td>
                      <Tests words={words} facts={facts.map(({ key }) => key)} names={names} />
                    </td>
                  )}
                  {others.map(({ key }) => (
                    <td key={key}>
                      <Cell words={words} column={key} />
                    </td>
                  ))}
                </tr>
              )),
            ])}
          </tbody>
        </table>
      )
    })
}

/** A row's tests, a line each, without the facts that do not matter to it. */
function Tests({
  words: { texts },
  facts,
  names,
}: {
  words: RowWords
  facts: string[]
  names: Names
}): ReactNode {
  const lines = facts.flatMap(
    fact => texts.get(fact)?.map(text => `${nameOfFact(fact, names)}: ${text}`) ?? [],
  )
  return lines.length === 0 ? 'In every case' : lines.map(line => <div key={line}>{line}</div>)
}
