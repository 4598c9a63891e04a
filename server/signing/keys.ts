import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type KeyPurpose, signingKeys } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Connection, Transaction } from '../database/database'
import { LOCKS } from '../database/locks'
import { Refusal } from '../refusal'
import { fingerprint, publicKeyOf, signed } from './ed25519'
import { type EndorsedKey, endorsementOf } from './endorsed'
import type { InstallationSecret } from './installation-secret'
import { seal, unseal } from './seal'

export interface SigningKey {
  id: string
  privateKey: KeyObject
  /** It and all keys before it, the first one first: what whoever verifies is given. */
  keys: EndorsedKey[]
}

const LOST =
  'The signing key cannot be opened: it was sealed with another secret than this installation has now. Put the file "secret" of the data folder back, or REMIT_SECRET; else an administrator makes a new key, which the old one cannot vouch for.'

/** The keys of a purpose, the first one first. */
export const keysOf = (database: Connection, purpose: KeyPurpose) =>
  database
    .select()
    .from(signingKeys)
    .where(eq(signingKeys.purpose, purpose))
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.id))

type Row = Awaited<ReturnType<typeof keysOf>>[number]

const derOf = (pem: string) => publicKeyOf(createPublicKey(pem))
const endorsed = (rows: readonly Row[]): EndorsedKey[] =>
  rows.map(({ publicKey, endorsement }) => ({ publicKey: derOf(publicKey), endorsement }))

/** The key that signs now, made where there is none yet. Refuses where it cannot be opened. */
export async function currentKey(
  transaction: Transaction,
  purpose: KeyPurpose,
  secret: InstallationSecret,
): Promise<SigningKey> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${LOCKS.keys})`)
  const rows = await keysOf(transaction, purpose)
  const current = rows.find(({ retiredAt }) => retiredAt === null)
  if (!current) return makeKey(transaction, purpose, secret, rows, null)
  const privateKey = open(current, secret)
  if (!privateKey) throw new Refusal('not-ready', LOST)
  return { id: current.id, privateKey, keys: endorsed(rows) }
}

/** A new key in the place of the one that signs now, which signs for it; where it cannot be opened, nobody does. */
export async function rotateKey(
  transaction: Transaction,
  purpose: KeyPurpose,
  secret: InstallationSecret,
  by: PersonNamed,
): Promise<SigningKey> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${LOCKS.keys})`)
  const rows = await keysOf(transaction, purpose)
  await transaction
    .update(signingKeys)
    .set({ retiredAt: sql`now()` })
    .where(and(eq(signingKeys.purpose, purpose), isNull(signingKeys.retiredAt)))
  return makeKey(transaction, purpose, secret, rows, by)
}

async function makeKey(
  transaction: Transaction,
  purpose: KeyPurpose,
  secret: InstallationSecret,
  before: readonly Row[],
  by: PersonNamed | null,
): Promise<SigningKey> {
  const { privateKey, publicKey: made } = generateKeyPairSync('ed25519')
  const publicKey = publicKeyOf(made)
  const id = fingerprint(publicKey)
  const last = before.at(-1)
  const lastKey = last && open(last, secret)
  const endorsement = lastKey
    ? signed(endorsementOf(purpose, publicKey, derOf(last.publicKey)), lastKey)
    : null
  await transaction.insert(signingKeys).values({
    id,
    purpose,
    publicKey: made.export({ type: 'spki', format: 'pem' }).toString(),
    sealedPrivateKey: seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), secret, id),
    // Not the transaction's own time: of two that follow each other at once the order has to be told.
    createdAt: sql`clock_timestamp()`,
    endorsement,
  })
  await record(transaction, {
    act: 'key.made',
    by,
    from: last?.id,
    to: id,
    details: { purpose, endorsed: endorsement !== null },
  })
  return { id, privateKey, keys: [...endorsed(before), { publicKey, endorsement }] }
}

function open({ id, sealedPrivateKey }: Row, secret: InstallationSecret): KeyObject | null {
  const pem = unseal(sealedPrivateKey, secret, id)
  return pem === null ? null : createPrivateKey(pem)
}
