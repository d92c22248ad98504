import { createHash, randomBytes } from 'node:crypto'

/** A secret to hand out, as text, with the hash that is stored in its place. */
export function newToken(bytes: 16 | 32): { token: string; hash: Buffer } {
  const token = randomBytes(bytes).toString('base64url')
  return { token, hash: hashToken(token) }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
