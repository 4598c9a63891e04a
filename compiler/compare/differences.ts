import { type Box, boxesMeet, EMPTY_BOX, intersectBoxes, isLive, liveIn, narrowed, setIn } from './box'
import { addRun, type CellRuns, type RunsStore } from './cell-runs'
import { Labels, SAME } from './labels'
import { type DecisionNode, type ForkWay, isFork, isLeaf, keyOfWay, NodeStore, wayOf } from './nodes'
import { type Steps, settledSteps, withoutEnds, withoutStart } from './pending'
import { TooDifferent } from './too-different'
import type { Versions } from './version'

/** How much may be looked at before the comparison is given up. */
export const COMPARE_LIMIT = 4_000_000

/** Where the walks of the versions are, the steps that each has done beyond those that both have, and what is settled. */
interface At {
  old: DecisionNode
  oldSteps: Steps
  new: DecisionNode
  newSteps: Steps
  /** Both are at the same node: all that is still to come is done alike, and only where it ends is still to be named. */
  together: boolean
  box: Box
}

/** A pair that waits for what is below it. */
interface Waiting {
  below: At[]
  made: DecisionNode[]
  /** What comes of it; null where something else has to be found out first. */
  close: (made: readonly DecisionNode[]) => DecisionNode | null
}

/**
 * Walks both versions at once. Steps that both have done are dropped on the way, and where both have come to the same
 * node with nothing between them, nothing differs below; so what is the same is not looked at again, and regions are
 * not split by it. The result is a diagram whose ends are labels. It is made without recursion: charts may be deep.
 */
export class Differences {
  readonly store = new NodeStore()
  readonly labels: Labels
  readonly sets: RunsStore
  readonly root: DecisionNode
  private readonly same = this.store.leaf(SAME)
  private readonly memo = new Map<string, DecisionNode>()
  private readonly alike = new Map<string, boolean>()
  private work = 0

  /** @throws TooDifferent beyond the limit. */
  constructor(
    private readonly versions: Versions,
    /** Whether steps that both have done between two differences are left out. */
    private readonly droppingShared: boolean,
    private readonly limit = COMPARE_LIMIT,
  ) {
    this.labels = new Labels(versions.written)
    this.sets = versions.sets
    this.root = this.solve({
      old: versions.old,
      oldSteps: [],
      new: versions.new,
      newSteps: [],
      together: false,
      box: EMPTY_BOX,
    })
  }

  private solve(first: At): DecisionNode {
    const stack: Waiting[] = []
    let made = this.enter(first, stack)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (made) top.made.push(made)
      if (top.made.length < top.below.length) made = this.enter(top.below[top.made.length]!, stack)
      else {
        stack.pop()
        made = top.close(top.made)
      }
    }
    return made!
  }

  /** The differences from here on where they are known at once; else null, and what has to be done is on the stack. */
  private enter(from: At, stack: Waiting[]): DecisionNode | null {
    const at = this.arrived(from)
    if (at.old === at.new) {
      if (at.oldSteps.length === 0 && at.newSteps.length === 0) return this.same
      at.together = true
    }
    const key = `${at.together ? 't' : ''}${at.old.id},${at.new.id};${at.oldSteps.join()};${at.newSteps.join()};${at.box.join()}`
    const known = this.memo.get(key)
    if (known) return known
    this.spend(1 + at.oldSteps.length + at.newSteps.length)
    const keep = (made: DecisionNode) => {
      this.memo.set(key, made)
      return made
    }
    if (isLeaf(at.old) && isLeaf(at.new)) {
      const [was, is] = [this.versions.leafOf(at.old.value), this.versions.leafOf(at.new.value)]
      const [before, after] = at.together
        ? [at.oldSteps, at.newSteps]
        : withoutEnds([...at.oldSteps, ...was.steps], [...at.newSteps, ...is.steps])
      const label = this.labels.number({ steps: before, end: was.end }, { steps: after, end: is.end })
      return keep(this.store.leaf(label))
    }
    // With other steps behind them, charts that go on alike need not be followed twice.
    if (!at.together && at.oldSteps.length + at.newSteps.length > 0) {
      const bare = { ...at, oldSteps: [], newSteps: [] }
      const place = `${at.old.id},${at.new.id};${at.box.join()}`
      const alike = this.alike.get(place)
      if (alike === undefined) {
        stack.push({
          below: [bare],
          made: [],
          close: ([made]) => {
            this.alike.set(place, made === this.same)
            return this.enter(at, stack)
          },
        })
        return null
      }
      if (alike) return this.enter({ ...at, new: at.old, together: true }, stack)
    }
    stack.push(isFork(at.old) || isFork(at.new) ? this.overlay(at, keep) : this.split(at, keep))
    return null
  }

  /** The pair cut by a fact: one pair below for each way that cases of both versions go. */
  private split(at: At, keep: (made: DecisionNode) => DecisionNode): Waiting {
    const { fact } = isLeaf(at.old) ? at.new : at.old
    const { count } = this.versions.joint.facts[fact]!.cells
    const settled = setIn(at.box, fact)
    const within: CellRuns = settled === undefined ? [0, count] : this.sets.of(settled)
    const groups = new Map<number, { old: DecisionNode; new: DecisionNode; runs: number[]; place: number }>()
    /** Where the ways change, and to which group. */
    const [starts, to]: [number[], number[]] = [[], []]
    for (let i = 0; i < within.length; i += 2) {
      const end = within[i + 1]!
      for (let cell = within[i]!; cell < end; ) {
        const [p, q] = [along(at.old, fact, cell), along(at.new, fact, cell)]
        const until = Math.min(end, p.until, q.until)
        const key = p.to.id * 2 ** 26 + q.to.id
        const group = groups.get(key) ?? { old: p.to, new: q.to, runs: [], place: groups.size }
        groups.set(key, group)
        addRun(group.runs, cell, until)
        if (to[to.length - 1] !== group.place) {
          // What is not within is never come to: it goes the way of its neighbour.
          starts.push(starts.length === 0 ? 0 : cell)
          to.push(group.place)
        }
        cell = until
      }
    }
    this.spend(to.length)
    const below = [...groups.values()].map(({ old, new: next, runs }): At => {
      const [a, b] = [this.versions.live(old), this.versions.live(next)]
      const live = (each: number) => isLive(a, each) || isLive(b, each)
      return { ...at, old, new: next, box: narrowed(at.box, fact, runs, count, this.sets, live) }
    })
    return {
      below,
      made: [],
      close: made =>
        keep(
          this.store.branch(
            fact,
            starts,
            to.map(place => made[place]!),
          ),
        ),
    }
  }

  /**
   * Pairs of ways that have cases in common, where one of the versions forks at least. Ways that both have need no pair
   * where nothing is behind them: of two versions of a wide question most are.
   */
  private overlay(at: At, keep: (made: DecisionNode) => DecisionNode): Waiting {
    const bare = at.oldSteps.length + at.newSteps.length === 0
    let [olds, news] = [this.waysOf(at.old, at.box), this.waysOf(at.new, at.box)]
    const all = olds.length + news.length
    if (bare) {
      const keys = new Set(news.map(keyOfWay))
      const both = new Set(olds.flatMap(way => (keys.has(keyOfWay(way)) ? [keyOfWay(way)] : [])))
      olds = olds.filter(way => !both.has(keyOfWay(way)))
      news = news.filter(way => !both.has(keyOfWay(way)))
    }
    const whole = all === olds.length + news.length && all > 0
    const below: At[] = []
    const boxes: Box[] = []
    const pair = (one: ForkWay, other: ForkWay) => {
      const box = intersectBoxes(one.box, other.box, this.sets)
      const within = box && intersectBoxes(at.box, box, this.sets)
      if (!within) return
      const [a, b] = [this.versions.live(one.to), this.versions.live(other.to)]
      boxes.push(box)
      below.push({
        ...at,
        old: one.to,
        new: other.to,
        box: liveIn(within, fact => isLive(a, fact) || isLive(b, fact)),
      })
    }
    if (at.together) for (const way of olds) pair(way, way)
    else {
      this.spend((olds.length * news.length) >> 3)
      const groups = byFirst(news)
      for (const one of olds)
        for (const { fact, set, ways } of groups) {
          const own = fact === undefined ? undefined : setIn(one.box, fact)
          if (own !== undefined && !this.sets.meet(own, set!)) continue
          for (const other of ways) if (boxesMeet(one.box, other.box, this.sets)) pair(one, other)
        }
    }
    this.spend(below.length)
    return {
      below,
      made: [],
      close: made => {
        // With nothing left out, the ways cover all that comes here.
        if (whole && made.length > 0 && made.every(to => to === made[0])) return keep(made[0]!)
        const ways = made.flatMap((to, i) => (to === this.same ? [] : [{ box: boxes[i]!, to }]))
        return keep(ways.length === 0 ? this.same : this.store.fork(ways))
      },
    }
  }

  /** The ways of a node in a box; a node that does not fork is one way. */
  private waysOf(node: DecisionNode, box: Box): readonly ForkWay[] {
    if (!isFork(node)) return [{ box: EMPTY_BOX, to: node }]
    return box.length === 0 ? node.ways : node.ways.filter(way => boxesMeet(way.box, box, this.sets))
  }

  /** Follows parts until each walk branches or ends; drops the steps that both have done first. */
  private arrived(from: At): At {
    const at = { ...from }
    while (isLeaf(at.old)) {
      const { part, steps } = this.versions.leafOf(at.old.value)
      if (!part) break
      at.old = part
      if (!at.together && steps.length > 0) at.oldSteps = [...at.oldSteps, ...steps]
      if (at.together) at.new = part
    }
    while (!at.together && isLeaf(at.new)) {
      const { part, steps } = this.versions.leafOf(at.new.value)
      if (!part) break
      at.new = part
      if (steps.length > 0) at.newSteps = [...at.newSteps, ...steps]
    }
    if (!at.together)
      [at.oldSteps, at.newSteps] = this.droppingShared
        ? settledSteps(at.oldSteps, at.newSteps)
        : withoutStart(at.oldSteps, at.newSteps)
    return at
  }

  private spend(work: number) {
    this.work += work
    if (this.work > this.limit) throw new TooDifferent()
  }
}

/** Ways by what they say of their first fact, which many of them share. */
function byFirst(ways: readonly ForkWay[]) {
  const groups = new Map<string, { fact: number | undefined; set: number | undefined; ways: ForkWay[] }>()
  for (const way of ways) {
    const [fact, set] = way.box
    const key = `${fact},${set}`
    const group = groups.get(key)
    if (group) group.ways.push(way)
    else groups.set(key, { fact, set, ways: [way] })
  }
  return [...groups.values()]
}

/** Where a cell leads, and the first cell that may lead elsewhere. */
function along(node: DecisionNode, fact: number, cell: number): { to: DecisionNode; until: number } {
  if (node.fact !== fact || isLeaf(node) || isFork(node)) return { to: node, until: Infinity }
  const way = wayOf(node, cell)
  return { to: node.to[way]!, until: node.starts[way + 1] ?? Infinity }
}
