import { Tooltip, UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import { keysOf } from '../../commands/keys'
import classes from './answer-table.module.css'
import { TABLE_COMMANDS, type TableCommand } from './table-commands'

/** What can be done with the answers, a button each. */
export const TableTools = memo(function TableTools({ run }: { run: (command: TableCommand) => void }) {
  return (
    <span className={classes.tools} role="toolbar" aria-label="Answers">
      {TABLE_COMMANDS.map(command => (
        <Tooltip key={command.id} label={`${command.title} (${keysOf(command.shortcuts[0]!).join(' ')})`}>
          <UnstyledButton
            className={classes.tool}
            aria-label={command.title}
            // The keyboard stays in the table: what is done there goes on there.
            onMouseDown={event => event.preventDefault()}
            onClick={() => run(command)}
          >
            <command.icon size={17} stroke={1.6} />
          </UnstyledButton>
        </Tooltip>
      ))}
    </span>
  )
})
