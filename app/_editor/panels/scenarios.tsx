'use client'

import { Button, UnstyledButton } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Scenario } from '@/compiler/language/policy'
import { usePathLight } from '../canvas/path-light'
import { followable } from '../document/followable'
import { useEditor, useEditorStore } from '../document/store'
import { CoverageBar } from './scenarios/coverage-bar'
import { type Played, playOnce } from './scenarios/plays'
import { ScenarioEditor } from './scenarios/scenario-editor'
import classes from './scenarios/scenarios.module.css'
import { useHandbook } from './use-handbook'
import { pathLit } from './walk/path-lit'
import { tierTitle } from './words/titles'

// One object, so that an absent list keeps its identity.
const NONE: Scenario[] = []

/** The cases that the policy's author wrote down, each played as one edits. */
export function Scenarios() {
  const store = useEditorStore()
  const scenarios = useEditor(state => state.document.scenarios ?? NONE)
  const policy = useEditor(followable)
  const readOnly = useEditor(state => state.readOnly)
  const { tiers } = useHandbook()
  const [picked, setPicked] = useState<number | null>(null)
  const opened = picked !== null && picked < scenarios.length ? picked : null

  const playOf = (scenario: Scenario) => (policy ? playOnce(policy, scenario) : null)
  const shown = opened === null ? null : playOf(scenarios[opened]!)
  usePathLight(useMemo(() => shown && pathLit(shown, shown.passed ? 'here' : 'wrong'), [shown]))
  const pick = (index: number) => setPicked(index === opened ? null : index)
  const add = () => {
    store.getState().edit('Add scenario', draft => {
      draft.scenarios = [
        ...(draft.scenarios ?? []),
        { title: 'A new case', tier: tiers[0]?.id ?? '', facts: {}, expect: {} },
      ]
    })
    setPicked(scenarios.length)
  }

  return (
    <div className={classes.root}>
      <CoverageBar />
      {scenarios.length === 0 && (
        <p className={classes.empty}>
          A scenario is a case from real life with what has to come out. It is played whenever the chart
          changes, and a policy is not proposed while one of them fails.
        </p>
      )}
      <ul className={classes.list} aria-label="Scenarios">
        {scenarios.map((scenario, index) => {
          const played = playOf(scenario)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: scenarios have no identity but their place
            <li key={index} ref={opened === index ? intoView : undefined}>
              <Row scenario={scenario} played={played} opened={opened === index} onPick={() => pick(index)} />
              {opened === index && (
                <ScenarioEditor
                  index={index}
                  scenario={scenario}
                  played={played}
                  onRemoved={() => setPicked(null)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly && (
        <div className={classes.add}>
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
            Add a scenario
          </Button>
        </div>
      )}
    </div>
  )
}

/** What opens below the edge of the panel is brought into sight. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

interface RowProps {
  scenario: Scenario
  played: Played | null
  opened: boolean
  onPick: () => void
}

function Row({ scenario, played, opened, onPick }: RowProps) {
  const handbook = useHandbook()
  const verdict = !played ? 'waiting' : played.passed ? 'passed' : 'failed'
  const Icon = { waiting: IconCircleDashed, passed: IconCircleCheck, failed: IconCircleX }[verdict]
  return (
    <UnstyledButton className={classes.row} aria-expanded={opened} onClick={onPick}>
      <Icon
        size={16}
        stroke={1.8}
        className={classes[verdict]}
        role="img"
        aria-label={{ waiting: 'Not played', passed: 'Passes', failed: 'Fails' }[verdict]}
      />
      <span className={classes.title}>
        {scenario.title || 'Untitled'}
        {played && !played.passed && <span className={classes.why}> {played.problems.join(' ')}</span>}
      </span>
      <span className={classes.tier}>{tierTitle(scenario.tier, handbook)}</span>
    </UnstyledButton>
  )
}
