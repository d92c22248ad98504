import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A token of 128 bits as base64url, with the SHA-256 that is sent in its place. Made here and not by the server, so that
 * an act, which is kept for ever, never holds what opens a link. Browsers lend their own SHA-256 over https only.
 */
export function newToken(): { token: string; hash: string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return { token, hash: bytesToHex(sha256(utf8ToBytes(token))) }
}
