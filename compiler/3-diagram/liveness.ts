/**
 * The facts on which a walk may still branch, place by place. A fact that is tested at one place only is no longer of
 * interest behind it, and not known before it: only those that are tested at several are kept, bit by bit.
 */
export class Liveness {
  private readonly places = new Map<string, number>()
  private readonly words: number
  private readonly bits: Uint32Array

  /**
   * `tested` are the facts that each place heeds itself; `next` the places behind it, whose numbers are lower. Facts that
   * are tested before the first place are `before`.
   */
  constructor(
    tested: readonly ReadonlySet<string>[],
    next: (place: number) => readonly number[],
    before: Iterable<string>,
  ) {
    const once = new Set(before)
    for (const facts of tested)
      for (const fact of facts) {
        if (!once.has(fact)) once.add(fact)
        else if (!this.places.has(fact)) this.places.set(fact, this.places.size)
      }
    this.words = (this.places.size + 31) >> 5
    this.bits = new Uint32Array(this.words * tested.length)
    if (this.words === 0) return
    for (let place = 0; place < tested.length; place++) {
      const at = place * this.words
      for (const fact of tested[place]!) {
        const bit = this.places.get(fact)
        if (bit !== undefined) this.bits[at + (bit >> 5)]! |= 1 << (bit & 31)
      }
      for (const below of next(place)) {
        const from = below * this.words
        for (let i = 0; i < this.words; i++) this.bits[at + i]! |= this.bits[from + i]!
      }
    }
  }

  /** Whether the place, or one behind it, tests a fact that is tested elsewhere, too. */
  has(place: number, fact: string): boolean {
    const bit = this.places.get(fact)
    return bit !== undefined && (this.bits[place * this.words + (bit >> 5)]! & (1 << (bit & 31))) !== 0
  }

  /** What a box says of the facts on which a walk from the place may still branch. */
  at<T>(place: number, box: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
    let kept = 0
    for (const fact of box.keys()) if (this.has(place, fact)) kept++
    if (kept === box.size) return box
    const live = new Map<string, T>()
    if (kept > 0) for (const [fact, cells] of box) if (this.has(place, fact)) live.set(fact, cells)
    return live
  }
}
