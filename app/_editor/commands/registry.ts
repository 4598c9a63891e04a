import { addAction } from './add-action'
import { addClose } from './add-close'
import { addEscalate } from './add-escalate'
import { addNote } from './add-note'
import { addQuestion } from './add-question'
import { addStart } from './add-start'
import { addTrigger } from './add-trigger'
import { alignBottom } from './align-bottom'
import { alignCentre } from './align-centre'
import { alignLeft } from './align-left'
import { alignMiddle } from './align-middle'
import { alignRight } from './align-right'
import { alignTop } from './align-top'
import type { Command } from './command'
import { compare } from './compare'
import { connectTo } from './connect-to'
import { copy } from './copy'
import { cut } from './cut'
import { deleteSelection } from './delete-selection'
import { distributeAcross } from './distribute-across'
import { distributeDown } from './distribute-down'
import { duplicate } from './duplicate'
import { editTitle } from './edit-title'
import { findStep } from './find-step'
import { healPath } from './heal-path'
import { layOut } from './lay-out'
import { mendFinding } from './mend-finding'
import { moveDown } from './move-down'
import { moveLeft } from './move-left'
import { moveRight } from './move-right'
import { moveUp } from './move-up'
import { nextFinding } from './next-finding'
import { openCommands } from './open-commands'
import { openNode } from './open-node'
import { openShortcuts } from './open-shortcuts'
import { openTable } from './open-table'
import { paste } from './paste'
import { previousFinding } from './previous-finding'
import { propose } from './propose'
import { putBetween } from './put-between'
import { redo } from './redo'
import { selectAll } from './select-all'
import { selectNone } from './select-none'
import { showCoverage } from './show-coverage'
import { showFindings } from './show-findings'
import { showHandbook } from './show-handbook'
import { showScenarios } from './show-scenarios'
import { showTables } from './show-tables'
import { showTemplates } from './show-templates'
import { takeTour } from './take-tour'
import { tidy } from './tidy'
import { toggleBottom } from './toggle-bottom'
import { togglePanel } from './toggle-panel'
import { tryCall } from './try-call'
import { undo } from './undo'
import { walkFinding } from './walk-finding'
import { whyNot } from './why-not'
import { zoomFit } from './zoom-fit'
import { zoomIn } from './zoom-in'
import { zoomOut } from './zoom-out'
import { zoomReset } from './zoom-reset'
import { zoomSelection } from './zoom-selection'

/** Every command, in the order of the list of commands. Keyboard, menus, buttons and tests read this and nothing else. */
export const COMMANDS = {
  addQuestion,
  addAction,
  addEscalate,
  addClose,
  addTrigger,
  addNote,
  addStart,
  undo,
  redo,
  connectTo,
  cut,
  copy,
  paste,
  duplicate,
  deleteSelection,
  healPath,
  putBetween,
  editTitle,
  selectAll,
  selectNone,
  mendFinding,
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
  moveLeft,
  moveRight,
  moveUp,
  moveDown,
  zoomIn,
  zoomOut,
  zoomReset,
  zoomFit,
  zoomSelection,
  togglePanel,
  toggleBottom,
  showCoverage,
  openCommands,
  openShortcuts,
  findStep,
  nextFinding,
  previousFinding,
  walkFinding,
  openNode,
  openTable,
  showHandbook,
  tryCall,
  whyNot,
  showFindings,
  showScenarios,
  showTables,
  takeTour,
  showTemplates,
  compare,
  propose,
} as const satisfies Record<string, Command>

export const ALL_COMMANDS: readonly Command[] = Object.values(COMMANDS)

const BY_SHORTCUT: ReadonlyMap<string, Command> = new Map(
  ALL_COMMANDS.flatMap(command => command.shortcuts.map(shortcut => [shortcut, command] as const)),
)

export const commandFor = (shortcut: string): Command | undefined => BY_SHORTCUT.get(shortcut)
