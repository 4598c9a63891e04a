'use client'

import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react'
import classes from './arrange-bar.module.css'
import { CommandButton } from './command-button'
import { COMMANDS } from './registry'

const BUTTONS = [
  [COMMANDS.alignLeft, IconLayoutAlignLeft],
  [COMMANDS.alignCentre, IconLayoutAlignCenter],
  [COMMANDS.alignRight, IconLayoutAlignRight],
  [COMMANDS.alignTop, IconLayoutAlignTop],
  [COMMANDS.alignMiddle, IconLayoutAlignMiddle],
  [COMMANDS.alignBottom, IconLayoutAlignBottom],
  [COMMANDS.distributeAcross, IconLayoutDistributeVertical],
  [COMMANDS.distributeDown, IconLayoutDistributeHorizontal],
] as const

/** Bringing the selected cards in line, a button each. */
export function ArrangeBar() {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Bring in line">
      {BUTTONS.map(([command, Icon]) => (
        <CommandButton key={command.id} command={command} className={classes.button}>
          <Icon size={17} stroke={1.6} aria-hidden />
        </CommandButton>
      ))}
    </div>
  )
}
