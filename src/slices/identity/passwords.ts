import { hash, verify } from '@node-rs/argon2'

// OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane (about 20 ms here).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), cost)
}

let decoy: Promise<string> | undefined

/** Whether the password fits. Without a stored hash the same work is done, so that the time tells nothing. */
export async function fitsPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const fits = await verify(stored ?? (await decoy), password.normalize('NFC'))
  return fits && stored !== undefined
}
