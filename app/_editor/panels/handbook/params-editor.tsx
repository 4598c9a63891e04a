import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Action, Param } from '@/compiler/language/handbook'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'
import { newId } from '../../document/new-id'
import { useEditorStore } from '../../document/store'
import { ConditionField } from '../condition/condition-field'
import { FieldGroup } from '../fields/field-group'
import { IdField } from '../fields/id-field'
import { NumberField } from '../fields/number-field'
import { TextField } from '../fields/text-field'
import { ListTools } from '../inspector/list-tools'
import { setField } from '../inspector/use-node-edit'
import { useHandbook } from '../use-handbook'
import { TYPE_WORDS } from '../words/types'
import { askToRemove } from './ask-to-remove'
import classes from './handbook.module.css'
import { useActionEdit } from './use-entry-edit'
import { usesOf } from './uses'

/** What an action needs to be told: how much, how long, which one. */
export function ParamsEditor({ id, action, readOnly }: { id: string; action: Action; readOnly: boolean }) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const edit = useActionEdit(id)
  const params = action.params ?? {}
  const change = (name: string, title: string, recipe: (param: Param) => void, field?: string) =>
    edit(
      title,
      draft => {
        const param = draft.params?.[name]
        if (param) recipe(param)
      },
      field && `params.${name}.${field}`,
    )
  const remove = (name: string) =>
    askToRemove({
      store,
      what: `the parameter “${params[name]?.title || name}”`,
      uses: usesOf(store.getState().document, handbook, { kind: 'param', id: name, of: id }),
      title: 'Remove parameter',
      recipe: document => {
        const draft = document.handbook.actions?.[id]
        if (!draft) return
        delete draft.params?.[name]
        for (const limits of Object.values(draft.grants ?? {})) delete limits[name]
        if (Object.keys(draft.params ?? {}).length === 0) delete draft.params
      },
    })
  return (
    <FieldGroup label="Parameters" className={classes.stack}>
      <span className={classes.label}>Parameters</span>
      {Object.entries(params).map(([name, param]) => (
        <div key={name} className={classes.entry}>
          <div className={classes.pair}>
            <IdField label="Id" name={{ kind: 'param', id: name, of: id }} />
            <TextField
              label="Title"
              placeholder={name}
              value={param.title}
              onChange={title =>
                change(name, 'Rename parameter', draft => setField(draft, 'title', title), 'title')
              }
            />
          </div>
          <Select
            label="Kind of value"
            data={FACT_TYPES.map(value => ({ value, label: TYPE_WORDS[value] }))}
            value={param.type}
            allowDeselect={false}
            readOnly={readOnly}
            onChange={type =>
              change(name, 'Change type', draft => {
                draft.type = type as FactType
                delete draft.allowedValues
                delete draft.step
              })
            }
          />
          {param.type !== 'boolean' && (
            <ConditionField
              label="Allowed values"
              fact={{ type: param.type }}
              text={param.allowedValues}
              onChange={text =>
                change(
                  name,
                  'Change allowed values',
                  draft => setField(draft, 'allowedValues', text),
                  'allowedValues',
                )
              }
            />
          )}
          {param.type === 'number' && (
            <NumberField
              label="Step"
              min={0}
              value={param.step}
              onChange={step =>
                change(name, 'Change step', draft => setField(draft, 'step', step || undefined), 'step')
              }
            />
          )}
          {!readOnly && (
            <div className={classes.end}>
              <ListTools label={`the parameter ${param.title || name}`} onRemove={() => remove(name)} />
            </div>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={12} />}
          style={{ alignSelf: 'start' }}
          onClick={() =>
            edit('Add parameter', draft => {
              const name = newId('amount', Object.keys(draft.params ?? {}))
              draft.params = { ...draft.params, [name]: { type: 'number' } }
            })
          }
        >
          Add a parameter
        </Button>
      )}
    </FieldGroup>
  )
}
