import { once } from './once'

/** Where one part of the compiler keeps what it has worked out, by all that it was worked out from. */
export interface Shelf {
  /** How many things it keeps. */
  readonly size: number
}

/** A shelf of things by a text that says all that they were made from. */
export class Kept<V> extends Map<string, V> implements Shelf {
  constructor(_: Memory) {
    super()
  }
}

/** As many things may be kept whatever they are; a chart of a few hundred steps has about as many. */
const ROOM = 20_000

/**
 * What was worked out of documents, for the next one that is nearly the same: the draft that somebody edits. It changes
 * nothing but how long things take, since whatever is kept is kept by everything that it was made from.
 *
 * It holds about three times what a document needs, at most: when it has more, it forgets everything. Then the next check
 * takes as long as a first one, once in a few hundred edits. What comes out of a check with a memory shares its parts with
 * what comes out of the next one: it is not to be changed.
 */
export class Memory {
  private shelves = new Map<new (memory: Memory) => Shelf, Shelf>()
  private readonly numbers = new WeakMap<object, number>()
  private last = 0
  /** How many things were kept after the first document since everything was forgotten. */
  private needed: number | null = null

  constructor(private readonly room: number = ROOM) {}

  /** The one shelf of its kind. */
  shelf<S extends Shelf>(of: new (memory: Memory) => S): S {
    return once(this.shelves, of, () => new of(this)) as S
  }

  /** A number that was never given before, and never will be again. */
  fresh = (): number => ++this.last

  /** The number of an object; no other one has it, not even when the object is gone. */
  number(object: object): number {
    const known = this.numbers.get(object)
    if (known !== undefined) return known
    const made = this.fresh()
    this.numbers.set(object, made)
    return made
  }

  get size(): number {
    let size = 0
    for (const shelf of this.shelves.values()) size += shelf.size
    return size
  }

  /** Another document is about to be looked at. */
  turn() {
    const { size } = this
    if (this.needed === null) this.needed = size > 0 ? size : null
    else if (size > 3 * this.needed + this.room) this.forget()
  }

  forget() {
    this.shelves = new Map()
    this.needed = null
  }
}
