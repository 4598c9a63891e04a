import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { Fix } from '../language/finding'
import { type Domain, domainOf } from '../language/tests/domain'
import { parseTest } from '../language/tests/parse'
import { printTest } from '../language/tests/print'
import type { Test } from '../language/tests/test'
import { isInDocument } from './in-document'
import { asMeant } from './test-as-meant'
import { turnedRound } from './turned-round'

/** The condition as it was meant, where what is wrong with it is only how it is written. */
export function badTestFix(graph: Graph, path: Path, text: string, name: string): Fix | undefined {
  const domain = domainAt(graph, path, name)
  if (!domain || !isInDocument(graph, path)) return undefined
  const parsed = parseTest(text, domain.type)
  // What can be read is at fault for what it allows.
  if (parsed.ok) return allowing(parsed.test, domain, path)
  const meant = asMeant(text, domain.type)
  return meant === undefined ? undefined : { title: `Write ${meant}`, edits: [{ path, value: meant }] }
}

/** The domain of what a test at this place is about: a parameter of an action, or a fact. */
function domainAt(graph: Graph, [part, kind, of, ...rest]: Path, name: string): Domain | undefined {
  const params = part === 'handbook' && kind === 'actions' && (rest[0] === 'params' || rest[0] === 'grants')
  return params ? graph.params.get(String(of))?.get(name) : graph.domains.get(name)
}

function allowing(test: Test, domain: Domain, path: Path): Fix | undefined {
  if (test.is === 'any') return undefined
  const known = test.items.filter(item => item.is !== 'value' || item.value !== null)
  if (known.length === test.items.length) {
    const { type, step } = domain
    const turned = turnedRound(test, domainOf({ type, ...(step !== undefined && { step }) }))
    return (
      turned && { title: `Turn the interval round: ${turned.text}`, edits: [{ path, value: turned.text }] }
    )
  }
  const fact = path.slice(0, -1)
  if (test.not || known.length === 0 || fact[1] !== 'facts') return undefined
  return {
    title: 'Let it be unknown instead',
    edits: [
      { path, value: printTest({ ...test, items: known }, domain.type) },
      { path: [...fact, 'mayBeUnknown'], value: true },
    ],
  }
}
