import type { Handbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Name, Place } from '../../document/references'
import { references } from '../../document/rename'
import { nodeTitle } from '../../kinds'
import { actionTitle, factTitle, whenWords } from '../words/titles'

/** A place in words: “an answer of “What time is it?””. */
export function placeWords(place: Place, document: PolicyDocument, handbook: Handbook): string {
  const titleOf = (id: string | number) => {
    const node = document.chart.nodes.find(each => each.id === id)
    return node ? nodeTitle(node, handbook) : String(id)
  }
  switch (place.part) {
    case 'node':
      return `“${titleOf(place.id)}” on the chart`
    case 'edge': {
      const edge = document.chart.edges.find(each => each.id === place.id)
      return edge
        ? `the answer “${whenWords(edge.when ?? {}, handbook)}” of “${titleOf(edge.from)}”`
        : String(place.id)
    }
    case 'fact':
      return `the fact “${factTitle(String(place.id), handbook)}”`
    case 'action':
      return `the action “${actionTitle(String(place.id), handbook)}”`
    case 'guardrail': {
      const rule = document.handbook.guardrails?.find(each => each.id === place.id)
      return `the guardrail “${rule?.title || place.id}”`
    }
    case 'scenario':
      return `the scenario “${document.scenarios?.[Number(place.id)]?.title || Number(place.id) + 1}”`
  }
}

/** Where something is used, each place once, in the order of the document. */
export function usesOf(document: PolicyDocument, handbook: Handbook, name: Name): string[] {
  return [...new Set(references(document, name).map(({ place }) => placeWords(place, document, handbook)))]
}
