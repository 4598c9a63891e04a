'use client'

import { Button, Switch } from '@mantine/core'
import { useMemo } from 'react'
import { useCommands } from '../../commands/commands-provider'
import { followable } from '../../document/followable'
import { useEditor, useEditorStore } from '../../document/store'
import { callAlong } from '../try/call-along'
import { coverageOf, untaken } from './coverage-of'
import classes from './scenarios.module.css'

/** How much of the chart the scenarios take, and ways to what they leave out. */
export function CoverageBar() {
  const store = useEditorStore()
  const { context } = useCommands()
  const policy = useEditor(followable)
  const shown = useEditor(state => state.coverage)
  const selected = useEditor(state => state.selection.edges[0])
  const coverage = useMemo(() => policy && coverageOf(policy), [policy])
  if (!policy || !coverage || coverage.size === 0 || !policy.scenarios?.length) return null
  const left = untaken(coverage)
  const here = selected === undefined ? -1 : left.indexOf(selected)
  const along = (edge: string) => {
    const call = callAlong(policy, edge)
    if (!call) return context.tell('No call takes this line, whatever is so.')
    store.getState().setCall(call)
    store.getState().showPanel('try')
  }
  return (
    <div className={classes.coverage}>
      <span>
        {left.length === 0
          ? `Each of the ${coverage.size} lines is taken by a scenario`
          : `${coverage.size - left.length} of ${coverage.size} lines are taken by a scenario`}
      </span>
      <Switch
        size="xs"
        label="Show it on the lines"
        checked={shown}
        onChange={event => store.getState().showCoverage(event.currentTarget.checked)}
      />
      {left.length > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => store.getState().reveal({ edges: [left[(here + 1) % left.length]!] })}
        >
          {here < 0 ? 'Go to a line that none takes' : 'Go to the next one'}
        </Button>
      )}
      {here >= 0 && (
        <Button variant="subtle" size="compact-xs" onClick={() => along(left[here]!)}>
          Try a call along it
        </Button>
      )}
    </div>
  )
}
