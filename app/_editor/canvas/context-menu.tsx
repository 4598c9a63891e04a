'use client'

import { Kbd, Menu } from '@mantine/core'
import { Fragment } from 'react'
import { useCommands } from '../commands/commands-provider'
import { keysOf } from '../commands/keys'
import { MENUS, type MenuOf } from '../commands/menus'
import type { Point } from '../document/chart-edits'
import { useEditorStore } from '../document/store'
import classes from './canvas.module.css'
import { MenuAnchor } from './menu-anchor'

/** A right click, or the menu key: on what, and where. */
export interface Asked {
  of: MenuOf
  /** In pixels of the window, and in the canvas's own units. */
  screen: Point
  at: Point
}

const NAMES = {
  node: 'What can be done with the step',
  edge: 'What can be done with the line',
  canvas: 'What can be done with the chart',
} as const satisfies Record<MenuOf, string>

/** The commands for what was clicked on; one that cannot run now says why in its entry. */
export function ContextMenu({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const store = useEditorStore()
  const { run } = useCommands()
  if (!asked) return null
  const { of, screen, at } = asked
  const state = store.getState()
  const parts = MENUS[of].filter(part => !('needs' in part) || part.needs.refuses(state) === null)
  return (
    <Menu
      // Another place is another menu: the one before does not glide there.
      key={`${screen.x} ${screen.y}`}
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      width={250}
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Menu.Target>
        <MenuAnchor aria-label={NAMES[of]} at={screen} />
      </Menu.Target>
      <Menu.Dropdown aria-label={NAMES[of]} onContextMenu={event => event.preventDefault()}>
        {parts.map((part, i) => (
          <Fragment key={part.commands[0].id}>
            {i > 0 && <Menu.Divider />}
            {'label' in part && <Menu.Label>{part.label}</Menu.Label>}
            {part.commands.map(command => {
              const refusal = command.refuses(state)
              const title =
                'label' in part ? command.title.replace(/^Add (.)/, (_, a) => a.toUpperCase()) : command.title
              return (
                <Menu.Item
                  key={command.id}
                  disabled={refusal !== null}
                  rightSection={
                    command.shortcuts[0] && (
                      <span className={classes.keys}>
                        {keysOf(command.shortcuts[0]).map(key => (
                          <Kbd key={key} size="xs">
                            {key}
                          </Kbd>
                        ))}
                      </span>
                    )
                  }
                  onClick={() => {
                    onClose()
                    void run(command, undefined, of === 'canvas' ? at : undefined)
                  }}
                >
                  {title}
                  {refusal && <span className={classes.refusal}>{refusal}</span>}
                </Menu.Item>
              )
            })}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
