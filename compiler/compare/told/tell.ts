import type { Policy } from '../../language/policy'
import type { Compared } from '../compare'
import { type ChartTold, chartTold } from './chart'
import { type HandbookTold, handbookTold } from './handbook'
import type { Sentence } from './sentence'
import { type Situation, situationsOf } from './situations'
import { type Verdict, verdictOf } from './verdict'
import { wordingSentences } from './wording'

/** What differs between the documents, whatever it does to decisions. */
export interface DocumentsTold {
  handbook: HandbookTold
  wording: Sentence[]
  chart: ChartTold
}

/** A comparison as it is told: on the page, on paper, and as Markdown. Plain data. */
export interface Told extends DocumentsTold {
  verdict: Verdict
  situations: Situation[]
}

export const tellDocuments = (old: Policy, next: Policy): DocumentsTold => ({
  handbook: handbookTold(old, next),
  wording: wordingSentences(old, next),
  chart: chartTold(old, next),
})

export function tell(compared: Compared): Told {
  const situations = situationsOf(compared)
  const documents = tellDocuments(compared.old, compared.next)
  const { authority, parts } = documents.handbook
  const guardrails = parts.find(({ title }) => title === 'Guardrails')?.sentences.length ?? 0
  return {
    verdict: verdictOf(compared, situations, { authorities: authority.length, guardrails }),
    situations,
    ...documents,
  }
}
