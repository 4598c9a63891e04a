import { checkHandbook } from '@/compiler/check-handbook'
import { compileAll } from '@/compiler/compile'
import { Memory } from '@/compiler/memory/memory'
import { asHandbook } from './as-policy'
import { changeOf, withChange } from './change'
import type { CheckAnswer, CheckRequest } from './checking'
import type { Changed } from './make-check-worker'

// The whole compiler runs here, beside the page: however large a policy is, typing stays smooth.
// Of the one policy that is open: an edit has only what it changes checked again.
const memory = new Memory()
let asked: unknown = null
let answered: unknown = null

self.onmessage = ({ data: { number, change } }: MessageEvent<Changed>) => {
  asked = withChange(asked, change)
  const result = checked(asked as Omit<CheckRequest, 'number'>)
  const answer: Changed = { number, change: changeOf(answered, result) }
  answered = result
  self.postMessage(answer)
}

function checked({ kind, document, handbook }: Omit<CheckRequest, 'number'>): Omit<CheckAnswer, 'number'> {
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
