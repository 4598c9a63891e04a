import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconFilter, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { tierColours } from '@/app/_shell/palette'
import { useEditor } from '../../document/store'
import { NewAction } from '../inspector/new-action'
import { useHandbook } from '../use-handbook'
import { actionTitle, tierTitle } from '../words/titles'
import { ActionDetail } from './action-detail'
import { GrantCell } from './grant-cell'
import classes from './handbook.module.css'
import { SharedMark } from './shared/shared-mark'
import { useGridKeys } from './use-grid-keys'

interface ActionsProps {
  picked: string | null
  onPick: (id: string | null) => void
}

/** Fewer actions than these are found by looking. */
const MANY = 10

/** Who may do what: a row an action, a column a tier. */
export function Actions({ picked, onPick }: ActionsProps) {
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const [making, setMaking] = useState(false)
  const [search, setSearch] = useState('')
  const { tiers, actions } = handbook
  const all = Object.keys(actions)
  const terms = search.toLowerCase().split(/\s+/).filter(Boolean)
  const ids = all.filter(id => {
    const text = `${id} ${actionTitle(id, handbook)}`.toLowerCase()
    return terms.every(term => text.includes(term))
  })
  const open = picked !== null && picked in actions ? picked : null
  const { isStop, grid } = useGridKeys(ids.length, tiers.length + 1)
  return (
    <div className={classes.split} data-open={open !== null || undefined}>
      <div className={classes.main}>
        {all.length > MANY && (
          <TextInput
            size="xs"
            className={classes.search}
            aria-label="Find an action"
            placeholder={`Find among ${all.length} actions`}
            leftSection={<IconFilter size={14} />}
            value={search}
            onChange={event => setSearch(event.currentTarget.value)}
          />
        )}
        {all.length === 0 ? (
          <p className={classes.lead}>
            An action is something that a tier may be given the authority to do: waive shipping, credit an
            amount, extend the time for returns.
          </p>
        ) : (
          <table
            className={`${classes.table} ${classes.matrix}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys lead through its cells
            role="grid"
            aria-label="Who may do what"
            {...grid}
          >
            <thead>
              <tr>
                <th scope="col">Action</th>
                {tiers.map((tier, index) => (
                  <th key={tier.id} scope="col" style={{ color: tierColours(index).colour }}>
                    {tierTitle(tier.id, handbook)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ids.map((id, row) => (
                <tr key={id} data-picked={id === open || undefined}>
                  <th scope="row" data-cell={`${row} 0`}>
                    <UnstyledButton
                      className={classes.name}
                      tabIndex={isStop(row, 0) ? 0 : -1}
                      aria-expanded={id === open}
                      onClick={() => onPick(id === open ? null : id)}
                    >
                      {actionTitle(id, handbook)}
                    </UnstyledButton>
                    <SharedMark part="actions" id={id} />
                    <div className={classes.id}>
                      {id}
                      {actions[id]!.exception && ' · exception'}
                      {actions[id]!.requires?.length ? ' · with conditions' : ''}
                    </div>
                  </th>
                  {tiers.map((tier, index) => (
                    <td key={tier.id} data-cell={`${row} ${index + 1}`}>
                      <GrantCell action={id} tier={tier.id} index={index} stop={isStop(row, index + 1)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {all.length > 0 && ids.length === 0 && <p className={classes.lead}>No action has these words.</p>}
        {!readOnly && (
          <Button
            variant="subtle"
            size="compact-sm"
            m={8}
            leftSection={<IconPlus size={14} />}
            onClick={() => setMaking(true)}
          >
            Add an action
          </Button>
        )}
        <NewAction opened={making} onClose={() => setMaking(false)} onMade={onPick} />
      </div>
      {open !== null && (
        <aside className={classes.detail} aria-label={`Action ${actionTitle(open, handbook)}`}>
          <ActionDetail key={open} id={open} onPick={onPick} />
        </aside>
      )}
    </div>
  )
}
