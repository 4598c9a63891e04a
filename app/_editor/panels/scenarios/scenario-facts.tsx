import { Checkbox } from '@mantine/core'
import type { Scenario } from '@/compiler/language/policy'
import { toJson, toPoint } from '@/compiler/runtime/values'
import { useEditor } from '../../document/store'
import { literals } from '../condition/form'
import { FieldGroup } from '../fields/field-group'
import { firstValue } from '../fields/first-value'
import { ValueInput } from '../fields/value-input'
import { FactSelect } from '../inspector/fact-select'
import { ListTools } from '../inspector/list-tools'
import { useHandbook } from '../use-handbook'
import { factTitle } from '../words/titles'
import classes from './scenarios.module.css'

interface ScenarioFactsProps {
  facts: Scenario['facts']
  onChange: (facts: Scenario['facts'], field: string) => void
}

/** What is so in this case: a typed input for each fact. A fact left out is not known, and is asked for. */
export function ScenarioFacts({ facts, onChange }: ScenarioFactsProps) {
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const without = (id: string) => Object.fromEntries(Object.entries(facts).filter(([key]) => key !== id))
  return (
    <FieldGroup className={classes.facts} label="Facts of the case">
      {Object.entries(facts).map(([id, value]) => {
        const fact = handbook.facts[id]
        const title = factTitle(id, handbook)
        return (
          <div key={id} className={classes.fact}>
            <span className={classes.factName}>{title}</span>
            <div className={classes.factValue}>
              {!fact && <span className={classes.bad}>not in the handbook</span>}
              {fact && value !== null && (
                <ValueInput
                  quiet
                  label={title}
                  type={fact.type}
                  choices={literals(fact.allowedValues, fact.type)}
                  value={toPoint(fact.type, value)}
                  onChange={point => {
                    if (point !== undefined) onChange({ ...facts, [id]: toJson(fact.type, point) }, id)
                  }}
                />
              )}
              {fact && (fact.mayBeUnknown || value === null) && (
                <Checkbox
                  size="xs"
                  mt={value === null ? 8 : 4}
                  label="nobody knows"
                  aria-label={`${title}: nobody knows`}
                  checked={value === null}
                  disabled={readOnly}
                  onChange={event => {
                    if (event.currentTarget.checked) onChange({ ...facts, [id]: null }, id)
                    else onChange({ ...facts, [id]: firstValue(fact.type, fact.allowedValues) }, id)
                  }}
                />
              )}
            </div>
            <ListTools label={title} onRemove={() => onChange(without(id), id)} />
          </div>
        )
      })}
      {!readOnly && (
        <FactSelect
          quiet
          label="Add a fact to the case"
          placeholder="Add a fact…"
          value={null}
          without={Object.keys(facts)}
          onPick={id => {
            const fact = handbook.facts[id]
            onChange({ ...facts, [id]: fact ? firstValue(fact.type, fact.allowedValues) : true }, id)
          }}
        />
      )}
    </FieldGroup>
  )
}
