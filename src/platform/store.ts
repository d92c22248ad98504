import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Failure } from '../shared/failure.ts'
import { now } from './clock.ts'

/**
 * Where files lie: FOLDER/<tenant>/<first two of the hash>/<sha256>. Bytes come first, their row after: what lies here
 * without a row is of no harm, a row without bytes cannot come about. The same content twice is one file on disk.
 */
export interface Store {
  folder: string
  /** Takes a body in, counting and hashing while it flows. More than `most` bytes is too_large; half a body leaves nothing. */
  receive(body: ReadableStream<Uint8Array> | null, limits: { tenant: string; most: number }): Promise<Received>
  /** Keeps bytes that were made here. */
  keep(bytes: Uint8Array, tenant: string): Promise<{ sha256: string; bytes: number }>
  /** Where the bytes lie; undefined when they are not there. */
  find(stored: Stored): Promise<string | undefined>
  /** The bytes as they stream to a reader. Throws when they are not there. */
  read(stored: Stored): Promise<ReadableStream<Uint8Array>>
}

export interface Stored {
  tenant: string
  sha256: string
}

/** What came in and lies under a temporary name until somebody keeps or drops it. */
export interface Received {
  path: string
  sha256: string
  bytes: number
  keep(): Promise<void>
  drop(): Promise<void>
}

/** The place of a content below a folder of files; the same in a backup. */
export function placeOf({ tenant, sha256 }: Stored): string {
  if (!/^[0-9a-f-]{36}$/.test(tenant) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not the name of a content')
  return join(tenant, sha256.slice(0, 2), sha256)
}

const incoming = 'incoming'
const day = 86_400_000 // ms

/**
 * Removes what was being received when a program died, once it is a day old: nobody waits for it any more. Answers how
 * many there were.
 */
export async function sweepIncoming(folder: string): Promise<number> {
  let swept = 0
  for (const name of await readdir(join(folder, incoming)).catch(() => [])) {
    const path = join(folder, incoming, name)
    const there = await stat(path).catch(() => undefined)
    if (there === undefined || now() - there.mtimeMs < day) continue
    await rm(path, { force: true, recursive: true })
    swept += 1
  }
  return swept
}

/** Opens the folder of files; it is made with the first file. */
export function openStore(folder: string): Store {
  const receive: Store['receive'] = async (body, { tenant, most }) => {
    const path = join(folder, incoming, randomUUID())
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      const { sha256, bytes } = await take(body, { path, most })
      const keep = async () => await settle(path, join(folder, placeOf({ tenant, sha256 })))
      return { path, sha256, bytes, keep, drop: async () => await rm(path, { force: true }) }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }
  const find = async (stored: Stored) => {
    const path = join(folder, placeOf(stored))
    return (await stat(path).catch(() => undefined))?.isFile() === true ? path : undefined
  }
  return {
    folder,
    receive,
    async keep(bytes, tenant) {
      const received = await receive(new Blob([bytes as BlobPart]).stream(), { tenant, most: bytes.length })
      await received.keep()
      return { sha256: received.sha256, bytes: received.bytes }
    },
    find,
    async read(stored) {
      const path = await find(stored)
      if (path === undefined) throw new Error(`the content ${stored.sha256} is not in ${folder}`)
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    },
  }
}

/** Writes a body to a new file and down to the disk. */
async function take(
  body: ReadableStream<Uint8Array> | null,
  { path, most }: { path: string; most: number },
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.length
      if (bytes > most) throw new Failure('too_large')
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** From the temporary name to the place of its content. What lies there already has the same bytes. */
async function settle(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
  const folder = await open(dirname(to), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
