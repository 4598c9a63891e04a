import type { ReactNode } from 'react'
import classes from './states.module.css'

interface EmptyProps {
  icon: ReactNode
  title: string
  children: ReactNode
  action?: ReactNode
  /** There is nothing else on the page: this is its heading. */
  page?: boolean
}

/** Where a list has nothing yet: what would be here, and how to begin. */
export function Empty({ icon, title, children, action, page }: EmptyProps) {
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className={classes.state} data-tall>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  )
}
