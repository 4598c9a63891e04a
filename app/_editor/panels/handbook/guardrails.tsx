import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { guardrailWords } from '@/compiler/words/guardrail-words'
import { newId } from '../../document/new-id'
import { useEditor, useEditorStore } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { GuardrailDetail } from './guardrail-detail'
import classes from './handbook.module.css'
import { SharedMark } from './shared/shared-mark'

interface GuardrailsProps {
  picked: string | null
  onPick: (id: string | null) => void
}

/** Rules that no chart may break, each as a sentence. */
export function Guardrails({ picked, onPick }: GuardrailsProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const rules = handbook.guardrails ?? []
  const open = rules.find(rule => rule.id === picked)
  const add = () => {
    const id = newId(
      'guardrail',
      rules.map(rule => rule.id),
    )
    store.getState().edit('Add guardrail', draft => {
      draft.handbook.guardrails = [
        ...(draft.handbook.guardrails ?? []),
        { id, when: {}, never: { result: 'declined', options: false } },
      ]
    })
    onPick(id)
  }
  return (
    <div className={classes.split} data-open={open !== undefined || undefined}>
      <div className={classes.main}>
        {rules.length === 0 && (
          <p className={classes.lead}>
            A guardrail is a rule that no chart may break, whoever draws it: “a safety issue is never
            declined”. It is checked for every case there can be.
          </p>
        )}
        <ul className={classes.rules} aria-label="Guardrails">
          {rules.map(rule => (
            <li key={rule.id}>
              <UnstyledButton
                className={classes.rule}
                aria-expanded={rule.id === open?.id}
                onClick={() => onPick(rule.id === open?.id ? null : rule.id)}
              >
                <span className={classes.strong}>
                  {rule.title || rule.id}
                  <SharedMark part="guardrails" id={rule.id} />
                </span>
                <span className={classes.id}>{guardrailWords(rule, handbook)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {!readOnly && (
          <Button variant="subtle" size="compact-sm" m={8} leftSection={<IconPlus size={14} />} onClick={add}>
            Add a guardrail
          </Button>
        )}
      </div>
      {open && (
        <aside className={classes.detail} aria-label={`Guardrail ${open.title || open.id}`}>
          <GuardrailDetail key={open.id} rule={open} onPick={onPick} />
        </aside>
      )}
    </div>
  )
}
