import { createHash } from 'node:crypto'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { tidyText } from '../../shared/text.ts'

interface Pasted {
  id: string
  text: string
  sure?: readonly string[] | undefined
}

/**
 * Files the text of a source. It is the very text where its hash, without blank ends, is the source's: then the passages
 * that were entered by their place are shown in it. Any other text is asked about (`doubtful`) and kept without them.
 */
export async function pasteText(
  { tx, act }: { tx: Tx; act: Act },
  { id, text, sure = [] }: Pasted,
): Promise<{ id: string; isExact: boolean; lit: number }> {
  const body = tidyText(text)
  if (body === '') throw fieldFailure('text', 'required')
  const source = await tx
    .selectFrom('sources.sources')
    .select(['id', 'text_sha256'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (source === undefined) throw new Failure('not_found')
  const filed = await tx.selectFrom('sources.texts').select('fits').where('id', '=', id).executeTakeFirst()
  const hash = createHash('sha256').update(body).digest('hex')
  if (filed?.fits === true) {
    if (source.text_sha256 !== hash) throw fieldFailure('text', 'taken')
    return { id, isExact: true, lit: await countPassages(tx, id) } // pasted once more: it lies there already
  }
  const owner = await tx
    .selectFrom('sources.sources')
    .select('id')
    .where('text_sha256', '=', hash)
    .where('id', '!=', id)
    .executeTakeFirst()
  // The text of another source: it would light nothing here and be missed there.
  if (owner !== undefined && source.text_sha256 !== hash && !sure.includes('text')) throw fieldFailure('text', 'wrong')
  // Without a hash nothing was entered by its place: the first text is the one.
  const fits = source.text_sha256 === null || source.text_sha256 === hash
  if (!fits && !sure.includes('text')) throw fieldFailure('text', 'doubtful')
  if (filed === undefined) await tx.insertInto('sources.texts').values({ id, body, fits }).execute()
  else await tx.updateTable('sources.texts').set({ body, fits }).where('id', '=', id).execute()
  if (source.text_sha256 === null) {
    await tx
      .updateTable('sources.sources')
      .set((set) => ({ text_sha256: hash, rev: set('rev', '+', 1) }))
      .where('id', '=', id)
      .execute()
  }
  act.about(id)
  return { id, isExact: fits, lit: fits ? await countPassages(tx, id) : 0 }
}

async function countPassages(tx: Tx, source: string): Promise<number> {
  const { n } = await tx
    .selectFrom('sources.provenance')
    .select((of) => of.fn.countAll<string>().as('n'))
    .where('source', '=', source)
    .where('span_from', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}
