'use client'

import { Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useStore } from '@xyflow/react'
import { memo } from 'react'
import { CommandButton } from '../commands/command-button'
import { useCommands } from '../commands/commands-provider'
import { COMMANDS } from '../commands/registry'
import { useEditor } from '../document/store'
import classes from './canvas.module.css'

/** How large the chart is shown; and the button that puts it in order. */
export const ZoomBar = memo(function ZoomBar() {
  const zoom = useStore(state => Math.round(state.transform[2] * 100))
  const readOnly = useEditor(state => state.readOnly)
  const { run } = useCommands()
  return (
    <div className={classes.zoom} role="toolbar" aria-label="View of the chart">
      <CommandButton command={COMMANDS.zoomOut} className={classes.tool}>
        <IconMinus size={14} stroke={1.8} />
      </CommandButton>
      <Tooltip label="Zoom to real size (0)">
        <UnstyledButton
          className={classes.tool}
          data-number
          aria-label={`Zoom ${zoom} %: show at real size`}
          onClick={() => run(COMMANDS.zoomReset)}
        >
          {zoom} %
        </UnstyledButton>
      </Tooltip>
      <CommandButton command={COMMANDS.zoomIn} className={classes.tool}>
        <IconPlus size={14} stroke={1.8} />
      </CommandButton>
      <CommandButton command={COMMANDS.zoomFit} className={classes.tool}>
        <IconMaximize size={14} stroke={1.8} />
      </CommandButton>
      {!readOnly && (
        <CommandButton command={COMMANDS.tidy} className={classes.tool}>
          <span>Tidy</span>
          <Kbd size="xs" aria-hidden>
            L
          </Kbd>
        </CommandButton>
      )}
    </div>
  )
})
