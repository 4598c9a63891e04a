'use client'

import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconX,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { usePathLight } from '../../canvas/path-light'
import { reducedMotion } from '../../canvas/use-controls'
import { useCommands } from '../../commands/commands-provider'
import { followable } from '../../document/followable'
import type { ShownWalk } from '../../document/showing'
import { useEditor, useEditorStore } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { type FindingWalk, findingWalk } from './finding-walk'
import { pathLit } from './path-lit'
import { factLine } from './stops'
import classes from './walk-bar.module.css'

/** How long a step stays before the next one, in milliseconds: long enough to read its sentence. */
const STEP = 1600

/** A finding's example as it walks the chart, told above it. It ends with the draft that it is about. */
export function WalkBar() {
  const walk = useEditor(state => (state.walk?.document === state.document ? state.walk : null))
  const policy = useEditor(followable)
  const told = useMemo(() => walk && findingWalk(walk.finding, policy), [walk, policy])
  const store = useEditorStore()

  // A walk whose document has changed is over, also when the change is taken back.
  useEffect(() => {
    if (!walk && store.getState().walk) store.getState().showWalk(null)
  }, [walk, store])

  return walk && told && <Bar key={walk.times} walk={walk} told={told} />
}

function Bar({ walk, told: { stops, facts } }: { walk: ShownWalk; told: FindingWalk }) {
  const store = useEditorStore()
  const { context } = useCommands()
  const handbook = useHandbook()
  const timeZone = useEditor(state => state.document.timeZone)
  const last = stops.length - 1
  // Where nothing is to move by itself, the whole way is lit at once, and one goes through it by hand.
  const [still] = useState(reducedMotion)
  const [at, setAt] = useState(still ? last : 0)
  const [playing, setPlaying] = useState(!still)
  const bar = useRef<HTMLElement>(null)
  const [opener] = useState(() => document.activeElement)

  const light = useMemo(() => {
    const passed = stops.slice(0, at + 1)
    return pathLit(
      { nodes: passed.map(({ node }) => node), edges: passed.flatMap(({ edge }) => edge ?? []) },
      at === last ? 'wrong' : 'here',
    )
  }, [stops, at, last])
  usePathLight(light)

  useEffect(() => {
    bar.current?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    if (!playing || at >= last) return
    const timer = setTimeout(() => setAt(at + 1), STEP)
    return () => clearTimeout(timer)
  }, [playing, at, last])

  const go = (to: number) => {
    setPlaying(false)
    setAt(Math.min(last, Math.max(0, to)))
  }
  const end = () => {
    store.getState().showWalk(null)
    const back = opener instanceof HTMLElement && opener.isConnected && opener !== document.body
    if (back) opener.focus()
    else context.canvas.focus(stops[at]!.node)
  }
  const play = () => {
    if (at === last) setAt(0)
    setPlaying(at === last || !playing)
  }

  const KEYS: Record<string, () => void> = {
    ArrowRight: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    Home: () => go(0),
    End: () => go(last),
    Escape: end,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }

  const stop = stops[at]!
  const known = [...new Set(stops.slice(0, at + 1).flatMap(each => each.facts))]
  const running = playing && at < last
  return (
    <section
      ref={bar}
      tabIndex={-1}
      className={classes.bar}
      aria-label="The example walks the chart"
      onKeyDown={onKeyDown}
    >
      <div className={classes.told} aria-live="polite">
        <p>
          <span className={classes.count}>
            Step {at + 1} of {stops.length}
          </span>
          <strong>{stop.title}</strong> {stop.words}
        </p>
        {at === last && (
          <p className={classes.wrong} data-severity={walk.finding.severity}>
            {walk.finding.message}
          </p>
        )}
      </div>
      {known.length > 0 && (
        <ul className={classes.known} aria-label="What is known by now">
          {known.map(fact => (
            <li key={fact} data-new={stop.facts.includes(fact) || undefined}>
              {factLine(fact, facts, handbook, timeZone)}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.tools}>
        <Tool label="To the beginning" keys="Home" off={at === 0} onClick={() => go(0)}>
          <IconPlayerSkipBack size={15} stroke={1.7} />
        </Tool>
        <Tool label="Previous step" keys="←" off={at === 0} onClick={() => go(at - 1)}>
          <IconPlayerTrackPrev size={15} stroke={1.7} />
        </Tool>
        <Tool label={running ? 'Pause' : at === last ? 'Walk again' : 'Walk on'} onClick={play}>
          {running ? <IconPlayerPauseFilled size={15} /> : <IconPlayerPlayFilled size={15} />}
        </Tool>
        <Tool label="Next step" keys="→" off={at === last} onClick={() => go(at + 1)}>
          <IconPlayerTrackNext size={15} stroke={1.7} />
        </Tool>
        <Tool label="End the walk" keys="Esc" onClick={end}>
          <IconX size={16} stroke={1.7} />
        </Tool>
      </div>
    </section>
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
    <UnstyledButton
      className={classes.tool}
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={onClick}
    >
      {children}
    </UnstyledButton>
  </Tooltip>
)
