'use client'

import { Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import { useCommands } from '../commands/commands-provider'
import { ALL_COMMANDS } from '../commands/registry'
import { PALETTE, VIEWS } from '../kinds'
import classes from './canvas.module.css'

/** What is being dragged: the type of the data, and the kind in it. */
export const DRAGGED_KIND = 'application/x-remit-kind'

export const isKind = (text: string): text is NodeKind => text in KINDS

/** The steps that can be put on the canvas: dragged there, or added behind what is selected by a click or a letter. */
export const Palette = memo(function Palette() {
  const { run } = useCommands()
  return (
    <div className={classes.palette} role="toolbar" aria-label="Add to the chart" data-tour-part="palette">
      {PALETTE.map(kind => {
        const { icon: Icon, letter } = VIEWS[kind]
        const command = ALL_COMMANDS.find(({ id }) => id === `add-${kind}`)
        return (
          <Tooltip key={kind} label={`${KINDS[kind].about} Drag it onto the canvas, or press ${letter}.`}>
            <UnstyledButton
              draggable
              data-kind={kind}
              aria-label={KINDS[kind].title}
              aria-keyshortcuts={letter}
              className={classes.tool}
              onDragStart={event => {
                event.dataTransfer.setData(DRAGGED_KIND, kind)
                // While it is dragged, only the types can be read.
                event.dataTransfer.setData(`${DRAGGED_KIND}-${kind}`, '')
                event.dataTransfer.effectAllowed = 'copy'
              }}
              onClick={() => command && run(command)}
            >
              <Icon size={15} stroke={1.6} aria-hidden />
              <span className={classes.toolName}>{KINDS[kind].title}</span>
              <Kbd size="xs" aria-hidden>
                {letter}
              </Kbd>
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </div>
  )
})
