'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import classes from './sections.module.css'
import { useMay } from './session'

/** Remit's sections, for the pages that belong to no policy. */
export function Sections() {
  const here = usePathname()
  const { administer } = useMay()
  const sections = [
    { href: '/', label: 'Policies' },
    { href: '/overview', label: 'Overview' },
    { href: '/audit', label: 'Audit log' },
    ...(administer
      ? [
          { href: '/clients', label: 'Runtime clients' },
          { href: '/people', label: 'People' },
        ]
      : []),
  ]
  return (
    <nav aria-label="Sections" className={classes.sections}>
      {sections.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          className={classes.section}
          aria-current={here === href ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
