import type { Me } from './trpc'

export type Role = Me['role']

/** What the roles are called, and what they may do; least first. */
export const ROLES = {
  auditor: { title: 'Auditor', about: 'Sees everything and changes nothing.' },
  manager: { title: 'Manager', about: 'Draws policies, proposes them, and publishes what was approved.' },
  administrator: { title: 'Administrator', about: 'All that, and looks after people and runtime clients.' },
} as const satisfies Record<Role, { title: string; about: string }>

export const ROLE_CHOICES = (Object.keys(ROLES) as Role[]).map(value => ({
  value,
  label: ROLES[value].title,
}))
