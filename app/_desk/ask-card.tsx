import type { Ask, Facts } from '@/compiler/runtime/result'
import type { JsonValue } from '@/compiler/runtime/values'
import { AnswerForm, type Choice } from './answer-form'
import { type Desk, findOut, titleOf } from './desk'
import classes from './desk.module.css'
import { Spoken } from './spoken'

interface AskCardProps {
  ask: Ask
  facts: Facts
  desk: Desk
  choices?: readonly Choice[]
  refuses: (value: JsonValue) => string | null
  onAnswer: (value: JsonValue) => void
}

/** What has to be found out next, in the words in which it is, and the ways to answer. */
export function AskCard({ ask: { fact, question, say, ask }, facts, desk, ...answering }: AskCardProps) {
  const form = desk.facts[fact]
  if (!form) return null
  const { title, note } = desk.questions[question] ?? {}
  return (
    <div className={classes.card}>
      {title && <h3 className={classes.title}>{title}</h3>}
      {note && <p className={classes.note}>{note}</p>}
      <dl className={classes.lines}>
        {say && (
          <>
            <dt>Say</dt>
            <dd>
              <Spoken text={say} facts={facts} desk={desk} />
            </dd>
          </>
        )}
        {/* Where the question is also what is said, once is enough. */}
        {(ask === undefined || ask !== say) && (
          <>
            <dt>{findOut(form)}</dt>
            <dd>
              {ask === undefined ? titleOf(fact, desk) : <Spoken text={ask} facts={facts} desk={desk} />}
            </dd>
          </>
        )}
      </dl>
      {form.guidance && <p className={classes.note}>{form.guidance}</p>}
      <AnswerForm
        key={fact}
        label={titleOf(fact, desk)}
        fact={form}
        timeZone={desk.timeZone}
        {...answering}
      />
    </div>
  )
}
