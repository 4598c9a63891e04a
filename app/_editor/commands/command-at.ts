import type { Command } from './command'
import { shortcutOf } from './keys'
import { commandFor } from './registry'

/** Elements that use keys themselves: one types into them, or walks through them with arrows and letters. */
const FIELD = 'input, textarea, select, [contenteditable="true"]'
const OWN_KEYS = '[role="dialog"], [role="menu"], [role="listbox"], [role="tree"], [role="slider"]'
const PRESSED_BY_ENTER = 'button, a, summary, [role="tab"], [role="button"]'

/** A click on the canvas leaves the focus to what is around it. */
const isOnCanvas = (target: Element) =>
  (target.closest('.react-flow') ?? target.querySelector('.react-flow')) !== null

/** Whether an event that is no key, such as pasting, is meant for the canvas. */
export function isForCanvas({ defaultPrevented, target }: Event): boolean {
  if (defaultPrevented) return false
  const element = target instanceof Element ? target : document.body
  return !element.closest(OWN_KEYS) && !element.closest(FIELD) && isOnCanvas(element)
}

/** The command that a key calls where it was pressed; `null` where the key belongs to something else. */
export function commandAt(event: KeyboardEvent): { command: Command; pressed: string } | null {
  if (event.defaultPrevented || event.isComposing) return null
  const pressed = shortcutOf(event)
  const command = commandFor(pressed)
  const target = event.target instanceof Element ? event.target : document.body
  if (!command || target.closest(OWN_KEYS)) return null
  if (target.closest(FIELD) && !command.inFields) return null
  if (event.key === 'Enter' && target.closest(PRESSED_BY_ENTER)) return null
  if (command.where === 'canvas' && !isOnCanvas(target)) return null
  // Words that are marked on the page are what somebody wants to copy.
  if ((pressed === 'Mod+C' || pressed === 'Mod+X') && !getSelection()?.isCollapsed) return null
  return { command, pressed }
}
