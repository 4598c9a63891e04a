import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Fact } from '@/compiler/language/fact'
import { ConditionField } from '../condition/condition-field'
import { FieldGroup } from '../fields/field-group'
import { NumberField } from '../fields/number-field'
import { ListTools } from '../inspector/list-tools'
import { setField } from '../inspector/use-node-edit'
import classes from './handbook.module.css'
import { useFactEdit } from './use-entry-edit'

/** How often some values occur, for estimates before there is traffic. */
export function FactShares({ id, fact, readOnly }: { id: string; fact: Fact; readOnly: boolean }) {
  const edit = useFactEdit(id)
  const shares = fact.shares ?? []
  const set = (next: NonNullable<Fact['shares']>, field?: string) =>
    edit('Change how often', draft => setField(draft, 'shares', next.length > 0 ? next : undefined), field)
  const change = (index: number, share: Partial<(typeof shares)[number]>) =>
    set(
      shares.map((each, i) => (i === index ? { ...each, ...share } : each)),
      `shares.${index}`,
    )
  const sum = shares.reduce((total, each) => total + each.share, 0)
  return (
    <FieldGroup label="How often" className={classes.stack}>
      <span className={classes.label}>How often, for estimates</span>
      {shares.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shares have no identity but their place
        <div key={index} className={classes.entry}>
          <ConditionField
            label={`Case ${index + 1}`}
            fact={fact}
            text={each.test}
            onChange={text => change(index, { test: text ?? '-' })}
            aside={
              <ListTools
                label={`case ${index + 1}`}
                onRemove={() => set(shares.filter((_, i) => i !== index))}
              />
            }
          />
          <NumberField
            label="In how many of 100 calls"
            min={0}
            max={100}
            value={Math.round(each.share * 1e6) / 1e4}
            onChange={percent => change(index, { share: Math.min(1, Math.max(0, (percent ?? 0) / 100)) })}
          />
        </div>
      ))}
      {sum > 1.000001 && <span className={classes.problem}>Together they are more than all calls.</span>}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={12} />}
          style={{ alignSelf: 'start' }}
          onClick={() => set([...shares, { test: fact.type === 'boolean' ? 'true' : '-', share: 0.5 }])}
        >
          Add a share
        </Button>
      )}
    </FieldGroup>
  )
}
