import type { Context } from 'hono'
import type { z } from 'zod'
import { Failure } from '../shared/failure.ts'
import type { Upload } from './call.ts'
import type { Store } from './store.ts'

/**
 * The body of an upload is the file itself, without a form around it: nothing has to be taken apart, and it flows to
 * the disk as it comes. No other endpoint or form takes this type, so that its size is limited here alone.
 */
export const uploadType = 'application/octet-stream'

export interface Receiving {
  upload: Upload
  /** What stood beside the body in the address, parsed. */
  input: object
  tenant: string
  store: Store
}

/**
 * Takes a file in, lets the slice look at it, and keeps its bytes before any row is written. Answers what the act is
 * about: the input with what the file is, so that the same act with another content is `reused`.
 */
export async function receiveUpload(c: Context, { upload, input, tenant, store }: Receiving): Promise<object> {
  const stated = Number(c.req.header('content-length') ?? 0)
  if (stated > upload.most) throw new Failure('too_large')
  const received = await store.receive(c.req.raw.body, { tenant, most: upload.most }).catch((error: unknown) => {
    if (error instanceof Failure || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    // The line was lost in the middle, or somebody took it back: nobody reads this answer.
    throw new Failure('unavailable')
  })
  try {
    const { instead, ...looked } = await upload.look(received, input as never)
    const { sha256, bytes } = instead === undefined ? received : await store.keep(instead, tenant)
    if (instead === undefined) await received.keep()
    return { ...input, ...looked, sha256, bytes }
  } finally {
    await received.drop()
  }
}

/** Refuses any other type of body before a byte of it is read. */
export function mustBeUpload(c: Context): void {
  if (c.req.header('content-type')?.toLowerCase() !== uploadType) throw new Failure('wrong_type')
}

/** The parsed input of an upload together with what was found of the file. */
export type Uploaded<Input extends z.ZodType, Looked> = z.output<Input> & Looked & { sha256: string; bytes: number }
