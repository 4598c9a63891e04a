/** The two versions are too different, or too large, to be compared in full. */
export class TooDifferent extends Error {
  override name = 'TooDifferent'
  constructor() {
    super('The two versions differ in more ways than can be told apart.')
  }
}
