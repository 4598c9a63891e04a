import { around, type Bounds } from '@/app/_editor/canvas/boxes'
import type { ChartDrawing } from '@/app/_editor/paper/chart-drawing'
import type { ChartTold, StepMark } from '@/compiler/compare/told/chart'

/** Something that differs between two charts, and where it is seen. */
export interface Difference {
  key: string
  is: StepMark
  title: string
  says: string[]
  /** The step to look at, in each of the charts that has it. */
  node: string
}

/** The order in which they are gone through: what decides first, what only stands elsewhere last. */
const ORDER: readonly StepMark[] = ['changed', 'added', 'removed', 'reworded', 'moved']

/**
 * Every difference of two charts once. A question's answers are told with the question, and the lines of a step that is new
 * or gone with the step; other lines that lead elsewhere stand for themselves.
 */
export function differencesOf({ steps, lines }: ChartTold, titleOf: (node: string) => string): Difference[] {
  const told = new Map(steps.map(step => [step.id, step]))
  const alone = lines.filter(({ from, says }) => {
    const step = told.get(from)
    return !step || (step.is !== 'added' && step.is !== 'removed' && !step.says.includes(says))
  })
  const differences: Difference[] = [
    ...steps.map(({ id, is, title, says }) => ({ key: id, is, title, says, node: id })),
    ...alone.map(({ old, next, is, from, says }) => ({
      key: `line ${old ?? ''} ${next ?? ''}`,
      is,
      title: `From “${titleOf(from)}”`,
      says: [says],
      node: from,
    })),
  ]
  return differences.sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is))
}

/** Where a difference is seen: its card in either chart; both, where the step moved. */
export function placeOf(node: string, drawings: readonly ChartDrawing[]): Bounds | null {
  return around(drawings.flatMap(({ cards }) => cards.filter(card => card.node.id === node)))
}
