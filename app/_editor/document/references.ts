import type { When } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Option } from '@/compiler/language/kinds/close'
import type { With } from '@/compiler/language/kinds/common'
import type { PolicyDocument, Scenario } from '@/compiler/language/policy'
import { namesFact, renameBraces, renameKey } from './rename-keys'

/** What of the handbook is named: a fact, an action, a tier, or a parameter (`of` its action). */
export type Name =
  | { kind: 'fact'; id: string }
  | { kind: 'action'; id: string }
  | { kind: 'tier'; id: string }
  | { kind: 'param'; id: string; of: string }

/** Where in a document something is named. */
export interface Place {
  part: 'node' | 'edge' | 'fact' | 'action' | 'guardrail' | 'scenario'
  /** The id of the node, edge, fact, action or guardrail; the index of the scenario. */
  id: string | number
  path: (string | number)[]
}

export interface Reference {
  name: Name
  place: Place
  /** Makes this one place say another id. Only on a document that may be changed. */
  rename: (to: string) => void
}

type Visit = (reference: Reference) => void

/** Calls `visit` for every place of a document that names the one asked for; its definition is not among them. */
export function eachReference(document: PolicyDocument, name: Name, visit: Visit): void {
  const look = lookFor(name, visit)
  const { facts = {}, actions = {}, guardrails = [] } = document.handbook
  for (const [id, fact] of Object.entries(facts)) {
    const at = look({ part: 'fact', id, path: ['handbook', 'facts', id] })
    at.value('fact', fact, 'about')
    at.words(fact, 'title', 'ask', 'guidance')
  }
  for (const [id, action] of Object.entries(actions)) {
    const at = look({ part: 'action', id, path: ['handbook', 'actions', id] })
    at.whens(action.requires)
    at.key('tier', action, 'grants')
    for (const tier of Object.keys(action.grants ?? {})) at.paramKey(id, action.grants!, tier)
  }
  guardrails.forEach((rule, index) => {
    const at = look({ part: 'guardrail', id: rule.id, path: ['handbook', 'guardrails', index] })
    at.key('fact', rule, 'when')
    at.value('tier', rule, 'tier')
    for (const pattern of [rule.never, rule.always]) {
      at.value('action', pattern, 'action')
      at.value('tier', pattern, 'to')
    }
  })
  document.chart.nodes.forEach((node, index) => {
    nodeReferences(node, look({ part: 'node', id: node.id, path: ['chart', 'nodes', index] }))
  })
  document.chart.edges.forEach((edge, index) => {
    look({ part: 'edge', id: edge.id, path: ['chart', 'edges', index] }).key('fact', edge, 'when')
  })
  document.scenarios?.forEach((scenario, index) => {
    scenarioReferences(scenario, look({ part: 'scenario', id: index, path: ['scenarios', index] }))
  })
}

type Look = ReturnType<ReturnType<typeof lookFor>>

function nodeReferences(node: Node, at: Look) {
  switch (node.kind) {
    case 'note':
      return
    case 'start':
      break
    case 'trigger':
      at.key('fact', node, 'when')
      break
    case 'question':
      node.facts.forEach((_, i) => {
        at.value('fact', node.facts, i)
      })
      break
    case 'action':
      at.call(node)
      break
    case 'escalate':
      at.value('tier', node, 'to')
      at.whens(node.requires)
      break
    case 'close':
      at.options(node.options)
      break
  }
  at.words(node, 'title', 'say', 'note', 'why')
}

function scenarioReferences(scenario: Scenario, at: Look) {
  const { expect } = scenario
  at.value('tier', scenario, 'tier')
  at.key('fact', scenario, 'facts')
  expect.asked?.forEach((_, i) => {
    at.value('fact', expect.asked!, i)
  })
  expect.steps?.forEach((step, i) => {
    if (typeof step === 'string') at.value('action', expect.steps!, i)
    else at.call(step)
  })
  if (expect.says) at.words(expect.says, ...expect.says.keys())
  if (!expect.end) return
  at.value('tier', expect.end, 'to')
  at.words(expect.end, 'say')
  at.options(expect.end.options)
}

function lookFor(name: Name, visit: Visit) {
  return (place: Place) => {
    const found = (rename: Reference['rename']) => visit({ name, place, rename })
    /** The value at `field` of `owner` is the name. */
    const value = <O extends object>(kind: Name['kind'], owner: O | undefined, field: keyof O) => {
      if (!owner || kind !== name.kind || owner[field] !== name.id) return
      found(to => {
        owner[field] = to as O[keyof O]
      })
    }
    /** A key of the record at `field` of `owner` is the name. */
    const key = <O extends object>(kind: Name['kind'], owner: O, field: keyof O) => {
      const record = owner[field] as Record<string, unknown> | undefined
      if (kind !== name.kind || !record || !Object.hasOwn(record, name.id)) return
      found(to => {
        owner[field] = renameKey(owner[field] as Record<string, unknown>, name.id, to) as O[keyof O]
      })
    }
    const paramKey = <O extends object>(action: string, owner: O, field: keyof O) => {
      if (name.kind === 'param' && name.of === action) key('param', owner, field)
    }
    /** Words name facts in braces. */
    const words = <O extends object>(owner: O, ...fields: (keyof O)[]) => {
      if (name.kind !== 'fact') return
      for (const field of fields) {
        const text = owner[field]
        if (typeof text !== 'string' || !namesFact(text, name.id)) continue
        found(to => {
          owner[field] = renameBraces(owner[field] as string, name.id, to) as O[keyof O]
        })
      }
    }
    const whens = (rows: When[] | undefined) =>
      rows?.forEach((_, i) => {
        key('fact', rows, i)
      })
    /** An action with its arguments. */
    const call = (owner: { action: string; with?: With }) => {
      value('action', owner, 'action')
      paramKey(owner.action, owner, 'with')
      for (const argument of Object.values(owner.with ?? {}))
        if (typeof argument === 'object' && argument !== null) value('fact', argument, 'fact')
    }
    const options = (list: Option[] | undefined) =>
      list?.forEach(option => {
        if ('action' in option) call(option)
        else words(option, 'say')
      })
    return { value, key, paramKey, words, whens, call, options }
  }
}
