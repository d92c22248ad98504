import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'

/** A region's key pair (Ed25519). The private half goes nowhere but into `signText`. */
export interface Key {
  id: string
  /** SPKI, PEM. */
  publicKey: string
  privateKey: string
}

/** The key of the region, made when it is first asked for. Needs a writing transaction then. */
export async function getKey(tx: Tx): Promise<Key> {
  const known = await findKey(tx)
  if (known !== undefined) return known
  const pair = generateKeyPairSync('ed25519')
  await sql`insert into contests.keys (id, public_key, private_key)
    values (${newId()}::uuid, ${pair.publicKey.export({ type: 'spki', format: 'pem' })},
      ${pair.privateKey.export({ type: 'pkcs8', format: 'pem' })})
    on conflict do nothing`.execute(tx)
  const made = await findKey(tx)
  if (made === undefined) throw new Error('no key for this region')
  return made
}

async function findKey(tx: Tx): Promise<Key | undefined> {
  return await tx
    .selectFrom('contests.keys')
    .select(['id', 'public_key as publicKey', 'private_key as privateKey'])
    .executeTakeFirst()
}

/** The signature of a text (UTF-8) as base64url. */
export function signText(text: string, { privateKey }: Pick<Key, 'privateKey'>): string {
  return sign(null, Buffer.from(text, 'utf8'), createPrivateKey(privateKey)).toString('base64url')
}

/** Whether a text bears this signature. False for what is no signature or no key. */
export function isSigned(text: string, { signature, publicKey }: { signature: string; publicKey: string }): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), createPublicKey(publicKey), Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
