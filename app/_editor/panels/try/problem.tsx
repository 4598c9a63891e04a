'use client'

import { Button } from '@mantine/core'
import { IconAlertTriangle, IconLoader2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Policy } from '@/compiler/language/policy'
import type { ChartResult } from '@/compiler/meaning/decide'
import { graphOf } from '../../document/graph-of'
import { useEditor, useEditorStore } from '../../document/store'
import { nodeTitle } from '../../kinds'
import { factTitle } from '../words/titles'
import classes from './try.module.css'

type Result = Extract<ChartResult, { kind: 'gap' | 'overlap' | 'invalid' }>

type ProblemProps =
  /** `unread`: no policy can be made of the draft, or none has been yet. `untabled`: it has errors. */
  { is: 'unread' | 'broken' | 'untabled' } | { is: Result['kind']; result: Result; policy: Policy }

/** Why a call cannot be played, or cannot go on, or not by a table. */
export function Problem(props: ProblemProps) {
  const store = useEditorStore()
  const waiting = useEditor(state => state.checkedDocument === null)
  if (props.is === 'unread' && waiting)
    return (
      <p className={classes.waiting} role="status">
        <IconLoader2 size={16} aria-hidden /> Checking the draft…
      </p>
    )
  return (
    <div className={classes.problem} data-grave={props.is !== 'untabled' || undefined}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <div>
        <p>{words(props)}</p>
        {props.is !== 'invalid' && (
          <Button
            variant="transparent"
            size="compact-xs"
            onClick={() => store.getState().showBottom('findings')}
          >
            See the findings
          </Button>
        )}
      </div>
    </div>
  )
}

function words(props: ProblemProps): ReactNode {
  switch (props.is) {
    case 'unread':
    case 'broken':
      return 'The chart cannot be followed until its errors are mended.'
    case 'untabled':
      return 'The draft has errors, so there is no table of it yet: this call goes by the drawing.'
    case 'gap':
    case 'overlap':
    case 'invalid':
      return stuckWords(props.result, props.policy)
  }
}

function stuckWords(result: Result, policy: Policy): string {
  const title = (id: string) => `“${nodeTitle(graphOf(policy).nodes.get(id)!, policy.handbook)}”`
  switch (result.kind) {
    case 'gap':
      return `No answer of ${title(result.question)} holds: here an agent would not know what to do.`
    case 'overlap':
      return `Two answers of ${title(result.question)} hold: here an agent would not know which one to take.`
    case 'invalid':
      return result.problems
        .map(({ fact, says }) => `${factTitle(fact, policy.handbook)}: ${says}.`)
        .join(' ')
  }
}
