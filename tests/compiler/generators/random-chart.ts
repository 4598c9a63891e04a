import type { Fact } from '@/compiler/language/fact'
import type { Action } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Option } from '@/compiler/language/kinds/close'
import type { Argument } from '@/compiler/language/kinds/common'
import type { Edge } from '@/compiler/language/policy'
import type { Dice } from './dice'
import { answers, orderedAnswers, someTest } from './random-answers'
import type { RandomFact } from './random-facts'

export interface RandomAction {
  id: string
  action: Action
  /** The lowest tier that may do it. */
  tier: number
  /** Literals that its parameters can take at that tier. */
  literals: Record<string, Exclude<Argument, { fact: string }>[]>
}

interface Built {
  id: string
  tier: number
  /** It may be entered at any tier: nothing below it escalates, and the first tier may do it all. */
  anywhere: boolean
}

/** Draws a chart from its ends upward, so that a card is complete before another one leads to it: there are no cycles. */
export class ChartBuilder {
  readonly nodes: Node[] = []
  readonly edges: Edge[] = []
  private readonly built: Built[] = []
  private serial = 0

  constructor(
    private readonly dice: Dice,
    private readonly tiers: readonly string[],
    private readonly facts: readonly RandomFact[],
    private readonly actions: readonly RandomAction[],
    /** Beyond this many names given, what is there is used again and the rest is closed. */
    private readonly most: number,
  ) {}

  draw(depth: number) {
    const { dice } = this
    const root = this.below(0, depth, true)
    this.nodes.push({ id: this.name(), kind: 'start' })
    this.lead(this.nodes.at(-1)!.id, root.id)
    for (let n = dice.pick([0, 0, 1, 1, 2, 3]); n > 0; n--) this.trigger()
    if (dice.chance(30)) this.nodes.push({ id: this.name(), kind: 'note', text: 'A remark' })
    return {
      nodes: dice.shuffle(this.nodes),
      edges: dice.chance(50) ? this.edges : [...this.edges].reverse().sort(this.keepsFirst),
    }
  }

  /** Reversing must not change the order of edges that decides. */
  private readonly keepsFirst = (a: Edge, b: Edge) =>
    a.from === b.from && this.firsts.has(a.from) ? this.edges.indexOf(a) - this.edges.indexOf(b) : 0
  private readonly firsts = new Set<string>()

  /** Names whose order has nothing to do with the order of drawing. */
  private name() {
    return `${this.dice.pick(['k', 'c', 'x', 'a', 'm'])}${this.serial++}`
  }

  private lead(from: string, to: string, answer: Pick<Edge, 'when' | 'otherwise'> = {}) {
    this.edges.push({ id: this.name(), from, to, ...answer })
  }

  private words(): { title?: string; say?: string; note?: string } {
    const { dice } = this
    return {
      ...(dice.chance(20) ? { title: `Title ${this.serial}` } : {}),
      ...(dice.chance(40) ? { say: `Words ${dice.int(1, 3)}` } : {}),
      ...(dice.chance(10) ? { say: `About {${dice.pick(this.facts).id}}` } : {}),
      ...(dice.chance(15) ? { note: `Note ${dice.int(1, 2)}` } : {}),
    }
  }

  private done(node: Node, tier: number, anywhere: boolean): Built {
    this.nodes.push(node)
    const built = { id: node.id, tier, anywhere }
    this.built.push(built)
    return built
  }

  /** A card for this tier with all that is below it: a new one, or one that is there already. */
  private below(tier: number, depth: number, branches = false): Built {
    const { dice } = this
    const fitting = this.built.filter(built => built.tier === tier || built.anywhere)
    const full = this.serial > this.most
    if (!branches && fitting.length > 0 && (full || dice.chance(25))) return dice.pick(fitting)
    if (full) return this.close(tier)
    if (branches || (depth > 0 && dice.chance(60))) return this.question(tier, depth)
    if (depth > 0 && dice.chance(55) && this.allowed(tier).length > 0) return this.action(tier, depth)
    if (tier + 1 < this.tiers.length && dice.chance(45)) return this.escalate(tier, depth)
    return this.close(tier)
  }

  private question(tier: number, depth: number): Built {
    const { dice } = this
    const facts = dice.shuffle(this.facts).slice(0, dice.chance(35) ? 2 : 1)
    const first = dice.chance(25)
    const rows = first ? orderedAnswers(dice, facts) : answers(dice, facts)
    const id = this.name()
    if (first) this.firsts.add(id)
    const ends = rows.map(() => this.below(tier, depth - 1))
    rows.forEach((when, i) => {
      this.lead(id, ends[i]!.id, when === null ? { otherwise: true } : { when })
    })
    const hit = first ? { hit: 'first' as const } : dice.chance(10) ? { hit: 'unique' as const } : {}
    const node = { id, kind: 'question' as const, facts: facts.map(fact => fact.id), ...hit, ...this.words() }
    return this.done(
      node,
      tier,
      ends.every(end => end.anywhere),
    )
  }

  private action(tier: number, depth: number): Built {
    const { dice } = this
    const chosen = dice.pick(this.allowed(tier))
    const next = this.below(tier, depth - 1)
    const id = this.name()
    this.lead(id, next.id)
    const node = {
      id,
      kind: 'action' as const,
      action: chosen.id,
      with: this.arguments(chosen),
      ...this.words(),
    }
    return this.done(node, tier, chosen.tier === 0 && next.anywhere)
  }

  private escalate(tier: number, depth: number): Built {
    const { dice } = this
    const to = dice.int(tier + 1, this.tiers.length - 1)
    const id = this.name()
    if (dice.chance(65)) this.lead(id, this.below(to, depth - 1).id)
    const mode = dice.pick(['consult', 'transfer', 'callback'] as const)
    const within = mode === 'callback' ? { within: dice.pick(['PT1H', 'PT60M', 'P1D']) } : {}
    return this.done(
      { id, kind: 'escalate', to: this.tiers[to]!, mode, ...within, ...this.words() },
      tier,
      false,
    )
  }

  private close(tier: number): Built {
    const { dice } = this
    const offered = dice.chance(30) ? this.allowed(tier) : []
    const options: Option[] = dice
      .shuffle(offered)
      .slice(0, 2)
      .map(chosen => ({ action: chosen.id, with: this.arguments(chosen) }))
    if (dice.chance(15)) options.push({ say: 'Something else' })
    const result = dice.pick(['resolved', 'declined'] as const)
    const node = {
      id: this.name(),
      kind: 'close' as const,
      result,
      ...(options.length > 0 ? { options } : {}),
      ...this.words(),
    }
    return this.done(
      node,
      tier,
      offered.every(chosen => chosen.tier === 0),
    )
  }

  private trigger() {
    const { dice } = this
    const testable = this.facts.filter(
      ({ fact }) => fact.volunteered || fact.source === 'record' || fact.source === 'clock',
    )
    if (testable.length === 0) return
    const when = Object.fromEntries(
      dice
        .shuffle(testable)
        .slice(0, dice.chance(25) ? 2 : 1)
        .map(fact => [fact.id, fact.fact.volunteered ? 'true' : someTest(dice, fact)]),
    )
    const next = this.below(0, dice.int(0, 2))
    const id = this.name()
    this.nodes.push({ id, kind: 'trigger', priority: dice.int(1, 3), when, ...this.words() })
    this.lead(id, next.id)
  }

  private allowed(tier: number) {
    return this.actions.filter(action => action.tier <= tier)
  }

  private arguments({ action, literals }: RandomAction): Record<string, Argument> {
    const { dice } = this
    return Object.fromEntries(
      Object.entries(action.params ?? {}).map(([name, param]) => {
        const suppliers = this.facts.filter(
          ({ fact }) => fact.type === param.type && fits(fact, param.allowedValues),
        )
        if (suppliers.length > 0 && dice.chance(70)) return [name, { fact: dice.pick(suppliers).id }]
        return [name, dice.pick(literals[name]!)]
      }),
    )
  }
}

/** A parameter with limits takes literals only: what a fact supplies would have to be proved to lie within them. */
const fits = (_fact: Fact, allowed: string | undefined) => allowed === undefined
