import { canonicalJson } from '../runtime/canonical-json'
import { type ComparedEnd, type ComparedStep, silent } from './outcome'

/** The end of a case that a version does not accept. */
export const INVALID = -1

/** Numbers for things that are written down: equal things have the same number, and what differs in words alone the same `silent` one. */
class Numbered<T extends { say?: string; note?: string }> {
  private readonly numbers = new Map<string, number>()
  private readonly seen = new Map<T, number>()
  readonly all: T[] = []
  private readonly quiet: string[] = []

  number(part: T): number {
    const met = this.seen.get(part)
    if (met !== undefined) return met
    const plain = withoutQuestion(part)
    const key = canonicalJson(plain)
    const number = this.numbers.get(key) ?? this.all.push(plain) - 1
    this.numbers.set(key, number)
    this.quiet[number] ??= canonicalJson(silent(plain))
    this.seen.set(part, number)
    return number
  }

  /** Whether they are the same but for their words. */
  differOnlyInWords = (a: number, b: number) => a === b || this.quiet[a] === this.quiet[b]
}

/** The steps and ends of two versions, as numbers. */
export class Written {
  readonly steps = new Numbered<ComparedStep>()
  readonly ends = new Numbered<ComparedEnd>()
}

/** Without the node in whose words a parameter is asked for: that says nothing of the decision. */
function withoutQuestion<T extends object>(part: T): T {
  if (!('question' in part)) return part
  const { question: _question, ...rest } = part
  return rest as T
}
