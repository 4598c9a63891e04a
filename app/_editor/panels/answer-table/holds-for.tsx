import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Fact } from '@/compiler/language/fact'
import { valueWords } from '@/compiler/language/tests/value-words'
import { type Point, typeName } from '@/compiler/runtime/values'
import { literals } from '../condition/form'
import { valueReader } from '../condition/read-value'

interface HoldsForProps {
  fact: Fact
  timeZone: string | undefined
  value: Point | null | undefined
  onChange: (value: Point | null | undefined) => void
  onEnter: () => void
}

/** A case to look for: the rows that hold where the fact has this value. */
export function HoldsFor({ fact, timeZone, value, onChange, onEnter }: HoldsForProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === undefined ? '' : valueWords(fact.type, value, timeZone))
  const unread = typed !== null && typed.trim() !== '' && value === undefined
  return (
    <TextInput
      size="xs"
      label="Show rows that hold for"
      placeholder={EXAMPLES[fact.type]}
      value={text}
      error={unread && `Expected ${typeName(fact.type)}.`}
      onChange={event => {
        const next = event.currentTarget.value
        setTyped(next)
        const plain = next.trim()
        if (plain === '') onChange(undefined)
        else if (fact.mayBeUnknown && /^nobody knows$/i.test(plain)) onChange(null)
        else
          onChange(
            valueReader(fact.type, { choices: literals(fact.allowedValues, fact.type), timeZone })(plain),
          )
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={event => event.key === 'Enter' && onEnter()}
    />
  )
}

const EXAMPLES = {
  boolean: 'yes',
  number: '25',
  string: 'A value',
  date: '31 January 2026',
  time: '3:00 PM',
  'date and time': '31 January 2026, 3:00 PM',
  'days and time duration': '2 hours',
} as const satisfies Record<Fact['type'], string>
