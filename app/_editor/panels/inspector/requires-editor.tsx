import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { When } from '@/compiler/language/handbook'
import { FieldGroup } from '../fields/field-group'
import { useReadOnly } from '../fields/use-read-only'
import classes from './inspector.module.css'
import { ListTools } from './list-tools'
import { WhenEditor } from './when-editor'

interface RequiresEditorProps {
  label: string
  hint: string
  requires: When[] | undefined
  /** Undefined where nothing is required. */
  onChange: (requires: When[] | undefined) => void
}

/** When a promise may be made: one entry or another has to hold; within an entry, every condition. */
export function RequiresEditor({ label, hint, requires = [], onChange }: RequiresEditorProps) {
  const readOnly = useReadOnly()
  const set = (next: When[]) => onChange(next.length > 0 ? next : undefined)
  return (
    <FieldGroup label={label}>
      <div className={classes.label}>
        <span>{label}</span>
      </div>
      {requires.length === 0 && <div className={classes.quiet}>{hint}</div>}
      {requires.map((when, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
        <Fragment key={index}>
          {index > 0 && <div className={classes.or}>or</div>}
          <div className={classes.entry}>
            <WhenEditor
              label={`${label}, entry ${index + 1}`}
              when={when}
              onChange={next => set(requires.map((each, i) => (i === index ? next : each)))}
            />
            {!readOnly && (
              <div className={classes.foot}>
                <span className={classes.quiet}>
                  {Object.keys(when).length > 1 ? 'All of these together' : ''}
                </span>
                <ListTools
                  label={`entry ${index + 1}`}
                  onRemove={() => set(requires.filter((_, i) => i !== index))}
                />
              </div>
            )}
          </div>
        </Fragment>
      ))}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          mt={6}
          leftSection={<IconPlus size={12} />}
          onClick={() => onChange([...requires, {}])}
        >
          {requires.length === 0 ? 'Add a condition' : 'Or, another way'}
        </Button>
      )}
    </FieldGroup>
  )
}
