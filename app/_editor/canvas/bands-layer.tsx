'use client'

import { useStore } from '@xyflow/react'
import { tierColours } from '@/app/_shell/palette'
import type { Handbook } from '@/compiler/language/handbook'
import { authorityWords } from './authority-words'
import type { Band } from './bands'
import classes from './bands-layer.module.css'

/** The tiers as bands across the whole width. Their names stay in sight while any of the band is. */
export function BandsLayer({ bands, handbook }: { bands: readonly Band[]; handbook: Handbook }) {
  const [, y, zoom] = useStore(state => state.transform)
  const height = useStore(state => state.height)
  const toScreen = (at: number) => (at === -Infinity ? -1 : at * zoom + y)
  return (
    <div className={classes.layer}>
      {bands.map(({ tier, top, bottom }, i) => {
        const [from, to] = [Math.max(-1, toScreen(top)), Math.min(height + 1, toScreen(bottom))]
        const { id, title } = handbook.tiers[tier] ?? { id: '' }
        const { colour, soft } = tierColours(tier)
        if (to <= from || !id) return null
        return (
          <section
            key={id}
            aria-label={`${id} ${title ?? ''}`}
            className={classes.band}
            data-last={i === bands.length - 1 || undefined}
            style={{
              top: from,
              height: to - from,
              ['--tier-colour' as string]: colour,
              ['--tier-soft' as string]: soft,
            }}
          >
            {to - from > 26 && (
              <p className={classes.name}>
                <b>
                  {id} {title}
                </b>
                <span>{authorityWords(tier, handbook)}</span>
              </p>
            )}
          </section>
        )
      })}
    </div>
  )
}
