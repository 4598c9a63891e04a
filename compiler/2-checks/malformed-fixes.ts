import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { Fix } from '../language/finding'
import type { NodeOf } from '../language/kinds'
import { type Domain, inDomain } from '../language/tests/domain'
import { type JsonValue, toJson, toPoint } from '../runtime/values'
import { nearestName, nodeName, nodePath, titled } from './names'
import { nearestFix } from './nearest-fix'

/** A fix of one edit. */
export const put = (path: Path, value: unknown, title: string): { fix: Fix } => ({
  fix: { title, edits: [{ path, value }] },
})
export const takeOut = (path: Path, title: string) => put(path, undefined, title)

/** A value written as one of another type, such as a number in quotes or a time without seconds. */
export function asValue(path: Path, written: JsonValue, domain: Domain): { fix?: Fix } {
  const text = String(written)
  const spelt =
    domain.type === 'boolean'
      ? { true: true, false: false }[text]
      : domain.type === 'number'
        ? Number(text.trim() || 'none')
        : domain.type === 'time' && /^\d\d:\d\d$/.test(text)
          ? `${text}:00`
          : text
  const point = written === null ? undefined : toPoint(domain.type, spelt)
  if (point === undefined || !inDomain(domain, point)) return {}
  const value = toJson(domain.type, point)
  return put(path, value, `Write ${JSON.stringify(value)}`)
}

/** What an answer tests is asked for; a name with a slip is that of a fact which is. */
export function askFor(graph: Graph, question: NodeOf<'question'>, fact: string, path: Path): { fix?: Fix } {
  if (!graph.domains.has(fact)) {
    const fix = nearestFix(graph, path, fact, nearestName(fact, question.facts))
    return fix ? { fix } : {}
  }
  const at = [...nodePath(graph, question.id), 'facts', question.facts.length]
  return put(at, fact, `Have ${nodeName(question)} ask ${titled('facts', graph, fact)}, too`)
}
