'use client'

import { useComputedColorScheme } from '@mantine/core'
import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { type PointerEvent, useEffect, useMemo, useRef, type WheelEvent } from 'react'
import { around, type Bounds } from './boxes'
import classes from './canvas.module.css'

/** In pixels of the screen. */
const SIZE = { width: 132, height: 84 }
const MARGIN = 6
/** How long cards have to stand still before they are drawn, in milliseconds. */
const REST = 40

interface Small {
  /** Of the chart's units to the small picture's. */
  scale: number
  /** Where the chart's own origin is in the small picture. */
  x: number
  y: number
}

/** How a chart is made to fit into the small picture, in its middle. */
function fitted(all: Bounds): Small {
  const scale = Math.min(
    (SIZE.width - 2 * MARGIN) / Math.max(1, all.width),
    (SIZE.height - 2 * MARGIN) / Math.max(1, all.height),
  )
  return {
    scale,
    x: (SIZE.width - all.width * scale) / 2 - all.x * scale,
    y: (SIZE.height - all.height * scale) / 2 - all.y * scale,
  }
}

/** The whole chart, small; only while part of it is out of sight, and where there is room. */
export function Overview() {
  const nodes = useStore(state => state.nodes)
  // The view moves in every frame, the cards do not.
  const cards = useMemo(
    () =>
      nodes.map(({ position, measured, style }) => ({
        ...position,
        width: measured?.width ?? 0,
        height: measured?.height ?? 0,
        colour: String(style?.['--tier-colour' as keyof typeof style] ?? 'var(--soft)'),
      })),
    [nodes],
  )
  const all = useMemo(() => around(cards), [cards])
  const wanted = useStore(({ width, height, transform: [x, y, zoom] }) => {
    if (!all || height < 360 || width < 640) return false
    const [left, top] = [all.x * zoom + x, all.y * zoom + y]
    return left < 0 || top < 0 || left + all.width * zoom > width || top + all.height * zoom > height
  })
  const small = useMemo(() => all && fitted(all), [all])
  return wanted && small ? <Picture cards={cards} small={small} /> : null
}

function Picture({ cards, small }: { cards: readonly (Bounds & { colour: string })[]; small: Small }) {
  const flow = useReactFlow()
  const scheme = useComputedColorScheme('light')
  const canvas = useRef<HTMLCanvasElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: in the other theme the same variables are other colours
  useEffect(() => {
    const element = canvas.current
    const paint = element?.getContext('2d')
    if (!element || !paint) return
    const draw = () => {
      const { fine, colourOf } = inkOf(element)
      paint.setTransform(fine, 0, 0, fine, 0, 0)
      paint.clearRect(0, 0, SIZE.width, SIZE.height)
      for (const { x, y, width, height, colour } of cards) {
        paint.fillStyle = colourOf(colour)
        const size = [Math.max(1.5, width * small.scale), Math.max(1.5, height * small.scale)] as const
        paint.fillRect(x * small.scale + small.x, y * small.scale + small.y, ...size)
      }
    }
    // A card that is dragged does not wait for its picture.
    const rest = setTimeout(draw, REST)
    return () => clearTimeout(rest)
  }, [cards, small, scheme])

  const lookAt = (event: PointerEvent) => {
    if (event.buttons !== 1) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const at = {
      x: (event.clientX - left - small.x) / small.scale,
      y: (event.clientY - top - small.y) / small.scale,
    }
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() })
  }
  return (
    <Panel position="bottom-right" className={classes.overview}>
      <div
        data-overview
        style={SIZE}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          lookAt(event)
        }}
        onPointerMove={lookAt}
        onWheel={(event: WheelEvent) => void (event.deltaY < 0 ? flow.zoomIn() : flow.zoomOut())}
      >
        <canvas
          ref={canvas}
          role="img"
          aria-label="The whole chart, small"
          width={SIZE.width * 2}
          height={SIZE.height * 2}
          style={SIZE}
        />
        <InSight small={small} />
      </div>
    </Panel>
  )
}

/** How fine the picture is, and what the colours of the theme are: a canvas knows no variables. */
function inkOf(element: HTMLCanvasElement) {
  const style = getComputedStyle(element)
  const known = new Map<string, string>()
  const colourOf = (colour: string) => {
    const found = known.get(colour) ?? (style.getPropertyValue(/--[\w-]+/.exec(colour)?.[0] ?? '') || colour)
    known.set(colour, found)
    return found
  }
  return { fine: element.width / SIZE.width, colourOf }
}

/** The part of the chart that is in sight. */
function InSight({ small }: { small: Small }) {
  const [x, y, zoom] = useStore(state => state.transform)
  const width = useStore(state => state.width)
  const height = useStore(state => state.height)
  const scale = small.scale / zoom
  return (
    <div
      className={classes.inSight}
      style={{
        left: small.x - x * scale,
        top: small.y - y * scale,
        width: width * scale,
        height: height * scale,
      }}
    />
  )
}
