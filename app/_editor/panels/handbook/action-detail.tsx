import { Button, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEditor, useEditorStore } from '../../document/store'
import { IdField } from '../fields/id-field'
import { TextField } from '../fields/text-field'
import { LockedFields } from '../fields/use-read-only'
import { RequiresEditor } from '../inspector/requires-editor'
import { setField } from '../inspector/use-node-edit'
import { useHandbook } from '../use-handbook'
import { actionTitle } from '../words/titles'
import { askToRemove } from './ask-to-remove'
import classes from './handbook.module.css'
import { ParamsEditor } from './params-editor'
import { SharedLead } from './shared/shared-lead'
import { useActionEdit, useIsOwn } from './use-entry-edit'
import { usesOf } from './uses'

interface ActionDetailProps {
  id: string
  onPick: (id: string | null) => void
}

/** Every field of an action but its grants, which are the matrix. */
export function ActionDetail({ id, onPick }: ActionDetailProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const own = useIsOwn('actions', id)
  const readOnly = useEditor(state => state.readOnly) || !own
  const edit = useActionEdit(id)
  const action = handbook.actions[id]!
  return (
    <LockedFields value={!own}>
      {!own && <SharedLead />}
      <TextField
        label="Title"
        placeholder={id}
        value={action.title}
        onChange={title => edit('Rename action', draft => setField(draft, 'title', title), 'title')}
      />
      {own && <IdField name={{ kind: 'action', id }} onRenamed={onPick} />}
      <Switch
        size="xs"
        label="An exception"
        description="It goes beyond standard policy, and shows as that wherever it is used."
        checked={action.exception === true}
        disabled={readOnly}
        onChange={event => {
          const exception = event.currentTarget.checked
          edit('Change exception', draft => setField(draft, 'exception', exception || undefined))
        }}
      />
      <ParamsEditor id={id} action={action} readOnly={readOnly} />
      <RequiresEditor
        label="May be promised only when"
        hint="It can be promised at any time."
        requires={action.requires}
        onChange={requires =>
          edit('Change what it requires', draft => setField(draft, 'requires', requires), 'requires')
        }
      />
      {own && !readOnly && (
        <Button
          variant="subtle"
          color="err"
          size="compact-sm"
          leftSection={<IconTrash size={14} />}
          className={classes.remove}
          onClick={() =>
            askToRemove({
              store,
              what: `the action “${actionTitle(id, handbook)}”`,
              uses: usesOf(store.getState().document, handbook, { kind: 'action', id }),
              title: 'Remove action',
              recipe: draft => {
                delete draft.handbook.actions?.[id]
              },
              done: () => onPick(null),
            })
          }
        >
          Remove this action
        </Button>
      )}
    </LockedFields>
  )
}
