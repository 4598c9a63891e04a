import type { Node } from '@/compiler/language/kinds'
import { FieldGroup } from '../fields/field-group'
import { NumberField } from '../fields/number-field'
import { TextField } from '../fields/text-field'
import classes from './inspector.module.css'
import { setField, useNodeEdit } from './use-node-edit'

type Wordy = Exclude<Node, { kind: 'note' }>

interface CommonFieldsProps {
  node: Wordy
  /** The label and the placeholder of the words for the customer, which differ from kind to kind. */
  say?: string
  sayPlaceholder?: string
}

/** Words for the customer: what everybody sees first, so kinds place it where it reads best. */
export function SayField({ node, say = 'What the agent says', sayPlaceholder }: CommonFieldsProps) {
  const edit = useNodeEdit(node)
  return (
    <TextField
      long
      label={say}
      placeholder={sayPlaceholder ?? 'Words for the customer; {fact} stands for what is known'}
      value={node.say}
      onChange={value => edit('Change words', draft => setField(draft, 'say', value), 'say')}
    />
  )
}

const MINUTES = ['customer', 'agent', 'supervisor'] as const

/** What every node but a note may carry: a note for the agent, the reason, and what it costs. */
export function CommonFields({ node }: { node: Wordy }) {
  const edit = useNodeEdit(node)
  const setMinutes = (who: (typeof MINUTES)[number], value: number | undefined) =>
    edit(
      'Change minutes',
      draft => {
        const minutes = { ...draft.minutes }
        setField(minutes, who, value)
        setField(draft, 'minutes', Object.keys(minutes).length > 0 ? minutes : undefined)
      },
      `minutes.${who}`,
    )
  return (
    <>
      <TextField
        long
        label="Note for the agent"
        placeholder="Only agents see it"
        value={node.note}
        onChange={value => edit('Change note', draft => setField(draft, 'note', value), 'note')}
      />
      <TextField
        long
        label={
          <>
            Why <span className={classes.quiet}>(managers and auditors only)</span>
          </>
        }
        placeholder="The reason for this step"
        value={node.why}
        onChange={value => edit('Change reason', draft => setField(draft, 'why', value), 'why')}
      />
      <FieldGroup label="Takes, in minutes">
        <div className={classes.label}>
          <span>Takes, in minutes</span>
        </div>
        <div className={classes.minutes}>
          {MINUTES.map(who => (
            <NumberField
              key={who}
              aria-label={`Minutes of the ${who}`}
              description={who}
              min={0}
              placeholder="0"
              value={node.minutes?.[who]}
              onChange={value => setMinutes(who, value)}
            />
          ))}
        </div>
      </FieldGroup>
    </>
  )
}
