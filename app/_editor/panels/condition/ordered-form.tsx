import { ActionIcon, Button, Checkbox, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useReadOnly } from '../fields/use-read-only'
import { ValueInput } from '../fields/value-input'
import classes from './condition.module.css'
import { type ConditionForm, type FormItem, isEmpty } from './form'
import type { FormProps } from './form-props'
import { type Choice, choicesFor, startItem, withChoice } from './operators'

/** Numbers, dates, times and durations: an operator and its value, or several of them of which one has to hold. */
export function OrderedForm({ label, fact, form, autoFocus, onChange }: FormProps) {
  const readOnly = useReadOnly()
  const { type } = fact
  const items: (FormItem | null)[] = form.any || form.items.length === 0 ? [null] : form.items
  const setItem = (index: number, item: FormItem) => {
    if (!form.any) onChange({ ...form, items: form.items.map((each, i) => (i === index ? item : each)) })
  }
  const remove = (index: number) => {
    if (!form.any) onChange({ ...form, items: form.items.filter((_, i) => i !== index) })
  }
  const add = () => {
    if (!form.any) onChange({ ...form, items: [...form.items, startItem('is', type)] })
  }
  const choiceOf = (item: FormItem | null): Choice | null => {
    if (form.any) return 'any'
    return item ? (form.not ? 'not' : item.op) : null
  }
  const wide = type === 'days and time duration' || type === 'date and time'

  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
        <div key={index}>
          {index > 0 && <div className={classes.or}>{!form.any && form.not ? 'nor' : 'or'}</div>}
          <div className={classes.item} data-stacked={wide || item?.op === 'between' || undefined}>
            <Select
              aria-label={`${label}: how it compares`}
              data-autofocus={(autoFocus && index === 0) || undefined}
              className={classes.operator}
              data={choicesFor(type).filter(
                each => index === 0 || (each.value !== 'any' && each.value !== 'not'),
              )}
              value={choiceOf(item)}
              placeholder="pick one"
              allowDeselect={false}
              readOnly={readOnly}
              comboboxProps={{ width: 150, position: 'bottom-start' }}
              maxDropdownHeight={320}
              onChange={choice => onChange(withChoice(form, index, choice as Choice, type))}
            />
            {item && item.op !== 'between' && (
              <div className={classes.value}>
                <ValueInput
                  quiet
                  label={`${label}: value`}
                  type={type}
                  value={item.value}
                  onChange={value => setItem(index, { ...item, value })}
                />
              </div>
            )}
            {items.length > 1 && !readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.remove}
                aria-label={`${label}: remove this one`}
                onClick={() => remove(index)}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </div>
          {item?.op === 'between' && (
            <Ends label={label} type={type} item={item} onChange={next => setItem(index, next)} />
          )}
        </div>
      ))}
      <div className={classes.extras}>
        {!readOnly && !form.any && form.items.length > 0 && (
          <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={12} />} onClick={add}>
            or another
          </Button>
        )}
        <NobodyKnows label={label} fact={fact} form={form} onChange={onChange} />
      </div>
    </>
  )
}

function Ends({
  label,
  type,
  item,
  onChange,
}: {
  label: string
  type: FormProps['fact']['type']
  item: FormItem
  onChange: (item: FormItem) => void
}) {
  const readOnly = useReadOnly()
  const end = (which: 'low' | 'high') => {
    const field = which === 'low' ? 'value' : 'high'
    const open = which === 'low' ? 'lowOpen' : 'highOpen'
    return (
      <div className={classes.end}>
        <ValueInput
          quiet
          label={`${label}: ${which === 'low' ? 'lower' : 'upper'} end`}
          type={type}
          value={item[field]}
          onChange={value => onChange({ ...item, [field]: value })}
        />
        <Checkbox
          size="xs"
          label="included"
          aria-label={`${label}: ${which === 'low' ? 'lower' : 'upper'} end included`}
          checked={!item[open]}
          disabled={readOnly}
          onChange={event => onChange({ ...item, [open]: !event.currentTarget.checked })}
        />
      </div>
    )
  }
  const wide = type === 'days and time duration' || type === 'date and time'
  return (
    <>
      <div className={classes.ends} data-stacked={wide || undefined}>
        {end('low')}
        <span className={classes.to}>to</span>
        {end('high')}
      </div>
      {isEmpty(item) && (
        <div className={classes.problem} role="alert">
          Nothing lies between these two. The first end comes first.
        </div>
      )}
    </>
  )
}

/** Whether "asked, and nobody knows" passes too; offered where that can happen. */
export function NobodyKnows({ label, fact, form, onChange }: FormProps) {
  const readOnly = useReadOnly()
  const shown = form.any ? false : fact.mayBeUnknown || form.unknown !== form.not
  if (!shown || form.any) return null
  const toggle = (checked: boolean): ConditionForm => ({ ...form, unknown: checked })
  return (
    <Checkbox
      size="xs"
      label="or nobody knows"
      aria-label={`${label}: or nobody knows`}
      checked={form.unknown}
      disabled={readOnly}
      onChange={event => onChange(toggle(event.currentTarget.checked))}
    />
  )
}
