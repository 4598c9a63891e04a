import type { Scenario } from '@/compiler/language/policy'
import type { ChartResult } from '@/compiler/meaning/decide'

type Expect = Scenario['expect']

/**
 * What comes out now, as something to expect from now on. Words are kept as they are, so a scenario fails when they
 * change; null where the case does not come to a decision.
 */
export function expectationOf(result: ChartResult, asked: string[]): Expect | null {
  if (result.kind !== 'decision') return null
  const { end } = result
  return {
    ...(asked.length > 0 && { asked }),
    steps: result.steps.map(step =>
      Object.keys(step.with).length > 0 ? { action: step.action, with: step.with } : step.action,
    ),
    end:
      end.kind === 'close'
        ? { kind: 'close', result: end.result }
        : {
            kind: 'escalate',
            to: end.to,
            mode: end.mode,
            ...(end.within !== undefined && { within: end.within }),
            ...(end.here && { here: true }),
          },
  }
}
