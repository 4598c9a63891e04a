import type { Graph } from '../1-graph/graph'
import type { Tables } from '../4-table/tables'
import { type Finding, finding, isUnsound } from '../language/finding'
import { Cases } from './cases'
import { CHECKS } from './index'

/**
 * All findings about a graph, errors first. What the chart does is looked at only where its structure is sound: a
 * chart with an error of structure is not clean in any case.
 */
export function runChecks(graph: Graph, tables: Tables): Finding[] {
  const found: Finding[] = []
  for (const check of CHECKS)
    if (check.about === 'structure') for (const say of check.find(graph)) found.push(finding(check.code, say))
  if (!found.some(isUnsound)) {
    const cases = new Cases(graph)
    for (const check of CHECKS)
      if (check.about === 'behaviour')
        for (const say of check.find(cases, tables)) found.push(finding(check.code, say))
  }
  return found.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}
