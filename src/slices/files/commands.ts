import { readFile } from 'node:fs/promises'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { SentFile } from '../../platform/multipart.ts'
import type { Store } from '../../platform/store.ts'
import { Failure, type FileFault } from '../../shared/failure.ts'
import { fileMost } from '../../shared/file-limits.ts'
import { newId } from '../../shared/ids.ts'
import { lookAt } from './content.ts'
import { barePicture, fileName, isPicture, type FileCard, type FileKind } from './model.ts'

type Acting = { tx: Tx; act: Act }

/** Decides what came in by its content, and its name. Throws wrong_type with `details.file`. */
export async function lookAtFile(
  { path, bytes }: { path: string; bytes: number },
  { name: typed }: { name: string },
): Promise<{ kind: FileKind; name: string }> {
  const looked = await lookAt(path, bytes)
  if ('fault' in looked) throw new Failure('wrong_type', { file: looked.fault })
  const named = fileName(typed, looked.kind)
  if ('fault' in named) throw new Failure('wrong_type', { file: named.fault })
  return { kind: looked.kind, name: named.name }
}

interface Looked {
  kind: FileKind
  name: string
  /** What is kept in its place (`bare`). */
  instead?: Uint8Array
}

/** The same for an upload; with `bare` a picture is kept without what the camera wrote beside it. */
export async function lookAtUpload(
  received: { path: string; bytes: number },
  { name, bare }: { name: string; bare?: '1' | undefined },
): Promise<Looked> {
  const looked = await lookAtFile(received, { name })
  const { kind } = looked
  if (bare === undefined || !isPicture(kind)) return looked
  const instead = barePicture(await readFile(received.path), kind)
  if (instead === undefined) throw new Failure('wrong_type', { file: 'damaged' })
  return { ...looked, instead }
}

/** Why a file that came with a form of the portal is not taken; the form has words for each. */
export type SentFault = 'kind' | 'notItsName' | 'script' | 'damaged'

/** A file that came with a form of the portal: a PDF or a photo by its content, and its name; or why it is not taken. */
export async function lookAtSent(
  file: SentFile,
  { kinds = ['pdf', 'jpeg', 'png'], bare = false }: { kinds?: readonly FileKind[]; bare?: boolean } = {},
): Promise<Looked | { fault: SentFault }> {
  try {
    const looked = await lookAtUpload(file, { name: file.name, bare: bare ? '1' : undefined })
    return kinds.includes(looked.kind) ? looked : { fault: 'kind' }
  } catch (error) {
    const fault = error instanceof Failure ? error.details.file : undefined
    if (fault === undefined) throw error
    return { fault: sentFaults[fault] ?? 'kind' }
  }
}

const sentFaults: Partial<Record<FileFault, SentFault>> = {
  not_its_name: 'notItsName',
  script: 'script',
  empty: 'damaged',
  damaged: 'damaged',
  two_in_one: 'damaged',
}

/** Writes the row of a file whose bytes the store has. */
export async function keepFile({ tx, act }: Acting, file: Omit<FileCard, 'id'>): Promise<FileCard> {
  const id = newId()
  const { kind, bytes, name, sha256 } = file
  await tx.insertInto('files.files').values({ id, kind, bytes, name, sha256 }).execute()
  act.about(id)
  return { id, kind, bytes, name, sha256 }
}

/** Keeps a file that the product made: a letter, a draft. `tenant` is the region of the transaction. */
export async function keepMade(
  { tx, act, store }: Acting & { store: Store },
  { tenant, kind, name, content }: { tenant: string; kind: FileKind; name: string; content: Uint8Array },
): Promise<FileCard> {
  if (content.length === 0 || content.length > fileMost) throw new Failure('too_large')
  const named = fileName(name, kind)
  if ('fault' in named) throw new Error(`${name} does not end as ${kind}`)
  const { sha256, bytes } = await store.keep(content, tenant)
  return await keepFile({ tx, act }, { kind, bytes, name: named.name, sha256 })
}
