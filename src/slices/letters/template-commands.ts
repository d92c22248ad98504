import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { layoutOf, type TemplateKind } from './model.ts'
import { faultsOf } from './placeholders.ts'
import { findTemplate } from './queries.ts'
import type { Reply } from './renderer.ts'

/**
 * Puts a region's own .docx in the place of the delivered template of a kind. `look` takes the file apart in another
 * process; a placeholder that no letter fills, or the lack of one that every letter needs, is refused by its name.
 */
export async function replaceTemplate(
  { tx, act, look }: { tx: Tx; act: Act; look: (file: string) => Promise<Reply> },
  { kind, rev, file }: { kind: TemplateKind; rev: number; file: string },
): Promise<{ id: string; rev: number }> {
  const looked = await look(file)
  const before = await findTemplate(tx, kind)
  if ((before?.rev ?? 0) !== rev) throw new Failure('stale', { changes: [] })
  if (!('names' in looked)) throw fieldFailure('file', 'wrong')
  const { unknown, lacking } = faultsOf(layoutOf[kind], looked.names)
  if (unknown.length > 0 || lacking.length > 0) {
    const fields = [{ path: 'file', fault: 'wrong' as const }]
    throw new Failure('invalid', { fields, missing: [{ unknown, lacking }] })
  }
  const id = before?.id ?? newId()
  const saved =
    before === undefined
      ? await tx
          .insertInto('letters.templates')
          .values({ id, kind, file })
          .onConflict((conflict) => conflict.columns(['tenant', 'kind']).doNothing())
          .returning('rev')
          .executeTakeFirst()
      : await tx
          .updateTable('letters.templates')
          .set((column) => ({ file, rev: column('rev', '+', 1) }))
          .where('id', '=', id)
          .where('rev', '=', rev)
          .returning('rev')
          .executeTakeFirst()
  if (saved === undefined) throw new Failure('stale', { changes: [] })
  act.about(id)
  return { id, rev: saved.rev }
}

/** Back to the delivered template. */
export async function restoreTemplate(
  { tx, act }: { tx: Tx; act: Act },
  { kind, rev }: { kind: TemplateKind; rev: number },
): Promise<{ kind: TemplateKind }> {
  const gone = await tx
    .deleteFrom('letters.templates')
    .where('kind', '=', kind)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) throw new Failure((await findTemplate(tx, kind)) === undefined ? 'not_found' : 'stale')
  act.about(gone.id)
  return { kind }
}
