import { createCluster, ROLE, readPassword } from './create-cluster'
import { findPlace } from './place'
import { startCluster, stopCluster } from './run-cluster'

export interface Embedded {
  url: string
  /** A sentence for the person who started Remit, where there is something to say. */
  notice?: string
  stop(): Promise<void>
}

/** Opens the database of a data directory: makes it on the first start, joins it where it runs already. */
export async function openEmbedded(dataDirectory: string): Promise<Embedded> {
  const place = findPlace(dataDirectory)
  await createCluster(place)
  const { port } = await startCluster(place)
  return {
    url: `postgres://${ROLE}:${readPassword(place)}@127.0.0.1:${port}/${ROLE}`,
    notice: place.notice,
    stop: () => stopCluster(place),
  }
}
