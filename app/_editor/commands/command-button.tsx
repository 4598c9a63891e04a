'use client'

import { Tooltip, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEditor } from '../document/store'
import type { Command } from './command'
import { useCommands } from './commands-provider'
import { keysOf } from './keys'

interface CommandButtonProps {
  command: Command
  className?: string
  children: ReactNode
}

/** A button for a command. What it does, its shortcut, and why it cannot be pressed now are the command's. */
export function CommandButton({ command, className, children }: CommandButtonProps) {
  const { run } = useCommands()
  const refusal = useEditor(command.refuses)
  const [shortcut] = command.shortcuts
  const keys = shortcut ? ` (${keysOf(shortcut).join(' ')})` : ''
  return (
    <Tooltip label={refusal ?? `${command.title}${keys}`}>
      <UnstyledButton
        className={className}
        aria-label={command.title}
        aria-disabled={refusal !== null || undefined}
        aria-keyshortcuts={shortcut?.replace('Mod', 'Control')}
        onClick={() => run(command)}
      >
        {children}
      </UnstyledButton>
    </Tooltip>
  )
}
