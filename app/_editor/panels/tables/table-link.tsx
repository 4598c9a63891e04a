import { UnstyledButton } from '@mantine/core'
import classes from './decision-table.module.css'

/** Leads to another table of the same tier, which stands below. */
export function TableLink({ table, goTo }: { table: string; goTo: (table: string) => void }) {
  return (
    <UnstyledButton
      className={classes.link}
      onClick={event => {
        event.stopPropagation()
        goTo(table)
      }}
    >
      Go on in table {table}
    </UnstyledButton>
  )
}
