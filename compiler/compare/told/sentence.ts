/** A change in a sentence, and where it is one of words or values, what was there and what is. */
export interface Sentence {
  text: string
  before?: string
  after?: string
}

/** The whole of it in one sentence: "It is asked for in other words (before: Is it a gift?; now: nothing)." */
export function sentenceText({ text, before, after }: Sentence): string {
  const pair = [
    ...(before === undefined ? [] : [`before: ${before}`]),
    ...(after === undefined ? [] : [`now: ${after}`]),
  ]
  return pair.length === 0 ? text : `${text.replace(/\.$/, '')} (${pair.join('; ')}).`
}

/** With a full stop, but behind one that stands within quotation marks. */
export const ended = (text: string): string => (/[.!?]”?$/.test(text) ? text : `${text}.`)

export const sentence = (text: string, before?: string, after?: string): Sentence => ({
  text,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})
