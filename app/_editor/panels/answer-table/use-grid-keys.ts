import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { readOnlyRefusal } from '../../commands/command'
import { shortcutOf } from '../../commands/keys'
import { useEditorStore } from '../../document/store'
import { at, move, type Size, type Span } from './range'
import { type TableCommandContext, tableCommandFor } from './table-commands'

interface GridKeys {
  span: Span
  setSpan: (span: Span) => void
  size: Size
  /** How many rows are in sight. */
  page: () => number
  /** Begins to type in the cell that has the focus; with `text` in the place of what is there. */
  type: (text?: string) => void
  /** Opens the form of the cell, or the list of what it may be. */
  openForm: () => void
  close: () => void
  commands: TableCommandContext
  tell: (message: string) => void
}

/** The keys of a spreadsheet. Letters are typed into the cell; what the table does not know goes to the page's commands. */
export function useGridKeys(keys: GridKeys) {
  const store = useEditorStore()
  return (event: KeyboardEvent<HTMLElement>) => {
    // Events of what hangs from a cell come here too, and are none of the grid's.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return
    if (event.nativeEvent.isComposing) return
    const handled = press(event, keys, () => readOnlyRefusal(store.getState()))
    if (!handled) return
    event.stopPropagation()
    if (handled === 'whole') event.preventDefault()
  }
}

/** `whole`: nothing else is to happen. `ours`: the browser goes on with it, and no command does. */
type Handled = 'whole' | 'ours' | false

function press(event: KeyboardEvent, keys: GridKeys, refusal: () => string | null): Handled {
  const { key, shiftKey, altKey } = event
  const { span, setSpan, size, type } = keys
  const { row, column } = span.active
  const onHeading = row < 0
  const pressed = shortcutOf(event)
  const command = onHeading ? undefined : tableCommandFor(pressed)
  if (command) {
    const refused = refusal()
    if (refused === null) command.run(keys.commands)
    else keys.tell(refused)
    return 'whole'
  }
  if (!altKey) {
    const far = event.ctrlKey || event.metaKey
    const next = move(span, key, size, { extend: shiftKey, far, page: keys.page() })
    if (next) {
      setSpan(next)
      return 'whole'
    }
  }
  switch (pressed) {
    case 'Tab':
    case 'Shift+Tab': {
      const to = column + (shiftKey ? -1 : 1)
      // At the ends of a row Tab leads out of the table.
      if (to < 0 || to >= size.columns) return false
      setSpan(at(row, to))
      return 'whole'
    }
    case 'Mod+A':
      setSpan({ active: { row: 0, column: 0 }, end: { row: size.rows - 1, column: size.columns - 1 } })
      return 'whole'
    case 'Escape': {
      const one = span.end.row === row && span.end.column === column
      if (one) keys.close()
      else setSpan(at(row, column))
      return 'whole'
    }
  }
  // A heading is a button: Enter and Space press it.
  if (onHeading) return key.length === 1 || key === 'Enter' ? 'ours' : false
  switch (pressed) {
    case 'Enter':
    case 'F2':
      type()
      return 'whole'
    case 'Alt+ArrowDown':
      keys.openForm()
      return 'whole'
    case 'Delete':
    case 'Backspace': {
      const refused = refusal()
      if (refused === null) keys.commands.edits.clear()
      else keys.tell(refused)
      return 'whole'
    }
    case ' ': {
      if (!shiftKey) break
      setSpan({ active: { row, column: 0 }, end: { row: span.end.row, column: size.columns - 1 } })
      return 'whole'
    }
    case 'Mod+ ':
      setSpan({ active: { row: 0, column }, end: { row: size.rows - 1, column: span.end.column } })
      return 'whole'
  }
  const typing = key.length === 1 && !event.ctrlKey && !event.metaKey && !altKey
  if (!typing && !event.getModifierState('AltGraph')) return false
  if (key.length !== 1 || refusal() !== null) return false
  // The field is there, and has the focus, before the letter comes to it.
  flushSync(() => type(''))
  return 'ours'
}
