import { Badge } from '@mantine/core'
import type { Outputs } from '../_shell/trpc'
import classes from './versions.module.css'

type Standing = Pick<Outputs['versions']['list'][number], 'channels' | 'scheduled' | 'retired' | 'rolledBack'>

/** What became of a version: where it is in force, where it is to come, or that it was. */
export function StandingBadges({ standing, size }: { standing: Standing; size?: string }) {
  const { channels, scheduled, retired, rolledBack } = standing
  const told = [
    ...channels.map(channel => ({ label: `in force on ${channel}`, color: 'ok' })),
    ...scheduled.map(channel => ({ label: `to come on ${channel}`, color: 'accent' })),
    ...(rolledBack ? [{ label: 'rolled back', color: 'warn' }] : []),
    ...(retired && !rolledBack ? [{ label: 'retired', color: 'gray' }] : []),
  ]
  const never = told.length === 0
  return (
    <span className={classes.badges}>
      {(never ? [{ label: 'not in force', color: 'gray' }] : told).map(({ label, color }) => (
        <Badge
          key={label}
          color={color}
          variant="light"
          size={size}
          tt="none"
          fw={550}
          className={classes.badge}
        >
          {label}
        </Badge>
      ))}
    </span>
  )
}
