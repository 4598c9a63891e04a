import { SegmentedControl } from '@mantine/core'
import type { Param } from '@/compiler/language/handbook'
import type { Argument, With } from '@/compiler/language/kinds/common'
import { toJson, toPoint } from '@/compiler/runtime/values'
import { useEditor } from '../../document/store'
import { literals } from '../condition/form'
import { FieldGroup } from '../fields/field-group'
import { ValueInput } from '../fields/value-input'
import { useHandbook } from '../use-handbook'
import { FactSelect } from './fact-select'
import classes from './inspector.module.css'
import { ListTools } from './list-tools'

interface ArgumentFieldsProps {
  action: string
  args: With | undefined
  onChange: (args: With | undefined) => void
}

const byFact = (argument: Argument | undefined) => typeof argument === 'object' && argument !== null

/** The parameters of an action: each a value of its type, or taken from a fact. */
export function ArgumentFields({ action, args = {}, onChange }: ArgumentFieldsProps) {
  const { actions } = useHandbook()
  const params = actions[action]?.params ?? {}
  const strangers = Object.keys(args).filter(name => !(name in params))
  const set = (name: string, argument: Argument | undefined) => {
    const { [name]: _, ...rest } = args
    const next = argument === undefined ? rest : { ...args, [name]: argument }
    onChange(Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <>
      {Object.entries(params).map(([name, param]) => (
        <ArgumentField
          key={`${action}.${name}`}
          label={param.title || name}
          param={param}
          argument={args[name]}
          onChange={argument => set(name, argument)}
        />
      ))}
      {strangers.map(name => (
        <div key={name} className={classes.foot}>
          <span className={classes.problem}>The action has no parameter “{name}”.</span>
          <ListTools label={`the parameter ${name}`} onRemove={() => set(name, undefined)} />
        </div>
      ))}
    </>
  )
}

interface ArgumentFieldProps {
  label: string
  param: Param
  argument: Argument | undefined
  onChange: (argument: Argument | undefined) => void
}

function ArgumentField({ label, param, argument, onChange }: ArgumentFieldProps) {
  const readOnly = useEditor(state => state.readOnly)
  const fact = byFact(argument) ? (argument as { fact: string }).fact : null
  const point = fact === null && argument !== undefined ? toPoint(param.type, argument) : undefined
  return (
    <FieldGroup label={label}>
      <div className={classes.label}>
        <span>{label}</span>
        <SegmentedControl
          size="xs"
          aria-label={`${label}: where it comes from`}
          readOnly={readOnly}
          data={[
            { value: 'value', label: 'Value' },
            { value: 'fact', label: 'Fact' },
          ]}
          value={fact === null ? 'value' : 'fact'}
          onChange={next => onChange(next === 'fact' ? { fact: '' } : undefined)}
        />
      </div>
      {fact === null ? (
        <ValueInput
          quiet
          label={label}
          type={param.type}
          choices={literals(param.allowedValues, param.type)}
          value={point}
          onChange={value =>
            onChange(value === undefined ? undefined : (toJson(param.type, value) as Argument))
          }
        />
      ) : (
        <FactSelect
          quiet
          label={`${label}: fact`}
          placeholder="Pick the fact that supplies it"
          value={fact}
          type={param.type}
          only={each => each.type === param.type}
          onPick={id => onChange({ fact: id })}
        />
      )}
      {argument === undefined && <div className={classes.problem}>It has to have a value.</div>}
    </FieldGroup>
  )
}
