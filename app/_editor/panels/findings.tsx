'use client'

import { IconCircleCheck, IconLoader2 } from '@tabler/icons-react'
import { findingHere } from '../commands/mend'
import { useEditor } from '../document/store'
import { FindingRow } from './findings/finding-row'
import classes from './findings/findings.module.css'

/** More than anybody reads at once; mending some shows the rest. */
const MOST = 200

/** What the checks have to say about the draft, errors first; each leads to its place. */
export function Findings() {
  const findings = useEditor(state => state.findings)
  const checking = useEditor(state => state.checkedDocument !== state.document)
  const never = useEditor(state => state.checkedDocument === null)
  const here = useEditor(findingHere)
  if (never) return <Status checking text="Checking the whole policy…" />
  if (findings.length === 0) return checking ? <Status checking text="Checking what changed…" /> : <AllWell />
  return (
    <div className={classes.root} aria-busy={checking}>
      <ul className={classes.list} aria-label="Findings">
        {findings.slice(0, MOST).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity; the list comes anew with each check
          <FindingRow key={index} finding={finding} here={finding === here} />
        ))}
      </ul>
      {findings.length > MOST && <p className={classes.more}>and {findings.length - MOST} more</p>}
    </div>
  )
}

function Status({ text, checking }: { text: string; checking?: boolean }) {
  return (
    <div className={classes.status} role="status">
      {checking && <IconLoader2 size={16} className={classes.turning} />}
      {text}
    </div>
  )
}

/** Silence would leave one wondering: it says what was looked at. */
function AllWell() {
  const document = useEditor(state => state.document)
  const kind = useEditor(state => state.kind)
  const tables = useEditor(state => (state.artifacts ? Object.keys(state.artifacts).length : 0))
  const questions = document.chart.nodes.filter(node => node.kind === 'question').length
  const scenarios = document.scenarios?.length ?? 0
  const ofHandbook = [
    'Every test can be read, and every tier, fact and parameter that is named is there. What follows for the policies that take it in is shown under “Effects on policies”.',
  ]
  const ofChart = [
    questions === 1
      ? 'The question has exactly one answer for every case.'
      : `Each of the ${questions} questions has exactly one answer for every case.`,
    'Every step rests on somebody’s authority, every promise can be kept, no guardrail is broken, and no words give a rule away.',
    scenarios > 0 &&
      (scenarios === 1
        ? 'The scenario comes out as expected.'
        : `All ${scenarios} scenarios come out as expected.`),
    tables > 0 && `${tables === 1 ? 'One table is' : `${tables} tables are`} ready to be proposed.`,
  ]
  return (
    <div className={classes.well} role="status">
      <IconCircleCheck size={18} stroke={1.7} />
      <div>
        <strong>Nothing to mend</strong>
        <ul>
          {(kind === 'handbook' ? ofHandbook : ofChart).map(line => line && <li key={line}>{line}</li>)}
        </ul>
      </div>
    </div>
  )
}
