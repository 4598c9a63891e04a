'use client'

import { Button, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCommand,
  IconGitCompare,
  IconTable,
} from '@tabler/icons-react'
import { CommandButton } from '../commands/command-button'
import { useCommands } from '../commands/commands-provider'
import { COMMANDS } from '../commands/registry'
import { useEditor, useEditorStore } from '../document/store'
import classes from './editor.module.css'
import { OpenProposal } from './open-proposal'
import { Others } from './others'

/** What can be done with the draft as a whole. */
export function HeaderActions() {
  const readOnly = useEditor(state => state.readOnly)
  // A handbook that policies share has neither a chart nor tables.
  const chart = useEditor(state => state.kind === 'policy')
  return (
    <>
      <Others />
      {!readOnly && (
        <span style={{ display: 'flex' }}>
          <CommandButton command={COMMANDS.undo} className={classes.icon}>
            <IconArrowBackUp size={18} stroke={1.6} />
          </CommandButton>
          <CommandButton command={COMMANDS.redo} className={classes.icon}>
            <IconArrowForwardUp size={18} stroke={1.6} />
          </CommandButton>
        </span>
      )}
      {chart && (
        <>
          <CommandButton command={COMMANDS.openCommands} className={classes.icon}>
            <IconCommand size={18} stroke={1.6} />
          </CommandButton>
          <CommandButton command={COMMANDS.compare} className={classes.icon}>
            <IconGitCompare size={18} stroke={1.6} />
          </CommandButton>
          <TablesButton />
        </>
      )}
      <OpenProposal />
      {!readOnly && <ProposeButton />}
    </>
  )
}

/** Opens the tables below the chart, and closes them again. */
function TablesButton() {
  const store = useEditorStore()
  const shown = useEditor(state => state.bottomOpen && state.bottom === 'tables')
  return (
    <Tooltip label={shown ? 'Hide the tables' : 'Show the tables that the chart becomes'}>
      <UnstyledButton
        className={classes.icon}
        aria-label="Tables"
        aria-pressed={shown}
        onClick={() => store.getState().showBottom(shown ? 'findings' : 'tables')}
      >
        <IconTable size={18} stroke={1.6} />
      </UnstyledButton>
    </Tooltip>
  )
}

/** Asks others to agree to the draft. */
function ProposeButton() {
  const { run } = useCommands()
  const refusal = useEditor(COMMANDS.propose.refuses)
  return (
    <Tooltip label={refusal ?? 'Ask somebody else to approve this draft'}>
      <Button
        aria-disabled={refusal !== null || undefined}
        className={classes.propose}
        onClick={() => run(COMMANDS.propose)}
      >
        Propose…
      </Button>
    </Tooltip>
  )
}
