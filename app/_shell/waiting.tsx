import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './states.module.css'

/** Says what is being waited for: `<Waiting>Loading the versions</Waiting>`. Appears only where it takes a moment. */
export function Waiting({ children, page }: { children: ReactNode; page?: boolean }) {
  return (
    <div role="status" className={classes.state} data-page={page || undefined} data-waiting>
      <Loader size={18} type="oval" aria-hidden />
      <p>{children}…</p>
    </div>
  )
}
