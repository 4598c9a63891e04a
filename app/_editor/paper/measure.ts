/** How text is set: its size in pixels, its weight. */
export interface Type {
  size: number
  weight?: 400 | 500 | 550 | 600
}

/** The width of a text in pixels. */
export type Measure = (text: string, type: Type) => number

export const FONT = '"Inter Variable", Inter, system-ui, "Segoe UI", Helvetica, Arial, sans-serif'

/** Measures as the browser sets text. Words come up again and again in a chart: each is measured once. */
export function measuring(): Measure {
  const pen = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, { size, weight = 400 }) => {
    const key = `${weight} ${size} ${text}`
    const found = known.get(key)
    if (found !== undefined) return found
    if (pen) pen.font = `${weight} ${size}px ${FONT}`
    const width = pen ? pen.measureText(text).width : text.length * size * 0.56
    known.set(key, width)
    return width
  }
}
