import type { NodeOf } from '@/compiler/language/kinds'
import { NumberField } from '../fields/number-field'
import { SayField } from './common-fields'
import classes from './inspector.module.css'
import { useNodeEdit } from './use-node-edit'
import { WaysOut } from './ways-out-field'
import { WhenEditor } from './when-editor'

/** A magic word: what sets it off, and which goes first where several do. */
export function TriggerFields({ node }: { node: NodeOf<'trigger'> }) {
  const edit = useNodeEdit(node)
  return (
    <>
      <div>
        <div className={classes.label}>
          <span>Goes off when</span>
        </div>
        <WhenEditor
          label="Goes off when"
          when={node.when}
          // What nobody may be asked cannot set it off, unless the customer brings it up or a machine knows it.
          only={fact => fact.volunteered === true || fact.source === 'record' || fact.source === 'clock'}
          volunteered
          onChange={when =>
            edit(
              'Change magic word',
              draft => {
                draft.when = when
              },
              'when',
            )
          }
        />
      </div>
      <NumberField
        label="Priority"
        description="Where two go off at once, the lower number wins."
        value={node.priority}
        onChange={value =>
          edit(
            'Change priority',
            draft => {
              if (value !== undefined) draft.priority = value
            },
            'priority',
          )
        }
      />
      <WaysOut node={node} />
      <SayField node={node} />
    </>
  )
}
