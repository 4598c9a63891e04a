'use client'

import { useMemo } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import { useCommands } from './commands-provider'
import { keysOf } from './keys'
import { ALL_COMMANDS } from './registry'
import { TypeAhead } from './type-ahead'

/** Every command, to be found by typing (Ctrl K). */
export function CommandList() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'commands')
  const { run } = useCommands()
  const close = () => store.getState().openDialog(null)

  // What each refuses is asked once, when the list opens: nothing changes behind it.
  const choices = useMemo(
    () =>
      opened
        ? ALL_COMMANDS.filter(command => !command.keyboardOnly && command.id !== 'open-commands').map(
            command => ({
              id: command.id,
              label: command.title,
              group: command.group,
              keys: command.shortcuts[0] ? keysOf(command.shortcuts[0]) : [],
              refusal: command.refuses(store.getState()),
            }),
          )
        : [],
    [opened, store],
  )

  return (
    <TypeAhead
      title="Commands"
      placeholder="What do you want to do?"
      nothing="No command is called that."
      opened={opened}
      onClose={close}
      choices={choices}
      onPick={id => {
        close()
        const command = ALL_COMMANDS.find(command => command.id === id)
        if (command) void run(command)
      }}
    />
  )
}
