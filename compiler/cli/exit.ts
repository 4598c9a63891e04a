/** How a command ends: what it prints where, and with which exit code. */
export interface Outcome {
  code: 0 | 1 | 2
  out?: string
  err?: string
}

/** Stops a command with a message for people: exit code 2 unless said otherwise. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2 = 2,
  ) {
    super(message)
  }
}
