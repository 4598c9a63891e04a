import type { Command } from './command'
import { COMMANDS } from './registry'

const {
  addQuestion,
  addAction,
  addEscalate,
  addClose,
  addTrigger,
  addNote,
  openNode,
  openTable,
  editTitle,
  putBetween,
  connectTo,
  cut,
  copy,
  paste,
  duplicate,
  deleteSelection,
  selectAll,
  tidy,
  layOut,
  alignLeft,
  alignCentre,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeAcross,
  distributeDown,
  zoomFit,
  zoomSelection,
  undo,
  redo,
  whyNot,
} = COMMANDS

/** What a right click can be on. */
export type MenuOf = 'node' | 'edge' | 'canvas'

interface MenuPart {
  label?: string
  /** Shown only where this one does not refuse. */
  needs?: Command
  commands: readonly Command[]
}

/** What each context menu offers, in its parts. */
export const MENUS = {
  node: [
    { commands: [openNode, editTitle, connectTo, putBetween] },
    { needs: openTable, commands: [openTable] },
    { label: 'Add behind it', needs: connectTo, commands: [addQuestion, addAction, addEscalate, addClose] },
    {
      label: 'Bring in line',
      needs: alignLeft,
      commands: [
        alignLeft,
        alignCentre,
        alignRight,
        alignTop,
        alignMiddle,
        alignBottom,
        distributeAcross,
        distributeDown,
      ],
    },
    { commands: [cut, copy, duplicate, deleteSelection] },
    { commands: [zoomSelection, whyNot] },
  ],
  edge: [
    { commands: [openNode, connectTo] },
    { label: 'Add in between', commands: [addQuestion, addAction, addEscalate] },
    { commands: [deleteSelection] },
  ],
  canvas: [
    { label: 'Add here', commands: [addQuestion, addAction, addEscalate, addClose, addTrigger, addNote] },
    { commands: [paste, selectAll, tidy, layOut, zoomFit] },
    { commands: [undo, redo] },
  ],
} as const satisfies Record<MenuOf, readonly MenuPart[]>
