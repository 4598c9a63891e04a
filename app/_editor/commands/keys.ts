/** The part of a `KeyboardEvent` that shortcuts are about. */
export interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Whether this is a Mac, whose shortcuts go with ⌘. */
export const onMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Characters that need Shift on some keyboards and not on others: they are what they are. */
const isSign = (key: string) => key.length === 1 && key.toLowerCase() === key.toUpperCase()

/** The shortcut that an event spells, as the registry writes it: `Mod+Shift+Z`, `?`, `ArrowUp`. */
export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed, mac = onMac()): string {
  const mod = mac ? metaKey : ctrlKey
  const other = mac ? ctrlKey : metaKey
  const name = key.length === 1 ? key.toUpperCase() : key
  return [
    ...(mod ? ['Mod'] : []),
    ...(other ? ['Other'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && !isSign(key) ? ['Shift'] : []),
    name,
  ].join('+')
}

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
}

/** A shortcut as keys to show, one each: `['Ctrl', 'Shift', 'Z']`. */
export function keysOf(shortcut: string, mac = onMac()): string[] {
  const keys = shortcut === '+' ? ['+'] : shortcut.split('+')
  return keys.map(key => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (NAMES[key] ?? key)))
}
