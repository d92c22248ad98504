import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Store } from '../../platform/store.ts'
import { toLocalTime, type Zone } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { fileMost } from '../../shared/file-limits.ts'
import { keepFile, lookAtFile } from '../files/commands.ts'
import type { FileKind } from '../files/model.ts'
import { getRegion } from '../reference/queries.ts'
import type { EmlReply, ReadEml } from './incoming-eml.ts'
import { languageOfScript } from './mailroom-model.ts'
import { openRenderer } from './renderer.ts'

type Opened = { render(job: { kind: 'eml'; raw: Uint8Array }): Promise<EmlReply>; close(): void }

/** A process of its own that knows nothing of the installation; it starts with the first mail. 10 s and 500 MB. */
export function openEmlReader(): Opened {
  const program = join(import.meta.dirname, 'incoming-eml-process.ts')
  return openRenderer(program, { patience: 10_000, memory: 500 * 2 ** 20, queue: 10 }) as unknown as Opened
}

const reader = openEmlReader()

/** Takes a mail apart. Throws wrong_type for what is no mail or is made to harm, unavailable when it does not end. */
export async function readMailFile(raw: Uint8Array): Promise<ReadEml> {
  const reply = await reader.render({ kind: 'eml', raw })
  if ('eml' in reply) return reply.eml
  if ('fault' in reply) throw new Failure('wrong_type', { file: reply.fault })
  throw new Error(`a mail could not be read: ${reply.broken}`)
}

/** Looks at a mail before its bytes are kept. */
export async function lookAtMail({ path }: { path: string }, { name }: { name: string }): Promise<{ name: string }> {
  const raw = await readFile(path)
  if (raw.length === 0) throw new Failure('wrong_type', { file: 'empty' })
  await readMailFile(new Uint8Array(raw))
  return { name }
}

type Kept = { store: Store; tenant: string }

async function openKept(sha256: string, { store, tenant }: Kept): Promise<ReadEml> {
  const path = await store.find({ tenant, sha256 })
  if (path === undefined) throw new Failure('not_found')
  return await readMailFile(new Uint8Array(await readFile(path)))
}

/** What a kept mail proposes to enter. Its files are looked at by content; none of them is kept by looking. */
export async function proposalOf(sha256: string, kept: Kept) {
  const eml = await openKept(sha256, kept)
  const files: { at: number; name: string; bytes: number; kind: FileKind | null }[] = []
  for (const [at, { name, content }] of eml.files.entries()) {
    const looked = await look({ name, content }, kept, async ({ kind, name: told }) => await Promise.resolve({ kind, name: told })) // prettier-ignore
    files.push({ at, name: looked?.name ?? name, bytes: content.length, kind: looked?.kind ?? null })
  }
  const { from, sentAt, subject, text, isCut } = eml
  return { from, sentAt, subject, body: text, isCut, files, language: languageOfScript(`${subject} ${text}`) ?? null }
}

/** The day of an instant in the region's own zone. */
export async function dayOf(tx: Tx, sentAt: string | undefined): Promise<string | null> {
  if (sentAt === undefined) return null
  const { zone } = await getRegion(tx)
  return toLocalTime(sentAt, zone as Zone).date
}

/** Keeps the chosen files of a mail under the act that registers it; answers their ids. */
export async function keepAttachments(
  { tx, act }: { tx: Tx; act: Act },
  { mail, chosen, ...kept }: Kept & { mail: string; chosen: readonly number[] },
): Promise<string[]> {
  const eml = await openKept(mail, kept)
  const ids: string[] = []
  for (const at of new Set(chosen)) {
    const file = eml.files[at]
    if (file === undefined) throw fieldFailure('attachments', 'not_listed')
    const card = await look(file, kept, async (found, keep) => {
      await keep()
      return await keepFile({ tx, act }, found)
    })
    if (card === undefined) throw fieldFailure('attachments', 'wrong')
    ids.push(card.id)
  }
  return ids
}

type Looked = { kind: FileKind; name: string; bytes: number; sha256: string }

/** Lets `then` have a file by its content; undefined for what is not of a kind that is kept. */
async function look<Result>(
  { name, content }: { name: string; content: Uint8Array },
  { store, tenant }: Kept,
  then: (found: Looked, keep: () => Promise<void>) => Promise<Result>,
): Promise<Result | undefined> {
  if (content.length === 0 || content.length > fileMost) return undefined
  const received = await store.receive(new Blob([content as BlobPart]).stream(), { tenant, most: fileMost })
  try {
    const found = await lookAtFile(received, { name })
    const { sha256, bytes } = received
    return await then({ ...found, sha256, bytes }, async () => await received.keep())
  } catch (error) {
    if (error instanceof Failure && error.code === 'wrong_type') return undefined
    throw error
  } finally {
    await received.drop()
  }
}
