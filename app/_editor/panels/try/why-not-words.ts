import type { Policy } from '@/compiler/language/policy'
import { testWords } from '@/compiler/language/tests/words'
import type { Missing, Obstacle } from '@/compiler/why-not/why-not'
import { valueSaid } from '@/compiler/words/value-said'
import { graphOf } from '../../document/graph-of'
import { nodeTitle } from '../../kinds'
import { factTitle } from '../words/titles'

const listed = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** "“Before three?” was answered otherwise: Time of the call is 4:30 PM; it would have to be before 3:00 PM." */
export function obstacleWords({ fact, is, wouldBe, at }: Obstacle, policy: Policy): string {
  const { handbook, timeZone } = policy
  const form = handbook.facts[fact]!
  const title = factTitle(fact, handbook)
  if (form.volunteered)
    return is === true
      ? `“${title}” was brought up; the customer would have to leave it unsaid.`
      : `Nobody brought up “${title}”; the customer would have to.`
  const nodes = at.map(id => graphOf(policy).nodes.get(id)!)
  const questions = nodes.filter(node => node.kind === 'question')
  const where =
    questions.length > 0
      ? `${listed(questions.map(node => `“${nodeTitle(node, handbook)}”`))} ${questions.length === 1 ? 'was' : 'were'} answered otherwise: `
      : ''
  const now = `${title} is ${valueSaid(fact, is, handbook, timeZone)}`
  return `${where}${now}; it would have to be ${testWords(wouldBe, form.type, timeZone)}.`
}

/** "The warehouse can still do it would have to be yes." */
export function missingWords({ fact, wouldBe }: Missing, { handbook, timeZone }: Policy): string {
  const form = handbook.facts[fact]!
  const needs = wouldBe === null ? 'anything' : testWords(wouldBe, form.type, timeZone)
  return `${factTitle(fact, handbook)}: ${needs}`
}
