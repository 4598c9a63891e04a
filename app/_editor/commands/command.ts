import type { Bounds } from '../canvas/boxes'
import type { LayoutRequest } from '../canvas/layout'
import type { Stop } from '../canvas/tab-stops'
import type { Point } from '../document/chart-edits'
import type { EditorState, EditorStore } from '../document/store'

/** What commands ask of the canvas. */
export interface CanvasControls {
  zoomIn(): void
  zoomOut(): void
  /** Real size. */
  zoomReset(): void
  fit(): void
  /** As much as fits of what is selected, and nothing else. */
  fitSelection(): void
  /** The middle of what is seen, in the canvas's own units. */
  centre(): Point
  /** Where every card is, also those that have no position in the document. */
  boxes(): ReadonlyMap<string, Bounds>
  /** The node whose card, or the edge whose line, has the keyboard's focus. */
  focused(): Stop | null
  /** Focuses a card, or a line. */
  focus(id: string, is?: Stop['is']): void
}

/** What commands work with, beside the store. */
export interface CommandContext {
  store: EditorStore
  canvas: CanvasControls
  layout(request: LayoutRequest): Promise<ReadonlyMap<string, Point>>
  clipboard: { write(text: string): void; read(): Promise<string | null> }
  /** Moves the keyboard's focus into the panel at the right. */
  enterPanel(): void
  /** Where on the canvas it was asked for, in the canvas's own units; most commands are asked for at no place. */
  at?: Point
  /** Says something to the person, briefly. */
  tell(message: string): void
  /** Leaves for another page of Remit, once what is unsaved has been saved. */
  leave(address: string): Promise<void>
}

export const GROUPS = ['Add', 'Edit', 'Arrange', 'View', 'Go to', 'Policy'] as const
export type Group = (typeof GROUPS)[number]

/**
 * Something that a person can do. Keyboard, menus, buttons and the list of commands all read the one registry; a
 * command is asked whether it refuses before it runs, and what it edits is one undo step.
 */
export interface Command {
  id: string
  title: string
  group: Group
  /** Such as `Q`, `Mod+Shift+Z`, `ArrowUp`; `Mod` is Ctrl, and ⌘ on a Mac. The first one is shown. */
  shortcuts: readonly string[]
  /** Where its shortcuts work: on the canvas only, or on the whole page; never in a field one types into … */
  where: 'canvas' | 'page'
  /** … but for those that are said to. */
  inFields?: boolean
  /** Left out of the list of commands: it means nothing without the keyboard. */
  keyboardOnly?: boolean
  /** Why it cannot run now, in a sentence; `null` where it can. */
  refuses(state: EditorState): string | null
  /** `pressed` is the shortcut that called it, if one did. */
  run(context: CommandContext, pressed?: string): void | Promise<void>
}

export const defineCommand = (command: Omit<Command, 'where'> & { where?: Command['where'] }): Command => ({
  where: 'page',
  ...command,
})

/** Why nothing can be changed here, for commands that change the document. */
export const readOnlyRefusal = ({ readOnly }: EditorState): string | null =>
  readOnly ? 'Auditors can see everything and change nothing.' : null

/** Runs a command unless it refuses; everything it edits, up to its first pause, is one undo step of its title. */
export async function runCommand(
  command: Command,
  context: CommandContext,
  pressed?: string,
): Promise<boolean> {
  const state = context.store.getState()
  const refusal = command.refuses(state)
  if (refusal !== null) {
    context.tell(refusal)
    return false
  }
  await state.step(command.title, () => command.run(context, pressed))
  return true
}
