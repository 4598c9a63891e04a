import { createServer } from 'node:net'
import { Problem } from './progress.mjs'

/**
 * Refuses a port that is in use before anything is installed or built for nothing.
 * @param {string} host @param {number} port
 */
export async function refusePortInUse(host, port) {
  await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE')
        resolve(undefined) // the server itself will say it better
      else reject(new Problem(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`))
    })
    probe.listen(port, host, () => probe.close(resolve))
  })
}
