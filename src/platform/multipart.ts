import type { Context } from 'hono'
import { Failure } from '../shared/failure.ts'
import type { Received, Store } from './store.ts'

/** Forms with a file in them, as a browser sends them without script. Nobody else reads a body of this type. */
export function isMultipart(type: string | undefined): boolean {
  return /^multipart\/form-data\s*;/i.test(type ?? '')
}

/** A file that came with a form: it lies under a temporary name and is gone after the answer unless somebody keeps it. */
export interface SentFile extends Received {
  /** As the device named it. */
  name: string
}

export interface Sent {
  form: Record<string, string>
  /** Larger than is taken here: what was typed is there all the same. */
  file?: SentFile | 'too_large'
}

/** Text beside the file, in bytes; parts of one form; how many forms with files are held in memory at once, in all and of one network. */
const limits = { text: 262_144, parts: 50, boundary: 70, atOnce: 16, ofOne: 4 } as const

/** A photo that is too large is read to its end, so that the answer reaches the browser; what is far larger is not. */
const readAtMost = 4

/** The networks of the forms that are being read: slow lines may take minutes, and one must not keep all others out. */
const held: string[] = []

interface Receiving {
  store: Store
  /** The region for which the file is received. */
  tenant: string
  /** The largest file, in bytes. */
  most: number
  /** The caller's network. */
  address: string
}

/**
 * Takes a form with at most one file apart. Throws too_large, wrong_type for what is no such form, unavailable while
 * too many are under way, in all or from one network.
 */
export async function readMultipart(c: Context, { store, tenant, most, address }: Receiving): Promise<Sent> {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(c.req.header('content-type') ?? '')
  const mark = boundary?.[1] ?? boundary?.[2] ?? ''
  if (mark === '' || mark.length > limits.boundary) throw new Failure('wrong_type')
  const ofOne = held.filter((each) => each === address).length
  if (held.length >= limits.atOnce || ofOne >= limits.ofOne) throw new Failure('unavailable')
  held.push(address)
  try {
    const { body, isCut } = await readBody(c.req.raw.body, most + limits.text)
    return await settle(partsOf(body, { mark, isCut }), { store, tenant, most, isCut })
  } finally {
    held.splice(held.indexOf(address), 1)
  }
}

/** The body up to a length; what follows is read and forgotten. */
async function readBody(
  stream: ReadableStream<Uint8Array> | null,
  kept: number,
): Promise<{ body: Buffer; isCut: boolean }> {
  const chunks: Uint8Array[] = []
  let read = 0
  for await (const chunk of stream ?? []) {
    if (read < kept) chunks.push(chunk.subarray(0, kept - read))
    read += chunk.length
    if (read > kept * readAtMost) throw new Failure('too_large')
  }
  return { body: Buffer.concat(chunks), isCut: read > kept }
}

interface Part {
  name: string
  /** Of a file: how the device named it. */
  filename: string | undefined
  content: Buffer
}

function partsOf(body: Buffer, { mark, isCut }: { mark: string; isCut: boolean }): Part[] {
  const parts: Part[] = []
  const between = `\r\n--${mark}`
  let at = body.indexOf(`--${mark}`)
  let isWhole = false
  while (at !== -1 && parts.length < limits.parts) {
    const begins = at + mark.length + 2
    isWhole = body.toString('latin1', begins, begins + 2) === '--'
    const headEnds = body.indexOf('\r\n\r\n', begins)
    if (isWhole || headEnds === -1) break
    const next = body.indexOf(between, headEnds + 2)
    const head = body.toString('utf8', begins, headEnds)
    const name = /^content-disposition:.*?[;\s]name="([^"]*)"/im.exec(head)?.[1]
    const filename = /^content-disposition:.*?[;\s]filename="([^"]*)"/im.exec(head)?.[1]
    const content = body.subarray(headEnds + 4, next === -1 ? body.length : Math.max(next, headEnds + 4))
    if (name !== undefined) parts.push({ name, filename, content })
    at = next === -1 ? -1 : next + 2
  }
  // A form that ends in the middle, or has parts without end, says nothing that could be meant.
  if (!isWhole && !isCut) throw new Failure('wrong_type')
  return parts
}

async function settle(
  parts: readonly Part[],
  { store, tenant, most, isCut }: { store: Store; tenant: string; most: number; isCut: boolean },
): Promise<Sent> {
  const texts = parts.filter(({ filename }) => filename === undefined)
  const form = Object.fromEntries(
    texts.map(({ name, content }) => [name, content.toString('utf8').replaceAll('\0', '')]),
  )
  if (texts.reduce((sum, { content }) => sum + content.length, 0) > limits.text) throw new Failure('too_large')
  const file = parts.find(({ filename, content }) => filename !== undefined && (filename !== '' || content.length > 0))
  if (file === undefined) return isCut ? { form, file: 'too_large' } : { form }
  if (isCut || file.content.length > most) return { form, file: 'too_large' }
  const received = await store.receive(new Blob([file.content as BlobPart]).stream(), { tenant, most })
  return { form, file: { ...received, name: file.filename?.replaceAll('\0', '') ?? '' } }
}
