'use client'

import { notifications } from '@mantine/notifications'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { layoutInWorker } from '../canvas/elk'
import type { Point } from '../document/chart-edits'
import { useEditorStore } from '../document/store'
import { type CanvasControls, type Command, type CommandContext, runCommand } from './command'
import { commandAt } from './command-at'

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

const CLIPBOARD = 'remit:clipboard'

/** Nodes are copied between the tabs of one browser; what else is on the system's clipboard is left alone. */
const clipboard: CommandContext['clipboard'] = {
  write: text => localStorage.setItem(CLIPBOARD, text),
  read: () => localStorage.getItem(CLIPBOARD),
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
  notifications.show({ id: `tell ${message}`, message, autoClose: 4000 })
}

/** Gives the editor its commands, and the keyboard to them. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const store = useEditorStore()
  const canvas = useRef(NO_CANVAS)

  const commands = useMemo<Commands>(() => {
    const controls = new Proxy(NO_CANVAS, { get: (_, name) => Reflect.get(canvas.current, name) })
    const context: CommandContext = {
      store,
      canvas: controls,
      layout: layoutInWorker,
      clipboard,
      enterPanel,
      tell,
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
  }, [store])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog that is only just opening has not got the focus yet, and what is typed is for it.
      const found = store.getState().dialog === null ? commandAt(event) : null
      if (!found) return
      event.preventDefault()
      void commands.run(found.command, found.pressed)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands, store])

  return <Context value={commands}>{children}</Context>
}
