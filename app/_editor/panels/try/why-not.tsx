'use client'

import { Button, Select } from '@mantine/core'
import { useId, useMemo } from 'react'
import { visibleTo } from '@/compiler/1-graph/visible'
import type { Policy } from '@/compiler/language/policy'
import { type WhyNot as Answer, whyNot } from '@/compiler/why-not/why-not'
import { graphOf } from '../../document/graph-of'
import { nodeTitle } from '../../kinds'
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
  /** Whether the call has come to its end. */
  settled: boolean
  onPick: (node: string | null) => void
  onTry: (facts: Record<string, unknown>) => void
}

/** The answer to why a call did not come to a step; null as long as none was chosen. */
export const useWhyNot = (policy: Policy, standing: Standing, target: string | null) =>
  useMemo(
    () =>
      target !== null && graphOf(policy).nodes.has(target)
        ? whyNot(graphOf(policy), standing.tier, standing.facts, { node: target })
        : null,
    [policy, standing, target],
  )

/** Why the call did not come to something else, and what would have to be otherwise for it to. */
export function WhyNot({ policy, standing, target, answer, settled, onPick, onTry }: WhyNotProps) {
  const heading = useId()
  const outcomes = useMemo(
    () => outcomesOf(policy, standing.tier, standing.path),
    [policy, standing.tier, standing.path],
  )
  return (
    <section className={classes.part} aria-labelledby={heading}>
      <h3 id={heading} className={classes.label}>
        {settled ? 'Why not something else?' : 'Where could it still go?'}
      </h3>
      <Select
        aria-label={settled ? 'Why not this?' : 'How to come to this?'}
        placeholder={settled ? 'Choose what you would have expected…' : 'Choose a step…'}
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

/** The tiers to which a step belongs, least authority first. */
function tiersThatSee(policy: Policy, id: string): string[] {
  const graph = graphOf(policy)
  return graph.tiers.filter((_, rank) => visibleTo(graph, rank).reached.some(({ node }) => node.id === id))
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
  if (answer.kind === 'impossible') {
    const who = tierTitle(tier, policy.handbook)
    const others = tiersThatSee(policy, target)
    return (
      <p className={classes.told}>
        {others.length > 0 && !others.includes(tier)
          ? `${title} lies beyond what comes to “${who}”: look at it as “${tierTitle(others[0]!, policy.handbook)}”.`
          : `No call that comes to “${who}” leads to ${title}, whatever is so.`}
      </p>
    )
  }
  if (answer.kind === 'undecided')
    return (
      <p className={classes.told}>
        So many ways might lead to {title} that it could not be found out which is the nearest.
      </p>
    )
  const { stands, missing, facts } = answer
  if (stands.length === 0 && missing.length === 0)
    return <p className={classes.told}>The call comes to {title} as it is.</p>
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
