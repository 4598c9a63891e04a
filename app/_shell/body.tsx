import type { ReactNode } from 'react'
import classes from './body.module.css'

interface BodyProps {
  title: ReactNode
  /** A sentence under the title. */
  about?: ReactNode
  /** Beside the title. */
  actions?: ReactNode
  /** For text to be read: a narrower column. */
  text?: boolean
  /** For wide tables: as wide as the window. */
  wide?: boolean
  children: ReactNode
}

/** A page to read from top to bottom: its heading, what can be done with it, and its content in one column. */
export function Body({ title, about, actions, text, wide, children }: BodyProps) {
  return (
    <div className={classes.body} data-text={text || undefined} data-wide={wide || undefined}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h1>{title}</h1>
          {about && <div className={classes.about}>{about}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

interface SheetProps {
  label: string
  /** For what its table has beside what all have. */
  className?: string
  children: ReactNode
}

/** A white card on the paper, for tables. Wide ones scroll inside it. */
export function Sheet({ children, label, className = '' }: SheetProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard
    <section className={`${classes.sheet} ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
