import { desc, eq } from 'drizzle-orm'
import { type Channel, clients, policies, users } from '@/drizzle/schema'
import type { Connection } from '../../database/database'
import { administrator } from '../../trpc/access'

export interface ClientSummary {
  id: string
  name: string
  tier: string
  /** Whose versions it reads. */
  channel: Channel
  /** The one policy that it may fetch; null: all. */
  policy: string | null
  createdAt: string
  createdBy: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}

export const selectClients = (database: Connection) =>
  database
    .select({ client: clients, policy: policies.name, createdBy: users.name })
    .from(clients)
    .leftJoin(policies, eq(policies.id, clients.policyId))
    .leftJoin(users, eq(users.id, clients.createdBy))

type Row = { client: typeof clients.$inferSelect; policy: string | null; createdBy: string | null }

export const toClient = ({ client, policy, createdBy }: Row): ClientSummary => ({
  id: client.id,
  name: client.name,
  tier: client.tier,
  channel: client.channel,
  policy,
  createdAt: client.createdAt.toISOString(),
  createdBy,
  lastUsedAt: client.lastUsedAt?.toISOString() ?? null,
  revokedAt: client.revokedAt?.toISOString() ?? null,
})

/** Every runtime client, the newest first; revoked ones too. */
export const list = administrator.query(async ({ ctx }): Promise<ClientSummary[]> => {
  const found = await selectClients(ctx.database).orderBy(desc(clients.createdAt), desc(clients.id))
  return found.map(toClient)
})
