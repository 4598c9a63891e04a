'use client'

import { nameOf } from '../document/presence'
import { useEditor } from '../document/store'
import classes from './card.module.css'

/** Who else has this step selected: their names. */
export function OthersAt({ id }: { id: string }) {
  const names = useEditor(state =>
    state.others
      .filter(({ at }) => at.includes(id))
      .map(nameOf)
      .join(', '),
  )
  return names ? <span className={classes.others}>{names}</span> : null
}
