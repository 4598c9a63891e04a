'use client'

import { Kbd } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { TABLE_COMMANDS } from '../panels/answer-table/table-commands'
import { GROUPS } from './command'
import { keysOf, onMac } from './keys'
import { ALL_COMMANDS } from './registry'
import classes from './type-ahead.module.css'

const never = () => () => {}

/** What the cells of the table do by themselves. */
const TABLE_KEYS = [
  { title: 'Type in the cell', shortcut: 'Enter' },
  { title: 'Choose for the cell', shortcut: 'Alt+ArrowDown' },
  { title: 'Select more cells', shortcut: 'Shift+ArrowDown' },
  { title: 'To the last row', shortcut: 'Mod+ArrowDown' },
  { title: 'Select all cells', shortcut: 'Mod+A' },
  { title: 'Empty the cells', shortcut: 'Delete' },
]

/** Every command with its shortcut, by group, as the registry has them. */
export function ShortcutGroups() {
  // The server cannot know which keyboard it is drawn for.
  const mac = useSyncExternalStore(never, onMac, () => false)
  return (
    <div className={classes.keys}>
      {GROUPS.map(group => (
        <section key={group}>
          <h3>{group}</h3>
          {ALL_COMMANDS.filter(command => command.group === group).map(command => (
            <Keys key={command.id} {...command} mac={mac} />
          ))}
        </section>
      ))}
      <section>
        <h3>In the table of a question</h3>
        {TABLE_COMMANDS.map(command => (
          <Keys key={command.id} {...command} mac={mac} />
        ))}
        {TABLE_KEYS.map(({ title, shortcut }) => (
          <Keys key={title} title={title} shortcuts={[shortcut]} mac={mac} />
        ))}
      </section>
    </div>
  )
}

interface KeysProps {
  title: string
  shortcuts: readonly string[]
  mac: boolean
}

/** Of several shortcuts the first is the one to learn. */
const Keys = ({ title, shortcuts, mac }: KeysProps) => (
  <div className={classes.keyRow}>
    <span>{title}</span>
    <span>
      {keysOf(shortcuts[0] ?? '', mac).map(key => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  </div>
)
