/**
 * The facts on which a walk may still branch, place by place. A fact that is tested at one place only is no longer of
 * interest behind it, and not known before it: only those that are tested at several are kept, bit by bit.
 */
export class Liveness {
  private readonly places = new Map<string, number>()
  private readonly words: number
  private readonly bits: Uint32Array

  /**
   * Of so many places, each of which comes after all those behind it. `tested` tells the facts that a place heeds itself, and
   * `next` the places behind it; facts that are tested before the first place are `before`.
   */
  constructor(
    count: number,
    before: Iterable<string>,
    {
      tested,
      next,
    }: {
      tested: (place: number, test: (fact: string) => void) => void
      next: (place: number, lead: (to: number) => void) => void
    },
  ) {
    const last = new Map<string, number>()
    for (const fact of before) last.set(fact, -1)
    for (let place = 0; place < count; place++)
      tested(place, fact => {
        const known = last.get(fact)
        if (known !== undefined && known !== place && !this.places.has(fact))
          this.places.set(fact, this.places.size)
        last.set(fact, place)
      })
    const words = (this.places.size + 31) >> 5
    this.words = words
    this.bits = new Uint32Array(words * count)
    const { bits } = this
    if (words === 0) return
    for (let place = 0; place < count; place++) {
      const at = place * words
      tested(place, fact => {
        const bit = this.places.get(fact)
        if (bit !== undefined) bits[at + (bit >> 5)]! |= 1 << (bit & 31)
      })
      next(place, to => {
        for (let i = 0; i < words; i++) bits[at + i]! |= bits[to * words + i]!
      })
    }
  }

  /** Whether the place, or one behind it, tests a fact that is tested elsewhere, too. */
  has(place: number, fact: string): boolean {
    const bit = this.places.get(fact)
    return bit !== undefined && (this.bits[place * this.words + (bit >> 5)]! & (1 << (bit & 31))) !== 0
  }

  /** The facts that are tested at several places, in the order of their bits. */
  get facts(): readonly string[] {
    return [...this.places.keys()]
  }

  /** Which of these facts the place, or one behind it, tests. */
  text(place: number): string {
    if (this.words < 2) return this.words === 0 ? '' : String(this.bits[place])
    return this.bits.subarray(place * this.words, (place + 1) * this.words).join()
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
