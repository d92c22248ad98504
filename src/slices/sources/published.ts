import type { Tx } from '../../platform/database.ts'
import { listExcerpts } from './excerpts.ts'
import { publicLines, type PublicLine } from './model.ts'
import { listProvenance } from './queries.ts'

/** The lines of these records that may be published, with exact words where the region filed the very text. */
export async function listPublicLines(tx: Tx, subjects: readonly string[]): Promise<PublicLine[]> {
  const lines = await listProvenance(tx, subjects)
  const excerpts = await listExcerpts(
    tx,
    lines.map(({ id, source, span }) => ({ id, source, spanFrom: span?.from ?? null, spanTo: span?.to ?? null })),
  )
  return publicLines(lines).map((line) => ({ ...line, excerpt: excerpts.get(line.id) }))
}
