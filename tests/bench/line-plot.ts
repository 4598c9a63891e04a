export interface Plot {
  title: string
  /** What is along the axes, with its unit. Both are logarithmic. */
  x: string
  y: string
  series: { name: string; points: readonly (readonly [x: number, y: number])[] }[]
}

const WIDTH = 760
const HEIGHT = 460
const LEFT = 80
const RIGHT = 210
const TOP = 44
const BOTTOM = 56
/** Told apart by people who see fewer colours, too (Okabe and Ito, 2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#8a8a8a']

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)

/** Whole powers of ten from one that is not above the least value to one that is not below the greatest. */
function decades(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))
  return Array.from({ length: high - low + 1 }, (_, i) => low + i)
}

const power = (exponent: number) =>
  exponent >= 0 ? (10 ** exponent).toLocaleString('en-GB') : (10 ** exponent).toFixed(-exponent)

/** A line plot as SVG, both axes logarithmic. Values that are not above 0 are left out. */
export function linePlot({ title, x, y, series }: Plot): string {
  const shown = series.map(one => ({ ...one, points: one.points.filter(([a, b]) => a > 0 && b > 0) }))
  const points = shown.flatMap(one => one.points)
  if (points.length === 0) throw new RangeError(`There is nothing to plot in “${title}”.`)
  const across = decades(points.map(([a]) => a))
  const up = decades(points.map(([, b]) => b))
  const scale = (marks: readonly number[], from: number, to: number) => (value: number) =>
    from + ((Math.log10(value) - marks[0]!) / (marks.at(-1)! - marks[0]!)) * (to - from)
  const px = scale(across, LEFT, WIDTH - RIGHT)
  const py = scale(up, HEIGHT - BOTTOM, TOP)
  const at = (n: number) => n.toFixed(1)
  const grid = [
    ...across.map(
      e =>
        `<path d="M${at(px(10 ** e))} ${TOP}V${HEIGHT - BOTTOM}"/><text x="${at(px(10 ** e))}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${power(e)}</text>`,
    ),
    ...up.map(
      e =>
        `<path d="M${LEFT} ${at(py(10 ** e))}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${at(py(10 ** e) + 4)}" text-anchor="end">${power(e)}</text>`,
    ),
  ]
  const lines = shown.map(({ name, points: line }, i) => {
    const colour = COLOURS[i % COLOURS.length]!
    const dots = line.map(([a, b]) => `<circle cx="${at(px(a))}" cy="${at(py(b))}" r="3"/>`).join('')
    const way = line.map(([a, b]) => `${at(px(a))},${at(py(b))}`).join(' ')
    const legend = TOP + 8 + i * 20
    return `<g fill="${colour}" stroke="${colour}"><polyline points="${way}" fill="none" stroke-width="2"/>${dots}<path d="M${WIDTH - RIGHT + 14} ${legend}h18" stroke-width="3"/></g><text x="${WIDTH - RIGHT + 38}" y="${legend + 4}">${escaped(name)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${LEFT}" y="24" font-size="15">${escaped(title)}</text>
<g stroke="#d8d8d8" fill="none">${grid.map(part => part.replace(/<text.*$/, '')).join('')}</g>
${grid.map(part => part.replace(/^<path[^>]*>/, '')).join('')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escaped(x)}</text>
<text transform="translate(18 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escaped(y)}</text>
${lines.join('\n')}
</svg>
`
}
