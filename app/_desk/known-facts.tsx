'use client'

import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconClock,
  IconDatabase,
  IconMessageCircle,
  IconPencil,
  IconPhone,
  IconScale,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ArtifactFact } from '@/compiler/runtime/artifact'
import type { Facts } from '@/compiler/runtime/result'
import type { JsonValue } from '@/compiler/runtime/values'
import { AnswerForm, type Choice } from './answer-form'
import { type Desk, knownFrom, saidValue, titleOf } from './desk'
import classes from './desk.module.css'

const ICONS = {
  record: IconDatabase,
  clock: IconClock,
  customer: IconMessageCircle,
  agent: IconScale,
  team: IconPhone,
} as const satisfies Record<ArtifactFact['source'], unknown>

interface KnownFactsProps {
  /** In the order in which they became known; those that the desk does not know are left out. */
  facts: Facts
  desk: Desk
  choices?: (fact: string) => readonly Choice[]
  refuses: (fact: string, value: JsonValue) => string | null
  onChange: (fact: string, value: JsonValue | undefined) => void
}

/** What is known of the case, each with where it is known from; it can be corrected, and taken back. */
export function KnownFacts({ facts, desk, choices, refuses, onChange }: KnownFactsProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const known = Object.keys(facts).filter(fact => desk.facts[fact] && facts[fact] !== undefined)
  if (known.length === 0) return <p className={classes.empty}>Nothing yet.</p>
  return (
    <ul className={classes.known} aria-label="What is known">
      {known.map(fact => {
        const form = desk.facts[fact]!
        const Icon = ICONS[form.source]
        const value = facts[fact] as JsonValue
        const title = titleOf(fact, desk)
        return (
          <li key={fact}>
            <div className={classes.fact}>
              <Icon size={15} stroke={1.7} aria-hidden />
              <span>
                {title}: <strong>{saidValue(fact, value, desk) ?? String(value)}</strong>
                <span className={classes.aside}> {knownFrom(form)}</span>
              </span>
              <Tooltip label="Correct it">
                <UnstyledButton
                  className={classes.small}
                  aria-label={`Correct: ${title}`}
                  aria-expanded={edited === fact}
                  onClick={() => setEdited(edited === fact ? null : fact)}
                >
                  <IconPencil size={14} stroke={1.7} />
                </UnstyledButton>
              </Tooltip>
              <Tooltip label="Take it back">
                <UnstyledButton
                  className={classes.small}
                  aria-label={`Take back: ${title}`}
                  onClick={() => onChange(fact, undefined)}
                >
                  <IconX size={14} stroke={1.7} />
                </UnstyledButton>
              </Tooltip>
            </div>
            {edited === fact && (
              <AnswerForm
                label={`Correct: ${title}`}
                fact={form}
                timeZone={desk.timeZone}
                choices={choices?.(fact)}
                value={value}
                refuses={given => refuses(fact, given)}
                onAnswer={given => {
                  setEdited(null)
                  onChange(fact, given)
                }}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
