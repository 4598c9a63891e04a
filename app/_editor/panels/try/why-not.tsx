'use client'

import { Button, Select } from '@mantine/core'
import { useId, useMemo } from 'react'
import type { Policy } from '@/compiler/language/policy'
import { type WhyNot as Answer, whyNot } from '@/compiler/why-not/why-not'
import { nodeTitle } from '../../kinds'
import { graphOf } from '../walk/stops'
import { tierTitle } from '../words/titles'
import type { Standing } from './call'
import { outcomesOf } from './outcomes'
import classes from './try.module.css'
import { missingWords, obstacleWords } from './why-not-words'

interface WhyNotProps {
  policy: Policy
  standing: Standing
  target: string | null
  answer: Answer | null
  onPick: (node: string | null) => void
  onTry: (facts: Record<string, unknown>) => void
}

/** The answer to why a call did not come to a step; null as long as none was chosen. */
export const useWhyNot = (policy: Policy | null, standing: Standing | null, target: string | null) =>
  useMemo(
    () =>
      policy && standing && target !== null && graphOf(policy).nodes.has(target)
        ? whyNot(graphOf(policy), standing.tier, standing.facts, { node: target })
        : null,
    [policy, standing, target],
  )

/** Why the call did not come to something else, and what would have to be otherwise for it to. */
export function WhyNot({ policy, standing, target, answer, onPick, onTry }: WhyNotProps) {
  const heading = useId()
  const outcomes = useMemo(
    () => outcomesOf(policy, standing.tier, standing.path),
    [policy, standing.tier, standing.path],
  )
  return (
    <section className={classes.part} aria-labelledby={heading}>
      <h3 id={heading} className={classes.label}>
        Why not something else?
      </h3>
      <Select
        aria-label="Why not this?"
        placeholder="Choose what you would have expected…"
        data={outcomes}
        value={target}
        searchable
        clearable
        nothingFoundMessage="No such step for this tier"
        maxDropdownHeight={320}
        onChange={onPick}
      />
      <div aria-live="polite">
        {answer && target !== null && (
          <Told answer={answer} policy={policy} tier={standing.tier} target={target} onTry={onTry} />
        )}
      </div>
    </section>
  )
}

interface ToldProps {
  answer: Answer
  policy: Policy
  tier: string
  target: string
  onTry: WhyNotProps['onTry']
}

function Told({ answer, policy, tier, target, onTry }: ToldProps) {
  const node = graphOf(policy).nodes.get(target)!
  const title = `“${nodeTitle(node, policy.handbook)}”`
  if (answer.kind === 'impossible')
    return (
      <p className={classes.told}>
        No call that comes to the {tierTitle(tier, policy.handbook)} leads to {title}, whatever is so.
      </p>
    )
  if (answer.kind === 'undecided')
    return (
      <p className={classes.told}>
        So many ways might lead to {title} that it could not be found out which is the nearest.
      </p>
    )
  const { stands, missing, facts } = answer
  return (
    <div className={classes.told}>
      {stands.length === 0 && (
        <p>Nothing stands in the way of {title}: it depends on what is not yet known alone.</p>
      )}
      {stands.length > 0 && (
        <>
          <p>
            {stands.length === 1 ? 'One thing stands' : `${stands.length} things stand`} in the way of {title}
            {', at the least:'}
          </p>
          <ul>
            {stands.map(obstacle => (
              <li key={obstacle.fact}>{obstacleWords(obstacle, policy)}</li>
            ))}
          </ul>
        </>
      )}
      {missing.length > 0 && (
        <>
          <p>What is not known yet would come out so:</p>
          <ul>
            {missing.map(each => (
              <li key={each.fact}>{missingWords(each, policy)}</li>
            ))}
          </ul>
        </>
      )}
      <Button variant="default" size="compact-sm" onClick={() => onTry(facts)}>
        {stands.length > 0 ? 'Try the call with this changed' : 'Try the call so'}
      </Button>
    </div>
  )
}
