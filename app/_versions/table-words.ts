export const rowCount = (rows: number): string =>
  rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`

/** The beginning of `sha256-…`: enough to tell tables apart by eye. */
export const shortHash = (hash: string): string => hash.replace(/^sha256-/, '').slice(0, 8)
