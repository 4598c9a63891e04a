import { checkHandbook } from '@/compiler/check-handbook'
import { compileAll } from '@/compiler/compile'
import { Memory } from '@/compiler/memory/memory'
import { asHandbook } from './as-policy'
import type { CheckAnswer, CheckRequest } from './checking'

// The whole compiler runs here, beside the page: however large a policy is, typing stays smooth.
// Of the one policy that is open: an edit has only what it changes checked again.
const memory = new Memory()

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { number: data.number, ...checked(data) }
  self.postMessage(answer)
}

function checked({ kind, document, handbook }: CheckRequest): Omit<CheckAnswer, 'number'> {
  if (kind === 'policy') return compileAll(document, { memory, handbook: handbook ?? undefined })
  // Published versions count from 1; which one this will be has nothing to do with what is found.
  const { findings } = checkHandbook(asHandbook(document, 1))
  // Its places are shown in the document that the editor has of it.
  const inPolicy = (path: (string | number)[]) =>
    path[0] === 'title' || path[0] === 'name' ? path : ['handbook', ...path]
  return {
    policy: null,
    artifacts: null,
    findings: findings.map(({ path, fix, ...found }) => ({
      ...found,
      ...(path && { path: inPolicy(path) }),
      ...(fix && {
        fix: { ...fix, edits: fix.edits.map(edit => ({ ...edit, path: inPolicy(edit.path) })) },
      }),
    })),
  }
}
