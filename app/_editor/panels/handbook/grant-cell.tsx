import { Popover, Switch, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useEditor } from '../../document/store'
import { ConditionField } from '../condition/condition-field'
import { useHandbook } from '../use-handbook'
import { actionTitle, tierTitle } from '../words/titles'
import { grantOf, grantWords } from './grants'
import classes from './handbook.module.css'
import { useActionEdit, useIsOwn } from './use-entry-edit'

/** One tier's authority for one action: what it says, and pressed, a small form. */
export function GrantCell({ action: id, tier, index }: { action: string; tier: string; index: number }) {
  const handbook = useHandbook()
  const own = useIsOwn('actions', id)
  const readOnly = useEditor(state => state.readOnly) || !own
  const [opened, setOpened] = useState(false)
  const edit = useActionEdit(id)
  const action = handbook.actions[id]!
  const held = grantOf(action, handbook.tiers, tier)
  const mine = held?.from === tier
  const words = held ? grantWords(action, held.limits) : 'may not'
  const below = index > 0 ? grantOf(action, handbook.tiers, handbook.tiers[index - 1]!.id) : null
  const label = `${tierTitle(tier, handbook)}: ${actionTitle(id, handbook)}`

  const setOwn = (granted: boolean) =>
    edit(granted ? 'Grant authority' : 'Take authority back', draft => {
      const grants = { ...draft.grants }
      // Authority only grows: a grant of its own begins with what the tier below has.
      if (granted) grants[tier] = { ...below?.limits }
      else delete grants[tier]
      if (Object.keys(grants).length > 0) draft.grants = grants
      else delete draft.grants
    })
  const setLimit = (param: string, test: string | undefined) =>
    edit(
      'Change limit',
      draft => {
        const limits = draft.grants?.[tier]
        if (!limits) return
        if (test === undefined) delete limits[param]
        else limits[param] = test
      },
      `grants.${tier}.${param}`,
    )

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={296}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.grant}
          data-held={mine ? 'own' : held ? 'inherited' : 'none'}
          aria-label={`${label}: ${words}${held && !mine ? `, as ${tierTitle(held.from, handbook)}` : ''}`}
          onClick={() => setOpened(!opened)}
        >
          {held ? words === 'may' ? <IconCheck size={15} stroke={2} /> : words : '–'}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.stack}>
          <div>
            <div className={classes.strong}>{actionTitle(id, handbook)}</div>
            <div className={classes.id}>{tierTitle(tier, handbook)}</div>
          </div>
          <Switch
            size="xs"
            label={below ? 'A limit of its own' : 'May do it'}
            description={
              mine
                ? undefined
                : below
                  ? `As ${tierTitle(below.from, handbook)}: ${grantWords(action, below.limits)}`
                  : 'It may not do it.'
            }
            checked={mine}
            disabled={readOnly}
            onChange={event => setOwn(event.currentTarget.checked)}
          />
          {mine &&
            Object.entries(action.params ?? {}).map(([name, param]) => (
              <ConditionField
                key={name}
                label={param.title || name}
                fact={param}
                text={held.limits[name]}
                onChange={test => setLimit(name, test)}
              />
            ))}
          {mine && Object.keys(action.params ?? {}).length === 0 && (
            <div className={classes.id}>The action has no parameters to limit.</div>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
