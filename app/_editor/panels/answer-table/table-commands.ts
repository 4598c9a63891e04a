import type { Icon } from '@tabler/icons-react'
import {
  IconArrowDown,
  IconArrowsSplit2,
  IconArrowUp,
  IconCopyPlus,
  IconRowInsertBottom,
  IconSquareArrowDown,
  IconTrash,
} from '@tabler/icons-react'
import type { TableEdits } from './use-table-edits'

export interface TableCommandContext {
  edits: TableEdits
  /** Asks where the answer of the active row is to be split. */
  split(): void
}

/** Something that can be done with the table's rows. Keys, buttons and the row's menu read this list. */
export interface TableCommand {
  id: string
  title: string
  /** As `shortcutOf` spells it. */
  shortcuts: readonly string[]
  icon: Icon
  run(context: TableCommandContext): void
}

export const TABLE_COMMANDS: readonly TableCommand[] = [
  {
    id: 'insert',
    title: 'Add an answer below',
    shortcuts: ['Mod+Enter'],
    icon: IconRowInsertBottom,
    run: ({ edits }) => edits.insert(),
  },
  {
    id: 'duplicate',
    title: 'Duplicate',
    shortcuts: ['Mod+Shift+D'],
    icon: IconCopyPlus,
    run: ({ edits }) => edits.duplicate(),
  },
  {
    id: 'split',
    title: 'Split…',
    shortcuts: ['Alt+S'],
    icon: IconArrowsSplit2,
    run: ({ split }) => split(),
  },
  {
    id: 'fill-down',
    title: 'Fill down',
    shortcuts: ['Mod+D'],
    icon: IconSquareArrowDown,
    run: ({ edits }) => edits.fillDown(),
  },
  {
    id: 'move-up',
    title: 'Move up',
    shortcuts: ['Alt+Shift+ArrowUp'],
    icon: IconArrowUp,
    run: ({ edits }) => edits.move(-1),
  },
  {
    id: 'move-down',
    title: 'Move down',
    shortcuts: ['Alt+Shift+ArrowDown'],
    icon: IconArrowDown,
    run: ({ edits }) => edits.move(1),
  },
  {
    id: 'remove',
    title: 'Delete answers',
    shortcuts: ['Mod+Delete', 'Mod+Backspace'],
    icon: IconTrash,
    run: ({ edits }) => edits.remove(),
  },
]

export const tableCommandFor = (shortcut: string): TableCommand | undefined =>
  TABLE_COMMANDS.find(command => command.shortcuts.includes(shortcut))
