import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linePlot, type Plot } from './line-plot'

/** What a bench has to say, in the order in which it says it. Everything is printed as it comes, too. */
export interface Report {
  /** A paragraph of markdown. */
  text: (markdown: string) => void
  /** Cells are printed as they are; all columns but the first stand to the right. */
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => void
  /** A line plot beside the report; `file` is its name without an ending. */
  plot: (file: string, plot: Plot) => void
}

/** A bench: `NAME.bench.ts` exports these two. */
export type Run = (report: Report) => void | Promise<void>

const OUT = join(process.cwd(), '.build', 'bench')

/** Runs a bench and writes `.build/bench/NAME.md` and its plots. */
export async function reporting(name: string, title: string, run: Run) {
  const parts = [`## ${title}`]
  const say = (markdown: string) => {
    console.log(`\n${markdown}`)
    parts.push(markdown)
  }
  console.log(title)
  await run({
    text: say,
    table: (head, rows) => say(markdownTable(head, rows)),
    plot: (file, plot) => {
      writeFileSync(join(OUT, `${file}.svg`), linePlot(plot))
      parts.push(`![${plot.title}](${file}.svg)`)
    },
  })
  writeFileSync(join(OUT, `${name}.md`), `${parts.join('\n\n')}\n`)
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(3, cell.length, ...rows.map(row => (row[i] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
