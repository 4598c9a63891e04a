'use client'

import { notifications } from '@mantine/notifications'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { layoutInWorker } from '../canvas/elk'
import type { Point } from '../document/chart-edits'
import { useSaving } from '../document/editor-provider'
import { useEditorStore } from '../document/store'
import { clipboardOf, systemClipboard } from './clipboard'
import { type CanvasControls, type Command, type CommandContext, runCommand } from './command'
import { commandAt, isForCanvas } from './command-at'
import { COMMANDS } from './registry'

interface Commands {
  context: CommandContext
  /** `at`: where on the canvas, for what is put there. */
  run(command: Command, pressed?: string, at?: Point): Promise<boolean>
  /** For the canvas; returns what takes it away again. */
  registerCanvas(controls: CanvasControls): () => void
}

const Context = createContext<Commands | null>(null)

export function useCommands(): Commands {
  const commands = use(Context)
  if (!commands) throw new Error('Commands are used outside CommandsProvider.')
  return commands
}

const NO_CANVAS: CanvasControls = {
  zoomIn: () => {},
  zoomOut: () => {},
  zoomReset: () => {},
  fit: () => {},
  fitSelection: () => {},
  centre: () => ({ x: 0, y: 0 }),
  boxes: () => new Map(),
  focused: () => null,
  focus: () => {},
}

/** The id of the element that holds the panel at the right. */
export const PANEL_ID = 'editor-panel'

const FIELDS = 'input:not([type=hidden]), textarea, select'
/** What a panel is entered at, where that is not its first field. */
const ENTRY = '[data-entry] :is(button, input)'

function enterPanel() {
  // The panel may only now come to show what was selected.
  requestAnimationFrame(() => {
    const panel = document.getElementById(PANEL_ID)
    const field =
      panel?.querySelector<HTMLElement>(ENTRY) ?? panel?.querySelector<HTMLElement>(FIELDS) ?? panel
    field?.focus()
  })
}

const tell = (message: string) => {
  // Long enough to be read: about fifteen letters a second.
  notifications.show({ id: `tell ${message}`, message, autoClose: Math.max(4000, message.length * 70) })
}

interface CommandsProviderProps {
  /** Where a page is not about a chart: the keys of these commands, and of no others. Always the same list. */
  only?: readonly Command[]
  children: ReactNode
}

/** Gives the editor its commands, and the keyboard to them. */
export function CommandsProvider({ only, children }: CommandsProviderProps) {
  const store = useEditorStore()
  const canvas = useRef(NO_CANVAS)
  const router = useRouter()
  const { autosave } = useSaving()
  const leaving = useRef(autosave)
  useEffect(() => {
    leaving.current = autosave
  })

  const commands = useMemo<Commands>(() => {
    const controls = new Proxy(NO_CANVAS, { get: (_, name) => Reflect.get(canvas.current, name) })
    const context: CommandContext = {
      store,
      canvas: controls,
      layout: layoutInWorker,
      clipboard: systemClipboard,
      enterPanel,
      tell,
      leave: async address => {
        await leaving.current?.flush()
        router.push(address)
      },
    }
    return {
      context,
      run: (command, pressed, at) => runCommand(command, at ? { ...context, at } : context, pressed),
      registerCanvas(fresh) {
        canvas.current = fresh
        return () => {
          canvas.current = NO_CANVAS
        }
      },
    }
  }, [store, router])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog that is only just opening has not got the focus yet, and what is typed is for it.
      const found = store.getState().dialog === null ? commandAt(event) : null
      // The browser hands out what was copied only by an event of its own, which follows this key.
      if (!found || found.command === COMMANDS.paste) return
      if (only && !only.includes(found.command)) return
      event.preventDefault()
      void commands.run(found.command, found.pressed)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (only || store.getState().dialog !== null || !isForCanvas(event)) return
      event.preventDefault()
      void runCommand(COMMANDS.paste, { ...commands.context, clipboard: clipboardOf(event) })
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
    }
  }, [commands, store, only])

  return <Context value={commands}>{children}</Context>
}
