'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconX,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { reducedMotion } from '@/app/_editor/canvas/use-controls'
import classes from './play-bar.module.css'
import { type Played, partsAt, stopAt } from './played'

interface PlayBarProps {
  /** "Situation 2, for T1 Front line". */
  title: string
  /** What is known of the case, in words. */
  facts: string[]
  sides: { label: string; played: Played }[]
  at: number
  onAt: (at: number) => void
  onEnd: () => void
}

/** How long a step stays before the next one, in milliseconds. */
const STEP = 1700

/** One case on both charts, step by step; told side by side, so that one sees where they part. */
export function PlayBar({ title, facts, sides, at, onAt, onEnd }: PlayBarProps) {
  const [old, next] = sides.map(({ played }) => played) as [Played, Played]
  const last = Math.max(old.stops.length, next.stops.length, 1) - 1
  const parting = partsAt(old, next)
  const [playing, setPlaying] = useState(() => !reducedMotion())
  const bar = useRef<HTMLElement>(null)
  const [opener] = useState(() => document.activeElement)

  useEffect(() => {
    bar.current?.focus({ preventScroll: true })
    bar.current?.scrollIntoView({ block: 'start', behavior: reducedMotion() ? 'auto' : 'smooth' })
  }, [])

  useEffect(() => {
    if (!playing || at >= last) return
    const timer = setTimeout(() => onAt(at + 1), STEP)
    return () => clearTimeout(timer)
  }, [playing, at, last, onAt])

  const go = (to: number) => {
    setPlaying(false)
    onAt(Math.min(last, Math.max(0, to)))
  }
  const running = playing && at < last
  const play = () => {
    if (at === last) onAt(0)
    setPlaying(at === last || !playing)
  }
  const end = () => {
    onEnd()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  }
  const keys: Record<string, () => void> = {
    ArrowRight: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    Home: () => go(0),
    End: () => go(last),
    Escape: end,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }

  return (
    <section
      ref={bar}
      tabIndex={-1}
      className={classes.bar}
      aria-label="The example on both charts"
      onKeyDown={onKeyDown}
    >
      <div className={classes.top}>
        <p>
          <strong>{title}</strong>
          <span className={classes.count}>
            Step {at + 1} of {last + 1}
          </span>
        </p>
        <div className={classes.tools}>
          <Tool label="To the beginning" keys="Home" off={at === 0} onClick={() => go(0)}>
            <IconPlayerSkipBack size={15} stroke={1.7} />
          </Tool>
          <Tool label="Previous step" keys="←" off={at === 0} onClick={() => go(at - 1)}>
            <IconPlayerTrackPrev size={15} stroke={1.7} />
          </Tool>
          <Tool label={running ? 'Pause' : at === last ? 'Play again' : 'Play on'} onClick={play}>
            {running ? <IconPlayerPauseFilled size={15} /> : <IconPlayerPlayFilled size={15} />}
          </Tool>
          <Tool label="Next step" keys="→" off={at === last} onClick={() => go(at + 1)}>
            <IconPlayerTrackNext size={15} stroke={1.7} />
          </Tool>
          <Tool label="To the end" keys="End" off={at === last} onClick={() => go(last)}>
            <IconPlayerSkipForward size={15} stroke={1.7} />
          </Tool>
          <Tool label="End the play" keys="Esc" onClick={end}>
            <IconX size={16} stroke={1.7} />
          </Tool>
        </div>
      </div>
      <ul className={classes.known} aria-label="The case">
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className={classes.sides} aria-live="polite">
        {sides.map(({ label, played }) => (
          <Told key={label} label={label} played={played} at={at} apart={parting !== null && at >= parting} />
        ))}
      </div>
    </section>
  )
}

function Told({ label, played, at, apart }: { label: string; played: Played; at: number; apart: boolean }) {
  const stop = stopAt(played, at)
  return (
    <p className={classes.side} data-apart={apart || undefined}>
      <span className={classes.label}>{label}</span>
      {played.refused ??
        (stop && (
          <>
            <strong>{stop.title}</strong> {stop.words === `${stop.title}.` ? '' : stop.words}
            {at >= played.stops.length && <span className={classes.count}> It has ended here.</span>}
          </>
        ))}
    </p>
  )
}

interface ToolProps {
  label: string
  keys?: string
  off?: boolean
  onClick: () => void
  children: ReactNode
}

/** At its end a button stays, so that the focus does. */
const Tool = ({ label, keys, off, onClick, children }: ToolProps) => (
  <Tooltip label={keys ? `${label} (${keys})` : label}>
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      aria-disabled={off || undefined}
      data-off={off || undefined}
      className={classes.tool}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  </Tooltip>
)
