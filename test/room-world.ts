import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../src/shared/ids.ts'
import type { World } from './world.ts'

/** A token as a browser makes it, with the hash that is sent in its place. */
export function aToken(): { token: string; hash: string } {
  const token = randomBytes(16).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest('hex') }
}

/** Posts the form of a link, as a phone without script does; answers where it leads, or the page again. */
export async function post(
  world: World,
  path: string,
  form: Record<string, string>,
): Promise<{ status: number; text: string; go: string }> {
  const answer = await world.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ lembar: newId(), ...form }).toString(),
  })
  return { status: answer.status, text: await answer.text(), go: answer.headers.get('location') ?? '' }
}
