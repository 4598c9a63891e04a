/** More than a table can be worth, in rows or in the work of making it; its check says so. */
export class TooLarge extends Error {
  override name = 'TooLarge'
  constructor(
    /** `depth`: so deep, or so long, that no machine of ours can make it. */
    readonly of: 'rows' | 'depth' = 'rows',
  ) {
    super()
  }
}
