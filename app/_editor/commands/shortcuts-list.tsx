'use client'

import { Kbd, Modal } from '@mantine/core'
import { useEditor, useEditorStore } from '../document/store'
import { GROUPS } from './command'
import { keysOf } from './keys'
import { ALL_COMMANDS } from './registry'
import classes from './type-ahead.module.css'

/** What the keyboard does, from the same registry that makes it do so (?). */
export function ShortcutsList() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'shortcuts')
  return (
    <Modal
      opened={opened}
      onClose={() => store.getState().openDialog(null)}
      title="Keyboard shortcuts"
      size={720}
      yOffset="8vh"
    >
      <div className={classes.keys}>
        {GROUPS.map(group => (
          <section key={group}>
            <h3>{group}</h3>
            {ALL_COMMANDS.filter(command => command.group === group).map(command => (
              <div key={command.id} className={classes.keyRow}>
                <span>{command.title}</span>
                <span>
                  {keysOf(command.shortcuts[0] ?? '').map(key => (
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
    </Modal>
  )
}
