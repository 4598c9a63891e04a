import { compileAll } from '@/compiler/compile'
import type { CheckAnswer, CheckRequest } from './checking'

// The whole compiler runs here, beside the page: however large a policy is, typing stays smooth.
self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { number: data.number, ...compileAll(data.document) }
  self.postMessage(answer)
}
