'use client'

import { useStore } from '@xyflow/react'
import { tierColours } from '@/app/_shell/palette'
import type { Handbook } from '@/compiler/language/handbook'
import { authorityWords } from './authority-words'
import type { Band } from './bands'
import classes from './bands-layer.module.css'

interface BandsProps {
  bands: readonly Band[]
  handbook: Handbook
}

/** A band too narrow for a line of text has no name. */
const NAMED = 26

/** The part of each band that is in sight, in pixels from the top of the canvas, with its tier and colours. */
function useBandsInSight({ bands, handbook }: BandsProps) {
  const [, y, zoom] = useStore(state => state.transform)
  const height = useStore(state => state.height)
  const toScreen = (at: number) => (at === -Infinity ? -1 : at * zoom + y)
  return bands.flatMap(({ tier, top, bottom }) => {
    const [from, to] = [Math.max(-1, toScreen(top)), Math.min(height + 1, toScreen(bottom))]
    const { id, title } = handbook.tiers[tier] ?? { id: '' }
    if (to <= from || !id) return []
    const { colour, soft } = tierColours(tier)
    const colours = { ['--tier-colour' as string]: colour, ['--tier-soft' as string]: soft }
    return [{ tier, id, title, from, to, colours }]
  })
}

/** The tiers as bands across the whole width: the ground that the cards stand on. */
export function BandsLayer(props: BandsProps) {
  return (
    <div className={classes.layer}>
      {useBandsInSight(props).map(({ id, title, from, to, colours }) => (
        <section
          key={id}
          aria-label={`${id} ${title ?? ''}`}
          className={classes.band}
          style={{ top: from, height: to - from, ...colours }}
        />
      ))}
    </div>
  )
}

/** The bands' names, over the cards: they stay to be read while any of the band is in sight. */
export function BandNames(props: BandsProps) {
  return (
    <div className={classes.names}>
      {useBandsInSight(props).map(
        ({ tier, id, title, from, to, colours }) =>
          to - from > NAMED && (
            <p key={id} className={classes.name} style={{ top: from + 5, ...colours }}>
              <b>
                {id} {title}
              </b>
              <span>{authorityWords(tier, props.handbook)}</span>
            </p>
          ),
      )}
    </div>
  )
}
