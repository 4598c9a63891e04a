/** Node's and PostgreSQL's codes (class 08, 53300, 57P0x) for a database that cannot be reached, or not just now. */
const CODE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08...|53300|57P0[1-3])$/
const WORDS = /connection terminated|timeout exceeded when trying to connect/i

/** Whether an error, or what caused it, says that the database cannot be reached. */
export function isConnectionProblem(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  return (
    (code !== undefined && CODE.test(code)) || WORDS.test(error.message) || isConnectionProblem(error.cause)
  )
}
