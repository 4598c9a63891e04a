import { createCluster } from './create-cluster'
import { findPlace, type Place } from './place'
import { DATABASE, ROLES, readPassword } from './roles'
import { startCluster, stopCluster } from './run-cluster'
import { stopIfEarlier } from './stop-if-earlier'

export interface Embedded {
  /** For the application's role. */
  url: string
  /** For the owner of the tables, who migrates. */
  ownerUrl: string
  /** A sentence for the person who started Remit, where there is something to say. */
  notice?: string
  stop(): Promise<void>
}

/** Opens the database of a data directory: makes it on the first start, joins it where it runs already. */
export async function openEmbedded(dataDirectory: string): Promise<Embedded> {
  const place = findPlace(dataDirectory)
  await createCluster(place)
  await stopIfEarlier(place)
  const { port } = await startCluster(place)
  return {
    url: urlOf(place, 'application', port),
    ownerUrl: urlOf(place, 'owner', port),
    notice: place.notice,
    stop: () => stopCluster(place),
  }
}

const urlOf = (place: Place, role: keyof typeof ROLES, port: number) =>
  `postgres://${ROLES[role].name}:${readPassword(place, role)}@127.0.0.1:${port}/${DATABASE}`
