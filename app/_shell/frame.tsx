'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { type Crumb, Crumbs } from './crumbs'
import classes from './frame.module.css'
import { Sections } from './sections'
import { UserMenu } from './user-menu'

interface FrameProps {
  /** Where this page is, from the outside in; the last one is the page itself. Without them, Remit's sections. */
  crumbs?: Crumb[]
  /** Beside the crumbs, quietly: what is shown and whether it is saved. */
  status?: ReactNode
  /** At the right of the header: what can be done with the page as a whole. */
  actions?: ReactNode
  /** The icons at the left edge: `PolicyRail` for the pages of a policy. */
  rail?: ReactNode
  /** The page takes exactly the window's height and scrolls inside, as the canvas does. */
  fill?: boolean
  children: ReactNode
}

/** The header, the rail and the page: what every page of Remit sits in. */
export function Frame({ crumbs, status, actions, rail, fill, children }: FrameProps) {
  return (
    <div className={classes.frame} data-fill={fill || undefined} data-rail={rail ? true : undefined}>
      <a className={classes.skip} href="#page">
        Skip to the page
      </a>
      <header className={classes.header}>
        <Link href="/" className={classes.mark} aria-label="Remit: the policies">
          R
        </Link>
        {crumbs ? <Crumbs crumbs={crumbs} titled={fill} /> : <Sections />}
        <div className={classes.status}>{status}</div>
        <div className={classes.actions}>
          {actions}
          <Tooltip label="How Remit works">
            <ActionIcon
              component={Link}
              href="/help"
              variant="subtle"
              color="gray"
              size={32}
              aria-label="How Remit works"
              className={classes.quiet}
            >
              <IconHelp size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <UserMenu />
        </div>
      </header>
      {rail && <div className={classes.rail}>{rail}</div>}
      <main id="page" tabIndex={-1} className={classes.page}>
        {children}
      </main>
    </div>
  )
}
