/** Longer than any case; beyond it a line is passed over, so that memory stays bounded. */
const LONGEST = 1_000_000

/** A line of a stream, from 1 on: its bytes, or null where there are too many. The last one may lack its end. */
export interface Line {
  number: number
  bytes: Uint8Array | null
  ended: boolean
}

const NEWLINE = 0x0a

/** The lines of a stream, without their ends, as they come in. */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 1
  let begun: Uint8Array[] = []
  let size = 0
  const line = (ended: boolean): Line => {
    const bytes = size > LONGEST ? null : Buffer.concat(begun)
    begun = []
    size = 0
    return { number: number++, bytes, ended }
  }
  const add = (piece: Uint8Array) => {
    size += piece.length
    if (size <= LONGEST) begun.push(piece)
    else begun = []
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      yield line(true)
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (size > 0) yield line(false)
}
