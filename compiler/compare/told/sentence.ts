/** A change in a sentence, and where it is one of words or values, what was there and what is. */
export interface Sentence {
  text: string
  before?: string
  after?: string
}

export const sentence = (text: string, before?: string, after?: string): Sentence => ({
  text,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})
