'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './states.module.css'
import { errorSentence } from './trpc'

interface TroubleProps {
  /** What did not work, in a few words. */
  title: string
  error?: unknown
  /** Instead of the error's own sentence. */
  children?: ReactNode
  retry?: () => void
  /** There is nothing else on the page: this is its heading. */
  page?: boolean
}

/** Something could not be shown: what, why, and the way on. */
export function Trouble({ title, error, children, retry, page }: TroubleProps) {
  const Heading = page ? 'h1' : 'h2'
  return (
    <div role="alert" className={classes.state} data-tall>
      <IconAlertTriangle size={22} stroke={1.6} className={classes.bad} aria-hidden />
      <Heading>{title}</Heading>
      <p>{children ?? errorSentence(error)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  )
}
