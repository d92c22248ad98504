import type { Act } from '../../platform/act.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { getRegion } from '../reference/queries.ts'
import { publicParts } from './model.ts'
import { composePublished, findPublication } from './published.ts'
import { choosePublished, readParts } from './public-parts.ts'
import { searchTextOf } from './public-search.ts'

type Acting = { tx: Tx; act: Act }

/**
 * Copies the chosen parts of a relation, with the article under which each may be seen, into the published table; what
 * is recorded later stays inside until published again. Without a choice the last one holds, at first every part.
 */
export async function publishRelation(
  { tx, act }: Acting,
  { id, parts }: { id: string; parts?: readonly string[] | undefined },
): Promise<{ id: string }> {
  const { demonstration, slug: region_slug } = await getRegion(tx)
  const chosen = parts === undefined ? ((await findPublication(tx, id))?.parts ?? publicParts) : readParts(parts)
  const document = choosePublished(await composePublished(tx, id), chosen)
  const values = {
    slug: document.slug,
    region_slug,
    title: document.partner?.name ?? document.label ?? '',
    parts: [...chosen],
    document: document as never,
    search: searchTextOf(document),
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('relations.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('relations.withdrawn').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** Takes a relation's page back from the world. Its address stays known and answers that it was withdrawn. */
export async function withdrawRelation({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const { demonstration } = await getRegion(tx)
  const gone = await tx.deleteFrom('relations.published').where('id', '=', id).returning('slug').executeTakeFirst()
  if (gone === undefined) {
    const there = await tx.selectFrom('relations.relations').select('id').where('id', '=', id).executeTakeFirst()
    if (there === undefined) throw new Failure('not_found')
  } else {
    // The address may stand there already, for a relation that was taken back before its beginning was undone.
    const withdrawn = tx.insertInto('relations.withdrawn').values({ id, slug: gone.slug, demonstration })
    await withdrawn.onConflict((conflict) => conflict.doNothing()).execute()
  }
  act.about(id)
  return { id }
}
