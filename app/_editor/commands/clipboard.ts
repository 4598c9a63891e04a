import type { CommandContext } from './command'

const KEPT = 'remit:clipboard'

/** Writes to the system's clipboard where pages may not do so by themselves: not over https, or not asked yet. */
function writeByEvent(text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('copy', onCopy, { capture: true, once: true })
  const done = document.execCommand('copy')
  window.removeEventListener('copy', onCopy, { capture: true })
  return done
}

/**
 * The system's clipboard, so that steps go from one window to another, and into a mail. Where the browser keeps it to
 * itself, what was copied here last serves in its place, for all tabs of this browser.
 */
export const systemClipboard: CommandContext['clipboard'] = {
  write(text) {
    localStorage.setItem(KEPT, text)
    if (!navigator.clipboard) writeByEvent(text)
    else void navigator.clipboard.writeText(text).catch(() => writeByEvent(text))
  },
  async read() {
    const text = await navigator.clipboard?.readText().catch(() => '')
    return text || localStorage.getItem(KEPT)
  },
}

/** The same clipboard while the browser hands out what lies on it. */
export const clipboardOf = ({ clipboardData }: ClipboardEvent): CommandContext['clipboard'] => ({
  ...systemClipboard,
  read: async () => clipboardData?.getData('text/plain') || localStorage.getItem(KEPT),
})
