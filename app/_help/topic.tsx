import type { ReactNode } from 'react'
import classes from './help.module.css'

/** A part of the help, with an address of its own. */
export function Topic({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={classes.topic}>
      <h2 id={`${id}-title`}>
        <a href={`#${id}`} className={classes.anchor}>
          {title}
        </a>
      </h2>
      {children}
    </section>
  )
}
