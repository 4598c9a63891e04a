import type { ServerResponse } from 'node:http'
import type { Pool } from 'pg'
import { log } from '../log'

/** For whoever watches over this server: 200 while the database answers. */
export async function answerHealth(pool: Pool, response: ServerResponse): Promise<void> {
  const ok = await pool.query('select 1').then(
    () => true,
    error => {
      log.error({ error: error.message }, 'the database does not answer')
      return false
    },
  )
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ status: ok ? 'ok' : 'database unreachable' }))
}
