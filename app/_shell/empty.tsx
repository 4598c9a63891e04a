import type { ReactNode } from 'react'
import classes from './states.module.css'

interface EmptyProps {
  icon: ReactNode
  title: string
  children: ReactNode
  action?: ReactNode
}

/** Where a list has nothing yet: what would be here, and how to begin. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={classes.state} data-tall>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}
