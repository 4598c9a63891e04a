import type { Me } from './trpc'

export type Role = Me['role']

/** What the roles are called, what they may do, and with which page they begin; least first. */
export const ROLES = {
  auditor: { title: 'Auditor', about: 'Sees everything and changes nothing.', home: '/overview' },
  manager: {
    title: 'Manager',
    about: 'Draws policies, proposes them, and publishes what was approved.',
    home: '/',
  },
  administrator: {
    title: 'Administrator',
    about: 'All that, and looks after people and runtime clients.',
    home: '/',
  },
} as const satisfies Record<Role, { title: string; about: string; home: string }>

export const ROLE_CHOICES = (Object.keys(ROLES) as Role[]).map(value => ({
  value,
  label: ROLES[value].title,
}))
