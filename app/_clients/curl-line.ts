/** A line for a shell that tries a token: fetches one policy's table, or the list of those that may be fetched. */
export function curlLine(origin: string, token: string, policy: string | null): string {
  const auth = `-H 'authorization: Bearer ${token}'`
  return policy
    ? `curl -sG ${origin}/api/trpc/tables.get --data-urlencode 'input={"policy":"${policy}"}' ${auth}`
    : `curl -s ${origin}/api/trpc/tables.list ${auth}`
}
