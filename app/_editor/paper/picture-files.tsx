'use client'

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { saveBlob, saveFile } from '@/app/_shell/save-file'
import type { ChartDrawing } from './chart-drawing'
import { asInFile, ChartPicture } from './chart-picture'
import { type Edition, headline } from './edition'
import { embeddedFont } from './fonts'
import { FONT } from './measure'

/** The line above the chart. */
const HEAD = 34
/** Points of a picture for each unit of the canvas: sharp on a slide, and in print. */
const SCALE = 2
/** What browsers draw at the most: points along an edge, and in all. */
const MOST_EDGE = 16_000
const MOST_POINTS = 200_000_000

/** The width and height of a chart's picture, in the canvas's own units. */
export const pictureSize = ({ bounds: { width, height } }: ChartDrawing) => ({
  width: Math.ceil(width),
  height: Math.ceil(height) + HEAD,
})

/** A chart with its headline, as an `svg` element of the light theme. */
export function WholePicture({ drawing, of, font }: { drawing: ChartDrawing; of: Edition; font?: string }) {
  const { x, y } = drawing.bounds
  const { width, height } = pictureSize(drawing)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${x} ${y - HEAD} ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`The chart of ${headline(of)}`}
    >
      <title>{headline(of)}</title>
      {font && <style>{font}</style>}
      <rect x={x} y={y - HEAD} width={width} height={HEAD} fill={asInFile('panel')} />
      <text x={x + 14} y={y - 12} fontFamily={FONT} fontSize={13} fontWeight={600} fill={asInFile('ink')}>
        {headline(of)}
      </text>
      <ChartPicture drawing={drawing} paint={asInFile} />
    </svg>
  )
}

const textOf = ({ cards, bands }: ChartDrawing, of: Edition) =>
  [
    headline(of),
    ...cards.flatMap(card => card.words.map(({ text }) => text)),
    ...bands.flatMap(b => [b.name, b.about]),
  ].join('')

/** A chart as an SVG document that stands alone. */
export async function chartSvg(drawing: ChartDrawing, of: Edition): Promise<string> {
  const font = await embeddedFont(textOf(drawing, of))
  const host = document.createElement('div')
  const root = createRoot(host)
  flushSync(() => root.render(<WholePicture drawing={drawing} of={of} font={font} />))
  const text = new XMLSerializer().serializeToString(host.firstElementChild!)
  root.unmount()
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

/** A chart as a PNG; a very large one with fewer points, as many as the browser draws. */
export async function chartPng(drawing: ChartDrawing, of: Edition): Promise<Blob> {
  const svg = await chartSvg(drawing, of)
  const { width, height } = pictureSize(drawing)
  const scale = Math.min(
    SCALE,
    MOST_EDGE / Math.max(width, height),
    Math.sqrt(MOST_POINTS / (width * height)),
  )
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The browser could not draw a picture of this size.')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}

export const saveSvg = async (drawing: ChartDrawing, of: Edition) =>
  saveFile(`${of.file}.chart.svg`, await chartSvg(drawing, of), 'image/svg+xml')

export const savePng = async (drawing: ChartDrawing, of: Edition) =>
  saveBlob(`${of.file}.chart.png`, await chartPng(drawing, of))
