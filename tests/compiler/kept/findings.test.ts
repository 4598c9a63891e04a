import { describe, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { CHECKS } from '@/compiler/2-checks'
import { Replay } from '@/compiler/2-checks/replay'
import { check } from '../checked'
import { kept, read } from './kept'

describe('of documents that were kept', () => {
  it('the same is found', () => {
    const documents = read<unknown>('drafts.jsonl')
    kept(
      'findings.jsonl',
      documents.flatMap((document, i) =>
        check(document).findings.map(finding => ({ line: i + 1, ...finding })),
      ),
    )
  })

  it('the same examples show the same findings', () => {
    const WITNESSES = new Map(CHECKS.map(({ code, witness }) => [code, witness]))
    kept(
      'shown.jsonl',
      read<unknown>('drafts.jsonl').flatMap((document, i) => {
        const { policy, findings } = check(document)
        const replay = policy && new Replay(readGraph(policy))
        const examples = findings.flatMap(({ witness }) => (witness ? [witness] : []))
        // Each example beside each finding: most of them show another one, or nothing of the kind.
        return findings.flatMap(finding => {
          const of = WITNESSES.get(finding.code)!
          if (!replay || 'none' in of) return []
          const shown = examples.map(witness => Number(of.confirms({ ...finding, witness }, replay)))
          for (const wrong of [{ nodes: ['nowhere'] }, { nodes: undefined }, { witness: {} }])
            shown.push(Number(of.confirms({ ...finding, ...wrong }, replay)))
          return [{ line: i + 1, code: finding.code, path: finding.path, shown: shown.join('') }]
        })
      }),
    )
  })
})
