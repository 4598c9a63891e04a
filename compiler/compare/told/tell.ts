import type { Compared } from '../compare'
import { type ChartTold, chartTold } from './chart'
import { type HandbookTold, handbookTold } from './handbook'
import type { Sentence } from './sentence'
import { type Situation, situationsOf } from './situations'
import { type Verdict, verdictOf } from './verdict'
import { wordingSentences } from './wording'

/** A comparison as it is told: on the page, on paper, and as Markdown. Plain data. */
export interface Told {
  verdict: Verdict
  situations: Situation[]
  handbook: HandbookTold
  wording: Sentence[]
  chart: ChartTold
}

export function tell(compared: Compared): Told {
  const { old, next } = compared
  const situations = situationsOf(compared)
  const handbook = handbookTold(old, next)
  const guardrails = handbook.parts.find(({ title }) => title === 'Guardrails')?.sentences.length ?? 0
  return {
    verdict: verdictOf(compared, situations, { authorities: handbook.authority.length, guardrails }),
    situations,
    handbook,
    wording: wordingSentences(old, next),
    chart: chartTold(old, next),
  }
}
