import { Kbd, Menu } from '@mantine/core'
import { MenuAnchor } from '../../canvas/menu-anchor'
import { keysOf } from '../../commands/keys'
import classes from './answer-table.module.css'
import { TABLE_COMMANDS, type TableCommandContext } from './table-commands'

interface RowMenuProps {
  /** In pixels of the window; null where it is closed. */
  at: { x: number; y: number } | null
  commands: TableCommandContext
  readOnly: boolean
  onClose: () => void
}

/** What can be done with the rows that are selected. */
export function RowMenu({ at, commands, readOnly, onClose }: RowMenuProps) {
  if (!at || readOnly) return null
  return (
    <Menu
      key={`${at.x} ${at.y}`}
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      width={290}
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Menu.Target>
        <MenuAnchor aria-label="What can be done with the answer" at={at} />
      </Menu.Target>
      <Menu.Dropdown
        aria-label="What can be done with the answer"
        onContextMenu={event => event.preventDefault()}
      >
        {TABLE_COMMANDS.map(({ id, title, icon: Icon, shortcuts, run }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={14} stroke={1.7} />}
            rightSection={
              <span className={classes.keys}>
                {keysOf(shortcuts[0]!).map(key => (
                  <Kbd key={key} size="xs">
                    {key}
                  </Kbd>
                ))}
              </span>
            }
            onClick={() => {
              onClose()
              run(commands)
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
