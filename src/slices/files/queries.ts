import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { FileCard, FileKind } from './model.ts'

/** Files of the region by id, at most 200; ids that are not there are left out. */
export async function listFiles(tx: Tx, ids: readonly string[]): Promise<FileCard[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('files.files')
    .select(['id', 'kind', 'bytes', 'name', 'sha256'])
    .where(sql<boolean>`id = any(${ids.slice(0, 200)}::uuid[])`)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as FileKind }))
}

/** A file of the region, or undefined. */
export async function findFile(tx: Tx, id: string): Promise<FileCard | undefined> {
  return (await listFiles(tx, [id]))[0]
}

/** A file of the region. Throws not_found. */
export async function getFile(tx: Tx, id: string): Promise<FileCard> {
  const file = await findFile(tx, id)
  if (file === undefined) throw new Failure('not_found')
  return file
}
