import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import { type Option, RESULTS } from '@/compiler/language/kinds/close'
import { useEditor } from '../../document/store'
import { FieldGroup } from '../fields/field-group'
import { TextField } from '../fields/text-field'
import { ActionSelect } from './action-select'
import { ArgumentFields } from './argument-fields'
import { SayField } from './common-fields'
import classes from './inspector.module.css'
import { ListTools, moved } from './list-tools'
import { setField, useNodeEdit } from './use-node-edit'

const RESULT_WORDS = { resolved: 'Resolved', declined: 'Declined' } as const

/** A close: how the case ends, the words, and what is offered instead. */
export function CloseFields({ node }: { node: NodeOf<'close'> }) {
  const readOnly = useEditor(state => state.readOnly)
  const edit = useNodeEdit(node)
  const options = node.options ?? []
  const set = (title: string, next: Option[], field?: string) =>
    edit(title, draft => setField(draft, 'options', next.length > 0 ? next : undefined), field)
  const change = (index: number, option: Option) =>
    set(
      'Change offer',
      options.map((each, i) => (i === index ? option : each)),
      `options.${index}`,
    )
  return (
    <>
      <div>
        <div className={classes.label}>
          <span>The case ends</span>
        </div>
        <SegmentedControl
          aria-label="The case ends"
          fullWidth
          readOnly={readOnly}
          data={RESULTS.map(value => ({ value, label: RESULT_WORDS[value] }))}
          value={node.result}
          onChange={value =>
            edit('Change result', draft => {
              draft.result = value as (typeof RESULTS)[number]
            })
          }
        />
      </div>
      <SayField node={node} />
      <FieldGroup label="Offered instead" className={classes.stack} style={{ gap: 6 }}>
        <div className={classes.label} style={{ margin: 0 }}>
          <span>Offered instead</span>
        </div>
        {options.length === 0 && (
          <div className={classes.quiet}>
            {node.result === 'declined'
              ? 'Nothing yet. Options are better than a flat no.'
              : 'Nothing: the customer has what they asked for.'}
          </div>
        )}
        {options.map((option, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: offers have no identity but their place
          <div key={index} className={classes.entry} style={{ gap: 6 }}>
            <OptionFields
              index={index}
              option={option}
              onChange={next => change(index, next)}
              tools={
                <ListTools
                  label={`offer ${index + 1}`}
                  ordered={options.length > 1}
                  onUp={index > 0 && (() => set('Reorder offers', moved(options, index, index - 1)))}
                  onDown={
                    index < options.length - 1 &&
                    (() => set('Reorder offers', moved(options, index, index + 1)))
                  }
                  onRemove={() =>
                    set(
                      'Remove offer',
                      options.filter((_, i) => i !== index),
                    )
                  }
                />
              }
            />
          </div>
        ))}
        {!readOnly && (
          <Group gap={4}>
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<IconPlus size={12} />}
              onClick={() => set('Offer an action', [...options, { action: '' }])}
            >
              An action
            </Button>
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<IconPlus size={12} />}
              onClick={() => set('Offer words', [...options, { say: '' }])}
            >
              Words
            </Button>
          </Group>
        )}
      </FieldGroup>
    </>
  )
}

interface OptionFieldsProps {
  index: number
  option: Option
  onChange: (option: Option) => void
  tools: ReactNode
}

function OptionFields({ index, option, onChange, tools }: OptionFieldsProps) {
  const words = 'say' in option
  return (
    <>
      <div className={classes.label} style={{ margin: 0 }}>
        <span>{words ? 'Words' : 'An action'}</span>
        {tools}
      </div>
      {words ? (
        <TextField
          long
          label={null}
          aria-label={`Offer ${index + 1}: words`}
          value={option.say}
          onChange={say => onChange({ say: say ?? '' })}
        />
      ) : (
        <>
          <ActionSelect
            quiet
            label={`Offer ${index + 1}: action`}
            value={option.action}
            onPick={action => onChange({ action })}
          />
          <ArgumentFields
            action={option.action}
            args={option.with}
            onChange={args =>
              onChange(args ? { action: option.action, with: args } : { action: option.action })
            }
          />
        </>
      )}
    </>
  )
}
