'use client'

import { Kbd } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { GROUPS } from './command'
import { keysOf, onMac } from './keys'
import { ALL_COMMANDS } from './registry'
import classes from './type-ahead.module.css'

const never = () => () => {}

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
            <div key={command.id} className={classes.keyRow}>
              <span>{command.title}</span>
              <span>
                {keysOf(command.shortcuts[0] ?? '', mac).map(key => (
                  <Kbd key={key} size="xs">
                    {key}
                  </Kbd>
                ))}
              </span>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
