import { compileAll } from '@/compiler/compile'
import { Memory } from '@/compiler/memory/memory'
import type { CheckAnswer, CheckRequest } from './checking'

// The whole compiler runs here, beside the page: however large a policy is, typing stays smooth.
// Of the one policy that is open: an edit has only what it changes checked again.
const memory = new Memory()

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { number: data.number, ...compileAll(data.document, { memory }) }
  self.postMessage(answer)
}
