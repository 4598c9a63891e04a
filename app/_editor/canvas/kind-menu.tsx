'use client'

import { Kbd, Menu } from '@mantine/core'
import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import { PALETTE, VIEWS } from '../kinds'
import { MenuAnchor } from './menu-anchor'
import type { Dangling } from './use-connecting'

interface KindMenuProps {
  dangling: Dangling | null
  onPick: (kind: NodeKind, dangling: Dangling) => void
  onClose: () => void
}

/** Where a line was let go of over the empty canvas: which step shall it lead to? */
export function KindMenu({ dangling, onPick, onClose }: KindMenuProps) {
  if (!dangling) return null
  return (
    <Menu opened onClose={onClose} position="bottom-start" trapFocus returnFocus withinPortal shadow="md">
      <Menu.Target>
        <MenuAnchor aria-label="What does the line lead to?" at={dangling.screen} />
      </Menu.Target>
      <Menu.Dropdown aria-label="What does the line lead to?">
        <Menu.Label>Lead to a new</Menu.Label>
        {PALETTE.filter(kind => KINDS[kind].enterable).map(kind => {
          const { icon: Icon, letter } = VIEWS[kind]
          return (
            <Menu.Item
              key={kind}
              leftSection={<Icon size={15} stroke={1.6} />}
              rightSection={<Kbd size="xs">{letter}</Kbd>}
              onClick={() => onPick(kind, dangling)}
              onKeyDown={event => event.key.toUpperCase() === letter && onPick(kind, dangling)}
            >
              {KINDS[kind].title}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
