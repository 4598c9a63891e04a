import { Button } from '@mantine/core'
import type { NodeOf } from '@/compiler/language/kinds'
import { useEditorStore } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { tierTitle } from '../words/titles'
import { ActionSelect } from './action-select'
import { ArgumentFields } from './argument-fields'
import { SayField } from './common-fields'
import classes from './inspector.module.css'
import { setField, useNodeEdit } from './use-node-edit'
import { WaysOut } from './ways-out-field'

/** An action: which one, with what, and the words that go with it. */
export function ActionFields({ node }: { node: NodeOf<'action'> }) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const edit = useNodeEdit(node)
  const action = handbook.actions[node.action]
  const granted = handbook.tiers.find(tier => action?.grants && tier.id in action.grants)
  return (
    <>
      <div>
        <ActionSelect
          label="What is done"
          value={node.action}
          onPick={id =>
            edit('Pick action', draft => {
              draft.action = id
              // Parameters that the other action knows too stay; the rest would be errors.
              const known = Object.keys(handbook.actions[id]?.params ?? {})
              const kept = Object.entries(draft.with ?? {}).filter(([name]) => known.includes(name))
              setField(draft, 'with', kept.length > 0 ? Object.fromEntries(kept) : undefined)
            })
          }
        />
        {action && (
          <div className={classes.foot} style={{ marginTop: 4 }}>
            <span className={classes.quiet}>
              {granted
                ? `${tierTitle(granted.id, handbook)} and above may do it${action.exception ? '; an exception' : ''}`
                : 'Nobody may do it yet'}
            </span>
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => store.getState().reveal({ path: ['handbook', 'actions', node.action] })}
            >
              Handbook
            </Button>
          </div>
        )}
      </div>
      <ArgumentFields
        action={node.action}
        args={node.with}
        onChange={args => edit('Change parameters', draft => setField(draft, 'with', args), 'with')}
      />
      <SayField node={node} />
      <WaysOut node={node} />
    </>
  )
}
