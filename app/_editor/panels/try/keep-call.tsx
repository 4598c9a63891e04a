'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Policy, Scenario } from '@/compiler/language/policy'
import { useCommands } from '../../commands/commands-provider'
import { useEditorStore } from '../../document/store'
import type { Standing } from './call'
import { keptScenario } from './kept-scenario'
import classes from './try.module.css'

/** Keeps the call as a scenario: one edit, which undo takes back. */
export function KeepCall({ policy, standing }: { policy: Policy; standing: Standing }) {
  const [kept, setKept] = useState<Scenario | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const done = () => {
    setKept(null)
    // The form takes the focus along with it.
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (kept) return <Titled key={kept.title} scenario={kept} onDone={done} />
  return (
    <Button
      ref={opener}
      variant="default"
      size="compact-sm"
      onClick={() => setKept(keptScenario(policy, standing.tier, standing.facts))}
    >
      Keep as a scenario…
    </Button>
  )
}

function Titled({ scenario, onDone }: { scenario: Scenario; onDone: () => void }) {
  const store = useEditorStore()
  const { context } = useCommands()
  const [title, setTitle] = useState(scenario.title)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const keep = (event: FormEvent) => {
    event.preventDefault()
    store.getState().edit('Keep the call as a scenario', draft => {
      draft.scenarios = [...(draft.scenarios ?? []), { ...scenario, title: title.trim() || scenario.title }]
    })
    store.getState().showBottom('scenarios')
    context.tell('The call is a scenario now: it is played whenever the chart changes.')
    onDone()
  }
  return (
    <form className={classes.keep} onSubmit={keep}>
      <TextInput
        ref={field}
        label="Keep it under this title"
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-sm">
          Keep
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onDone}>
          Do not keep
        </Button>
      </div>
    </form>
  )
}
