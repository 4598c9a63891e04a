'use client'

import { Menu, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKey,
  IconLogout,
  IconMoon,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { ChangePassword } from './change-password'
import { notifyTrouble } from './notify'
import { ROLES } from './roles'
import { useMe } from './session'
import { useTRPC } from './trpc'
import classes from './user-menu.module.css'

const THEMES = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
] as const satisfies { value: string; label: string; icon: TablerIcon }[]

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map(word => [...word][0]!.toUpperCase())
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')

/** Who is signed in; the theme, the password, and the way out. */
export function UserMenu() {
  const me = useMe()
  const trpc = useTRPC()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [changing, password] = useDisclosure(false)
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: () => window.location.assign('/sign-in'),
      onError: error => notifyTrouble('You are still signed in', error),
    }),
  )
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <button type="button" className={classes.face} aria-label={`${me.name}: your settings`}>
            {initials(me.name)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.me}>
            <b>{me.name}</b>
            <span>{me.email}</span>
            <span>{ROLES[me.role].title}</span>
          </div>
          <Menu.Divider />
          <Menu.Label id="theme-label">Theme</Menu.Label>
          {THEMES.map(({ value, label, icon: Icon }) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={colorScheme === value}
              closeMenuOnClick={false}
              leftSection={<Icon size={16} stroke={1.6} />}
              rightSection={colorScheme === value && <IconCheck size={15} className={classes.tick} />}
              onClick={() => setColorScheme(value)}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} stroke={1.6} />} onClick={password.open}>
            Change password
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} stroke={1.6} />}
            disabled={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={changing} onClose={password.close} />
    </>
  )
}
