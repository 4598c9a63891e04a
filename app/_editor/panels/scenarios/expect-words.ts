import type { Handbook } from '@/compiler/language/handbook'
import type { Scenario } from '@/compiler/language/policy'
import type { ChartResult } from '@/compiler/meaning/decide'
import type { End } from '@/compiler/runtime/result'
import { actionWords, decisionWords, endWords, type Names } from '@/compiler/words/decision-words'
import { factTitle } from '../words/titles'

type Expect = Scenario['expect']

/** What a scenario expects, a line for each part that is compared. */
export function expectWords(
  expect: Expect,
  handbook: Handbook,
): { part: keyof Expect; label: string; words: string }[] {
  const names: Names = handbook
  const lines: { part: keyof Expect; label: string; words: string }[] = []
  const { asked, steps, says, end } = expect
  if (asked)
    lines.push({
      part: 'asked',
      label: 'Asked',
      words: asked.map(id => factTitle(id, handbook)).join(', then ') || 'nothing',
    })
  if (steps)
    lines.push({
      part: 'steps',
      label: 'Done',
      words:
        steps
          .map(step =>
            typeof step === 'string'
              ? actionWords(step, {}, names)
              : actionWords(step.action, step.with ?? {}, names),
          )
          .join(', then ') || 'nothing',
    })
  if (says)
    lines.push({
      part: 'says',
      label: 'Said',
      words: says.map(text => `“${text}”`).join(', ') || 'nothing particular',
    })
  if (end) lines.push({ part: 'end', label: 'Ends', words: expectedEnd(end, names) })
  return lines
}

function expectedEnd(end: NonNullable<Expect['end']>, names: Names): string {
  const whole =
    end.kind === 'close' ? end.result !== undefined : end.to !== undefined && end.mode !== undefined
  const words = whole
    ? endWords(end as End, names)
    : end.kind === 'close'
      ? 'closed, resolved or declined'
      : end.to || end.mode
        ? `escalated ${[end.mode, end.to && `to ${end.to}`].filter(Boolean).join(' ')}`
        : 'escalated'
  return end.say ? `${words}, saying “${end.say}”` : words
}

/** What comes out of a case now, in one line. */
export function resultWords(result: ChartResult, handbook: Handbook): string {
  switch (result.kind) {
    case 'decision':
      return decisionWords(result, handbook)
    case 'ask':
      return `Asks for “${factTitle(result.fact, handbook)}”`
    case 'invalid':
      return result.problems.map(({ fact, says }) => `${factTitle(fact, handbook)}: ${says}`).join('; ')
    case 'gap':
      return 'No answer covers the case'
    case 'overlap':
      return 'Two answers hold'
  }
}
