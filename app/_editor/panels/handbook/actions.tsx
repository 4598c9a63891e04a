import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { tierColours } from '@/app/_shell/palette'
import { useEditor } from '../../document/store'
import { NewAction } from '../inspector/new-action'
import { useHandbook } from '../use-handbook'
import { actionTitle, tierTitle } from '../words/titles'
import { ActionDetail } from './action-detail'
import { GrantCell } from './grant-cell'
import classes from './handbook.module.css'

interface ActionsProps {
  picked: string | null
  onPick: (id: string | null) => void
}

/** Who may do what: a row an action, a column a tier. */
export function Actions({ picked, onPick }: ActionsProps) {
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const [making, setMaking] = useState(false)
  const { tiers, actions } = handbook
  const ids = Object.keys(actions)
  const open = picked !== null && picked in actions ? picked : null
  return (
    <div className={classes.split} data-open={open !== null || undefined}>
      <div className={classes.main}>
        {ids.length === 0 ? (
          <p className={classes.lead}>
            An action is something that a tier may be given the authority to do: waive shipping, credit an
            amount, extend the time for returns.
          </p>
        ) : (
          <table className={`${classes.table} ${classes.matrix}`}>
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
              {ids.map(id => (
                <tr key={id} data-picked={id === open || undefined}>
                  <th scope="row">
                    <UnstyledButton
                      className={classes.name}
                      aria-expanded={id === open}
                      onClick={() => onPick(id === open ? null : id)}
                    >
                      {actionTitle(id, handbook)}
                    </UnstyledButton>
                    <div className={classes.id}>
                      {id}
                      {actions[id]!.exception && ' · exception'}
                      {actions[id]!.requires?.length ? ' · with conditions' : ''}
                    </div>
                  </th>
                  {tiers.map((tier, index) => (
                    <td key={tier.id}>
                      <GrantCell action={id} tier={tier.id} index={index} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
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
