'use client'

import {
  type MantineColorScheme,
  Popover,
  SegmentedControl,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconDeviceDesktop,
  IconKey,
  IconLogout,
  IconMoon,
  IconSun,
  IconTerminal2,
  type TablerIcon,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { ChangePassword } from './change-password'
import { initials } from './initials'
import { notifyTrouble } from './notify'
import { PersonalTokens } from './personal-tokens'
import { ROLES } from './roles'
import { useMe } from './session'
import { useTRPC } from './trpc'
import classes from './user-menu.module.css'

const THEMES = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'System', icon: IconDeviceDesktop },
] as const satisfies { value: MantineColorScheme; label: string; icon: TablerIcon }[]

/** Who is signed in; the theme, the password, the tokens, and the way out. */
export function UserMenu() {
  const me = useMe()
  const trpc = useTRPC()
  const [opened, panel] = useDisclosure(false)
  const [changing, password] = useDisclosure(false)
  const [listing, tokens] = useDisclosure(false)
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: () => window.location.assign('/sign-in'),
      onError: error => notifyTrouble('You are still signed in', error),
    }),
  )
  const changePassword = () => {
    panel.close()
    password.open()
  }
  return (
    <>
      <Popover
        opened={opened}
        onChange={panel.set}
        position="bottom-end"
        width={252}
        shadow="md"
        offset={6}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.face}
            aria-label={`${me.name}: your settings`}
            onClick={panel.toggle}
          >
            {initials(me.name)}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <div className={classes.me}>
            <b>{me.name}</b>
            <span>{me.email}</span>
            <span>{ROLES[me.role].title}</span>
          </div>
          <ThemeSwitch />
          <div className={classes.ways}>
            <UnstyledButton className={classes.way} onClick={changePassword}>
              <IconKey size={16} stroke={1.6} aria-hidden />
              Change password
            </UnstyledButton>
            <UnstyledButton
              className={classes.way}
              onClick={() => {
                panel.close()
                tokens.open()
              }}
            >
              <IconTerminal2 size={16} stroke={1.6} aria-hidden />
              Personal tokens
            </UnstyledButton>
            <UnstyledButton
              className={classes.way}
              disabled={signOut.isPending}
              onClick={() => signOut.mutate()}
            >
              <IconLogout size={16} stroke={1.6} aria-hidden />
              Sign out
            </UnstyledButton>
          </div>
        </Popover.Dropdown>
      </Popover>
      <ChangePassword opened={changing} onClose={password.close} />
      <PersonalTokens opened={listing} onClose={tokens.close} />
    </>
  )
}

function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.theme}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Theme"
        value={colorScheme}
        onChange={value => setColorScheme(value as MantineColorScheme)}
        data={THEMES.map(({ value, label, icon: Icon }) => ({
          value,
          label: (
            <span className={classes.choice}>
              <Icon size={14} stroke={1.6} aria-hidden />
              {label}
            </span>
          ),
        }))}
      />
    </div>
  )
}
