/**
 * The advisory locks of Remit, by the one number each has for every process on a database. `present` is held shared by
 * each process for as long as it uses the database: the last one to leave switches an embedded server off. `audit` is held
 * from an entry of the audit log to the end of its transaction, so that the log has no gaps; `keys` while a signing
 * key is looked up or made, before `audit` where both are held.
 */
export const LOCKS = {
  migrate: 7_360_481_001,
  present: 7_360_481_002,
  audit: 7_360_481_003,
  keys: 7_360_481_004,
} as const
