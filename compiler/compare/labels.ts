import type { Outcome } from './outcome'
import { crossed, withoutShared } from './pending'
import { INVALID, type Written } from './written'

/** A decision by the numbers of its steps and its end. */
export interface Decided {
  steps: readonly number[]
  end: number
}

/** What differs in a region. */
export interface Label {
  kind: 'decision' | 'wording'
  before: Decided
  after: Decided
}

const keyOf = ({ steps, end }: Decided) => `${steps.join()}|${end}`

/** The label of what does not differ. */
export const SAME = 0

/** Numbers for what differs: equal differences have the same. */
export class Labels {
  private readonly numbers = new Map<string, number>()
  private readonly all: (Label | null)[] = [null]

  /** Whether some label leaves out shared steps in a way that does not show what differs; see `crossed`. */
  crossed = false

  constructor(private readonly written: Written) {}

  of = (number: number): Label => this.all[number]!

  number(old: Decided, next: Decided): number {
    if (keyOf(old) === keyOf(next)) return SAME
    if (crossed(old.steps, next.steps)) this.crossed = true
    const before = { steps: withoutShared(old.steps), end: old.end }
    const after = { steps: withoutShared(next.steps), end: next.end }
    const [was, is] = [keyOf(before), keyOf(after)]
    const key = `${was} ${is}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const kind = this.onlyWords(before, after) ? 'wording' : 'decision'
    this.numbers.set(key, this.all.length)
    return this.all.push({ kind, before, after }) - 1
  }

  outcome = ({ steps, end }: Decided): Outcome =>
    end === INVALID
      ? { kind: 'invalid' }
      : {
          kind: 'decision',
          steps: steps.map(step => this.written.steps.all[step]!),
          end: this.written.ends.all[end]!,
        }

  private onlyWords = (a: Decided, b: Decided) =>
    a.end !== INVALID &&
    b.end !== INVALID &&
    a.steps.length === b.steps.length &&
    this.written.ends.differOnlyInWords(a.end, b.end) &&
    a.steps.every((step, i) => this.written.steps.differOnlyInWords(step, b.steps[i]!))
}
