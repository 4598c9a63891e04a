'use client'

import { Tooltip } from '@mantine/core'
import { IconBook2, IconHistory, IconSitemap, IconTargetArrow } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useDraftKind } from '../_policies/use-draft-kind'
import classes from './policy-rail.module.css'

export interface RailItem {
  label: string
  /** 19 px, stroke 1.6. */
  icon: ReactNode
  /** Whether this panel is open; toggles of a page, not pages of their own. */
  pressed: boolean
  onClick: () => void
}

interface PolicyRailProps {
  /** The policy's name, as in its address. */
  policy: string
  /** A handbook that policies share has no chart; found out where it is left out. */
  kind?: 'policy' | 'handbook'
  current: 'chart' | 'effects' | 'versions'
  /** What a page adds between the chart and the versions, such as the handbook's panel. */
  extra?: RailItem[]
  /** Back to the page itself from a panel that is open over it. */
  onBack?: () => void
}

/** The pages of one policy, as icons at the left edge. */
export function PolicyRail({ policy, kind, current, extra = [], onBack }: PolicyRailProps) {
  const found = useDraftKind(policy).kind
  const handbook = (kind ?? found) === 'handbook'
  return (
    <nav aria-label={handbook ? 'Handbook' : 'Policy'} className={classes.rail}>
      <Page
        label={handbook ? 'Handbook' : 'Chart'}
        href={`/policies/${policy}/edit`}
        current={current === 'chart'}
        onClick={current === 'chart' ? onBack : undefined}
        icon={
          handbook ? (
            <IconBook2 size={19} stroke={1.6} />
          ) : (
            <IconSitemap size={19} stroke={1.6} className={classes.sideways} />
          )
        }
      />
      {handbook && (
        <Page
          label="Effects on policies"
          href={`/policies/${policy}/effects`}
          current={current === 'effects'}
          icon={<IconTargetArrow size={19} stroke={1.6} />}
        />
      )}
      {extra.map(({ label, icon, pressed, onClick }) => (
        <Tooltip key={label} label={label} position="right">
          <button
            type="button"
            className={classes.item}
            aria-label={label}
            aria-pressed={pressed}
            onClick={onClick}
          >
            {icon}
          </button>
        </Tooltip>
      ))}
      <Page
        label="Versions"
        href={`/policies/${policy}/versions`}
        current={current === 'versions'}
        icon={<IconHistory size={19} stroke={1.6} />}
      />
    </nav>
  )
}

function Page({
  label,
  href,
  icon,
  current,
  onClick,
}: {
  label: string
  href: string
  icon: ReactNode
  current: boolean
  onClick?: () => void
}) {
  return (
    <Tooltip label={label} position="right">
      <Link
        href={href}
        className={classes.item}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        onClick={onClick}
      >
        {icon}
      </Link>
    </Tooltip>
  )
}
