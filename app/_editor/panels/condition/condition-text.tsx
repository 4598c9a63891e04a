import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { parseTest } from '@/compiler/language/tests/parse'
import type { TestProblem } from '@/compiler/language/tests/test'
import { parsedTestWords } from '@/compiler/language/tests/words'
import type { FactType } from '@/compiler/runtime/values'
import { useEditor } from '../../document/store'
import { useDraft } from '../fields/use-draft'
import { useReadOnly } from '../fields/use-read-only'
import classes from './condition.module.css'

interface ConditionTextProps {
  label: string
  type: FactType
  text: string
  /** Text with a mistake is kept too: a draft may hold errors, and its finding leads back here. */
  onChange: (text: string) => void
  autoFocus?: boolean
}

/** The S-FEEL of a condition. It is taken on leaving the field or with Enter; Escape brings back what was there. */
export function ConditionText({ label, type, text, onChange, autoFocus }: ConditionTextProps) {
  const readOnly = useReadOnly()
  const timeZone = useEditor(state => state.document.timeZone)
  const draft = useDraft(
    text,
    next => {
      if (next.trim() !== text) onChange(next.trim() === '' ? '-' : next.trim())
    },
    null,
  )
  const id = useId()
  const parsed = parseTest(draft.value, type)
  return (
    <div>
      <TextInput
        aria-label={`${label} in S-FEEL`}
        aria-describedby={parsed.ok ? undefined : id}
        aria-invalid={!parsed.ok}
        data-autofocus={autoFocus || undefined}
        value={draft.value}
        readOnly={readOnly}
        spellCheck={false}
        autoComplete="off"
        error={!parsed.ok}
        classNames={{ input: classes.code }}
        onChange={event => draft.change(event.currentTarget.value)}
        onBlur={draft.flush}
        onKeyDown={event => {
          if (event.key === 'Enter') draft.flush()
          if (event.key === 'Escape' && draft.editing) {
            event.stopPropagation()
            draft.revert()
          }
        }}
      />
      {parsed.ok ? (
        <div className={classes.words}>{parsedTestWords(parsed.test, type, timeZone)}</div>
      ) : (
        <Problem id={id} text={draft.value} problem={parsed.problem} />
      )}
    </div>
  )
}

/** The text once more with its mistake underlined, and what is wrong with it. */
export function Problem({ id, text, problem }: { id?: string; text: string; problem: TestProblem }) {
  const { start, end } = problem.position
  return (
    <div id={id} className={classes.problem} role="status">
      {text.length > 0 && (
        <pre className={classes.excerpt} aria-hidden>
          {text}
          {'\n'}
          {' '.repeat(start)}
          <b>{'^'.repeat(Math.max(1, end - start))}</b>
        </pre>
      )}
      {text.length > 0 && <span>At character {start + 1}: </span>}
      {problem.message}
    </div>
  )
}
