import { createServer, type RequestListener, type Server } from 'node:http'

/** Listens, or throws with a sentence for the person who started Remit. */
export async function listen(listener: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(
        inUse ? new Error(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`) : error,
      )
    })
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
  return server
}

/** Takes no more requests, finishes those that are under way, and after `patience` milliseconds cuts off the rest. */
export async function stopListening(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(timer)
}
