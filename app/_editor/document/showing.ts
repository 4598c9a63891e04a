import type { Finding } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Facts } from '@/compiler/runtime/result'

/** How a step or a line is lit: the case came there, is there, went wrong there; or would go there if it were another. */
export type Lit = 'passed' | 'here' | 'wrong' | 'instead'

/** The way of a case, lit on the chart. */
export interface Light {
  nodes: ReadonlyMap<string, Lit>
  edges: ReadonlyMap<string, Lit>
  /** The step that is kept in sight. */
  at?: string
  /** Somebody points at it just now, as at the row of a table: it stands out before those that are there to stay. */
  pointed?: boolean
}

/** The one that is seen of several: what somebody points at, else the last that came. */
export const lightOf = ({ lights }: Pick<ShowingData, 'lights'>): Light | undefined =>
  lights.findLast(({ pointed }) => pointed) ?? lights.at(-1)

/** A finding's example, walked through the chart of the document that it is about. */
export interface ShownWalk {
  finding: Finding
  document: PolicyDocument
  /** Asked for again, it begins again. */
  times: number
}

/** What happens in a call that is tried: something is found out, or another tier takes over. */
export type Move = { told: Facts } | { tier: string }

/** A call that is tried. Each move can be taken back; it is nobody's but the person's who tries it. */
export interface Call {
  /** Who takes the call; null is the first tier. */
  tier: string | null
  moves: readonly Move[]
}

export interface ShowingData {
  /** What is lit on the chart, in the order in which it came; one of them is seen, {@link lightOf}. */
  lights: readonly Light[]
  walk: ShownWalk | null
  call: Call
  /** The step that one would have expected the call to come to. */
  wish: string | null
  /** Whether lines show how many scenarios take them. */
  coverage: boolean
}

export interface ShowingActions {
  /** Lights a way on the chart; returns what puts it out. */
  shine(light: Light): () => void
  /** Walks a finding's example, or ends the walk. */
  showWalk(finding: Finding | null): void
  /** Changes the call that is tried. */
  setCall(call: Call): void
  setWish(node: string | null): void
  showCoverage(shown: boolean): void
}

export const NO_CALL: Call = { tier: null, moves: [] }

export const showingData: ShowingData = {
  lights: [],
  walk: null,
  call: NO_CALL,
  wish: null,
  coverage: false,
}

type Set = (change: (state: ShowingData & { document: PolicyDocument }) => Partial<ShowingData>) => void

/** The part of the store that is about what is shown on the chart, and in no document. */
export const showingActions = (set: Set): ShowingActions => ({
  shine(light) {
    set(({ lights }) => ({ lights: [...lights, light] }))
    return () => set(({ lights }) => ({ lights: lights.filter(other => other !== light) }))
  },
  showWalk: finding =>
    set(({ document, walk }) => ({
      walk: finding && { finding, document, times: (walk?.times ?? 0) + 1 },
    })),
  setCall: call => set(() => ({ call })),
  setWish: wish => set(() => ({ wish })),
  showCoverage: coverage => set(() => ({ coverage })),
})
