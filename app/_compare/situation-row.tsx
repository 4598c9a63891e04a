'use client'

import { UnstyledButton } from '@mantine/core'
import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { inPlaces } from '@/app/_shell/in-places'
import type { Condition } from '@/compiler/compare/told/conditions'
import type { OutcomeLine } from '@/compiler/compare/told/outcome-lines'
import type { Situation } from '@/compiler/compare/told/situations'
import classes from './comparison.module.css'
import { exampleLabel } from './example-words'
import type { Playing } from './situation-table'

/** How a tier is shown: its id in its colour. */
export interface TierLook {
  id: string
  name: string
  colour: string
  soft: string
}

interface SituationRowProps {
  number: number
  situation: Situation
  tiers: readonly TierLook[]
  playing: Playing | null
  onPlay: (playing: Playing) => void
}

/** As many sets of cases are shown in a row. */
const SHOWN = 4

export function SituationRow({ number, situation, tiers, playing, onPlay }: SituationRowProps) {
  const [all, setAll] = useState(false)
  const { cases } = situation
  const shown = all ? cases : cases.slice(0, SHOWN)
  const tier = playing?.tier ?? situation.tiers[0]!
  return (
    <tr data-playing={playing ? true : undefined}>
      <td className={classes.when}>
        {inPlaces(shown, ({ conditions }, i) => (
          <>
            {i > 0 && <span className={classes.or}>or</span>}
            <Conditions conditions={conditions} />
          </>
        ))}
        {shown.length < cases.length && (
          <UnstyledButton className={classes.more} onClick={() => setAll(true)}>
            or one of {cases.length - shown.length} more
          </UnstyledButton>
        )}
      </td>
      <td className={classes.was}>
        <Outcome lines={situation.before} />
      </td>
      <td className={classes.is}>
        <Outcome lines={situation.after} />
      </td>
      <td>
        <TierChips ids={situation.tiers} tiers={tiers} />
      </td>
      <td className={classes.play}>
        {inPlaces(shown, (each, i) => {
          const example = each.examples[tier]!
          return (
            <UnstyledButton
              className={classes.playButton}
              aria-pressed={playing?.of === i}
              aria-label={`Play an example of situation ${number}${cases.length > 1 ? `, part ${i + 1}` : ''}`}
              onClick={() => onPlay({ situation, tier, of: i })}
            >
              <IconPlayerPlayFilled size={12} aria-hidden />
              {exampleLabel(each.conditions, example)}
            </UnstyledButton>
          )
        })}
      </td>
    </tr>
  )
}

export function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  if (conditions.length === 0) return <p>In every case</p>
  return (
    <ul className={classes.conditions}>
      {conditions.map(({ fact, title, words, flag }) => (
        <li key={fact}>
          {flag && words === 'yes' ? (
            <b>{title}</b>
          ) : (
            <>
              {title}: <b>{words}</b>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export function Outcome({ lines }: { lines: readonly OutcomeLine[] }) {
  return (
    <ul className={classes.outcome}>
      {inPlaces(lines, ({ is, text, differs }) => (
        <li data-is={is} data-differs={differs || undefined}>
          {text}
        </li>
      ))}
    </ul>
  )
}

export function TierChips({ ids, tiers }: { ids: readonly string[]; tiers: readonly TierLook[] }) {
  const known = new Map(tiers.map(tier => [tier.id, tier]))
  return (
    <ul className={classes.tiers} aria-label={`For ${ids.join(', ')}`}>
      {ids.map(id => {
        const look = known.get(id)
        return (
          <li key={id} title={look?.name} style={{ color: look?.colour, background: look?.soft }}>
            {id}
          </li>
        )
      })}
    </ul>
  )
}
