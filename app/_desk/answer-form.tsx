'use client'

import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { literals } from '@/app/_editor/panels/condition/form'
import { FieldGroup } from '@/app/_editor/panels/fields/field-group'
import { fromWallTime, toWallTime } from '@/app/_editor/panels/fields/zoned-time'
import type { ArtifactFact } from '@/compiler/runtime/artifact'
import { type JsonValue, type Point, toJson, toPoint } from '@/compiler/runtime/values'
import classes from './desk.module.css'
import { nowFor } from './now-for'

export interface Choice {
  label: string
  value: JsonValue
}

interface AnswerFormProps {
  /** What the answer is to, for screen readers. */
  label: string
  fact: ArtifactFact
  timeZone?: string
  /** Answers that lead different ways, where somebody knows which ones do. */
  choices?: readonly Choice[]
  value?: JsonValue
  /** Why this cannot be the answer, in a sentence; null where it can. */
  refuses: (value: JsonValue) => string | null
  onAnswer: (value: JsonValue) => void
}

/** So many answers are buttons; more are a list. */
const FEW = 7

/** Takes an answer of a fact’s type: one press where there are few, typed where there are many. */
export function AnswerForm({
  label,
  fact,
  timeZone,
  choices = [],
  value,
  refuses,
  onAnswer,
}: AnswerFormProps) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const answer = (given: JsonValue) => {
    const refusal = refuses(given)
    setTrouble(refusal)
    if (refusal === null) onAnswer(given)
  }
  const listed = listOf(fact)
  const buttons = listed && listed.length <= FEW ? listed : listed ? [] : choices
  return (
    <FieldGroup className={classes.answer} label={label}>
      {buttons.length > 0 && (
        <div className={classes.choices}>
          {buttons.map(choice => (
            <Button
              key={choice.label}
              variant="default"
              size="compact-sm"
              aria-pressed={value === undefined ? undefined : value === choice.value}
              onClick={() => answer(choice.value)}
            >
              {choice.label}
            </Button>
          ))}
        </div>
      )}
      {listed && listed.length > FEW && (
        <Select
          aria-label={label}
          placeholder="Pick one"
          searchable
          data={listed.map(choice => choice.label)}
          value={typeof value === 'string' ? value : null}
          onChange={picked => picked !== null && answer(picked)}
        />
      )}
      {!listed && (
        <Typed
          label={label}
          fact={fact}
          timeZone={timeZone}
          value={value}
          trouble={trouble}
          onAnswer={answer}
        />
      )}
      {fact.mayBeUnknown && (
        <Button variant="subtle" size="compact-sm" onClick={() => answer(null)}>
          Nobody knows
        </Button>
      )}
      {listed && trouble && <p className={classes.trouble}>{trouble}</p>}
    </FieldGroup>
  )
}

/** The answers of a fact that has only a few of them. */
function listOf({ type, allowedValues }: ArtifactFact): Choice[] | null {
  if (type === 'boolean')
    return [
      { label: 'Yes', value: true },
      { label: 'No', value: false },
    ]
  const texts = type === 'string' ? literals(allowedValues, type) : null
  return texts?.map(text => ({ label: String(text), value: String(text) })) ?? null
}

interface TypedProps extends Pick<AnswerFormProps, 'label' | 'fact' | 'timeZone' | 'value'> {
  trouble: string | null
  onAnswer: (value: JsonValue) => void
}

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const
const FIELDS = { date: 'date', time: 'time', 'date and time': 'datetime-local' } as const
type Unit = keyof typeof UNITS

/** What is typed, as a value; undefined where it is none yet. */
function readTyped(
  type: ArtifactFact['type'],
  text: string,
  unit: Unit,
  timeZone?: string,
): Point | undefined {
  if (text === '' && type !== 'string') return undefined
  switch (type) {
    case 'number':
      return toPoint(type, Number(text))
    case 'days and time duration':
      return Number.isFinite(Number(text)) ? Math.round(Number(text) * UNITS[unit]) : undefined
    case 'time':
      return toPoint(type, text.length === 5 ? `${text}:00` : text)
    case 'date and time':
      return fromWallTime(text, timeZone)
    default:
      return toPoint(type, text)
  }
}

/** A value as its field writes it. */
function typedOf(type: ArtifactFact['type'], value: JsonValue | undefined, timeZone?: string): string {
  const point = value === undefined || value === null ? undefined : toPoint(type, value)
  if (point === undefined) return ''
  if (type === 'date and time') return toWallTime(point as number, timeZone)
  if (type === 'days and time duration') return String((point as number) / UNITS.days)
  return String(value).replace(type === 'time' ? /:00$/ : /$^/, '')
}

function Typed({ label, fact, timeZone, value, trouble, onAnswer }: TypedProps) {
  const { type } = fact
  const first = value ?? (fact.source === 'clock' ? nowFor(type, timeZone) : undefined)
  const [text, setText] = useState(() => typedOf(type, first, timeZone))
  const [unit, setUnit] = useState<Unit>('days')
  const error = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const point = readTyped(type, text, unit, timeZone)
    if (point !== undefined) onAnswer(toJson(type, point))
  }
  const described = trouble ? { 'aria-invalid': true, 'aria-describedby': error } : {}
  return (
    <form className={classes.typed} onSubmit={submit}>
      {type === 'number' || type === 'days and time duration' ? (
        <NumberInput
          {...described}
          aria-label={label}
          placeholder="Number"
          hideControls
          decimalScale={12}
          value={text}
          onChange={next => setText(String(next))}
        />
      ) : (
        <TextInput
          {...described}
          aria-label={label}
          type={type in FIELDS ? FIELDS[type as keyof typeof FIELDS] : 'text'}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
      {type === 'days and time duration' && (
        <Select
          aria-label={`Unit of ${label}`}
          w={104}
          data={Object.keys(UNITS)}
          value={unit}
          allowDeselect={false}
          onChange={next => setUnit((next ?? 'days') as Unit)}
        />
      )}
      <Button type="submit" variant="default">
        That is it
      </Button>
      {trouble && (
        <p id={error} className={classes.trouble}>
          {trouble}
        </p>
      )}
    </form>
  )
}
