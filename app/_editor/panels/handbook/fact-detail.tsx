import { Button, Select, Switch, TagsInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type Fact, SOURCES, type Source } from '@/compiler/language/fact'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'
import { useEditor, useEditorStore } from '../../document/store'
import { ConditionField } from '../condition/condition-field'
import { IdField } from '../fields/id-field'
import { NumberField } from '../fields/number-field'
import { TextField } from '../fields/text-field'
import { LockedFields } from '../fields/use-read-only'
import { FactSelect } from '../inspector/fact-select'
import { setField } from '../inspector/use-node-edit'
import { useHandbook } from '../use-handbook'
import { factTitle, SOURCE_WORDS } from '../words/titles'
import { TYPE_WORDS } from '../words/types'
import { askToRemove } from './ask-to-remove'
import { FactShares } from './fact-shares'
import classes from './handbook.module.css'
import { SharedLead } from './shared/shared-lead'
import { useFactEdit, useIsOwn } from './use-entry-edit'
import { usesOf } from './uses'

interface FactDetailProps {
  id: string
  onPick: (id: string | null) => void
}

/** Every field of a fact. */
export function FactDetail({ id, onPick }: FactDetailProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const own = useIsOwn('facts', id)
  const readOnly = useEditor(state => state.readOnly) || !own
  const edit = useFactEdit(id)
  const fact = handbook.facts[id]!
  const set = <K extends keyof Fact>(field: K, value: Fact[K] | undefined, title: string) =>
    edit(title, draft => setField(draft, field, value), field)
  const flag = (field: 'mayBeUnknown' | 'volunteered' | 'private', label: string, description: string) => (
    <Switch
      size="xs"
      label={label}
      description={description}
      checked={fact[field] === true}
      disabled={readOnly}
      onChange={event => {
        const checked = event.currentTarget.checked
        edit(label, draft => setField(draft, field, checked || undefined))
      }}
    />
  )

  /** Another type has other values: what was said about the old ones goes. */
  const setType = (type: FactType) =>
    edit('Change type', draft => {
      if (draft.type === type) return
      draft.type = type
      delete draft.allowedValues
      delete draft.shares
      if (type !== 'number') delete draft.step
      if (type !== 'boolean') delete draft.volunteered
    })
  const setSource = (source: Source) =>
    edit('Change source', draft => {
      draft.source = source
      if (source !== 'team') delete draft.team
      if (source !== 'agent') delete draft.about
    })

  return (
    <LockedFields value={!own}>
      {!own && <SharedLead />}
      <TextField
        label="Title"
        placeholder={id}
        value={fact.title}
        onChange={title => set('title', title, 'Rename fact')}
      />
      {own && <IdField name={{ kind: 'fact', id }} onRenamed={onPick} />}
      <Select
        label="Kind of value"
        data={FACT_TYPES.map(value => ({ value, label: TYPE_WORDS[value] }))}
        value={fact.type}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={type => setType(type as FactType)}
      />
      {fact.type !== 'boolean' && (
        <ConditionField
          label="Allowed values"
          fact={{ type: fact.type }}
          text={fact.allowedValues}
          onChange={text => set('allowedValues', text, 'Change allowed values')}
        />
      )}
      {fact.type === 'number' && (
        <NumberField
          label="Step"
          description="0.01 for money, 1 for things that are counted. Empty: any number."
          min={0}
          value={fact.step}
          onChange={step => set('step', step === 0 ? undefined : step, 'Change step')}
        />
      )}
      <Select
        label="Comes"
        data={SOURCES.map(value => ({ value, label: SOURCE_WORDS[value] }))}
        value={fact.source}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={source => setSource(source as Source)}
      />
      {fact.source === 'team' && (
        <TextField
          label="Which team"
          placeholder="Warehouse"
          value={fact.team}
          onChange={team => set('team', team, 'Change team')}
        />
      )}
      <TextField
        long
        label="How one asks for it"
        placeholder="Words for the customer, or for the other team"
        value={fact.ask}
        onChange={ask => set('ask', ask, 'Change how one asks')}
      />
      <TextField
        long
        label="Guidance for the agent"
        placeholder="How to recognise it, or to judge it"
        value={fact.guidance}
        onChange={guidance => set('guidance', guidance, 'Change guidance')}
      />
      {fact.source === 'agent' && (
        <FactSelect
          label="Second-guesses"
          placeholder="No claim of the customer’s"
          value={fact.about ?? null}
          without={[id]}
          only={each => each.source === 'customer'}
          onPick={about => set('about', about, 'Change what it second-guesses')}
        />
      )}
      {fact.about !== undefined && !readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => set('about', undefined, 'Second-guess nothing')}
        >
          Second-guesses nothing
        </Button>
      )}
      {flag(
        'mayBeUnknown',
        'Nobody may know',
        'Asked, and nobody knows: charts have an answer for that too.',
      )}
      {fact.type === 'boolean' &&
        flag('volunteered', 'Only if the customer brings it up', 'Nobody may ask for it, nor hint at it.')}
      {flag('private', 'Private', 'Masked before a decision is written to the log.')}
      <TagsInput
        label="Never said to a customer"
        description="Words that would give the rule away."
        placeholder={fact.neverSay?.length ? undefined : 'A word or a phrase, then Enter'}
        splitChars={[]}
        acceptValueOnBlur
        readOnly={readOnly}
        value={fact.neverSay ?? []}
        onChange={phrases =>
          set('neverSay', phrases.length > 0 ? phrases : undefined, 'Change what is never said')
        }
      />
      <FactShares id={id} fact={fact} readOnly={readOnly} />
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
              what: `the fact “${factTitle(id, handbook)}”`,
              uses: usesOf(store.getState().document, handbook, { kind: 'fact', id }),
              title: 'Remove fact',
              recipe: draft => {
                delete draft.handbook.facts?.[id]
              },
              done: () => onPick(null),
            })
          }
        >
          Remove this fact
        </Button>
      )}
    </LockedFields>
  )
}
