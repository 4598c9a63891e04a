import type { clients, users } from '@/drizzle/schema'

/** Of people and clients, what goes into the log, and none of their secrets. */
export const personNamed = ({ id, name }: Pick<typeof users.$inferSelect, 'id' | 'name'>) => ({ id, name })

export const personAdded = ({ id, name, email, role, approves }: typeof users.$inferSelect) => ({
  id,
  name,
  email,
  role,
  approves,
})

export const clientNamed = ({ id, name }: Pick<typeof clients.$inferSelect, 'id' | 'name'>) => ({ id, name })

export const clientAdded = ({ id, name, tier, channel }: typeof clients.$inferSelect) => ({
  id,
  name,
  tier,
  channel,
})
