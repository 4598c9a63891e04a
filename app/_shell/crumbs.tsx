import Link from 'next/link'
import { Fragment } from 'react'
import classes from './crumbs.module.css'

export interface Crumb {
  label: string
  /** Left out for the page itself. */
  href?: string
}

/** Where one is. `titled` makes the last crumb the page's heading, where the page has no other. */
export function Crumbs({ crumbs, titled }: { crumbs: Crumb[]; titled?: boolean }) {
  return (
    <nav aria-label="Where you are" className={classes.crumbs}>
      {crumbs.map((crumb, i) => {
        const last = i === crumbs.length - 1
        return (
          <Fragment key={`${crumb.href} ${crumb.label}`}>
            {i > 0 && (
              <span className={classes.slash} aria-hidden>
                /
              </span>
            )}
            {last ? (
              <Here label={crumb.label} titled={titled} />
            ) : (
              <Link href={crumb.href ?? '/'} className={classes.crumb} title={crumb.label}>
                {crumb.label}
              </Link>
            )}
          </Fragment>
        )
      })}
    </nav>
  )
}

function Here({ label, titled }: { label: string; titled?: boolean }) {
  return titled ? (
    <h1 className={classes.here} title={label}>
      {label}
    </h1>
  ) : (
    <span className={classes.here} aria-current="page" title={label}>
      {label}
    </span>
  )
}
