'use client'

import { useEditor } from '../document/store'
import classes from './card.module.css'

/** The names of those who have this step selected in their own editor. */
export function OthersAt({ id }: { id: string }) {
  const names = useEditor(state =>
    state.others
      .filter(({ at }) => at.includes(id))
      .map(({ name }) => name)
      .join(', '),
  )
  return names ? <span className={classes.others}>{names}</span> : null
}
