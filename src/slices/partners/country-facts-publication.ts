import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { getRegion } from '../reference/queries.ts'
import { subjectOfCountry, type PublishedCountry } from './country-facts-model.ts'
import { composeCountry, findCountryPublication, listCountryFacts, listPartnersIn } from './country-facts-queries.ts'

type Acting = { tx: Tx; act: Act }

/**
 * Copies the chosen statements about a country, with their sources, into the published table; what is recorded later
 * stays inside until published again. Without a choice the last one holds, at first every statement. None at all is a
 * page of the public partners alone.
 */
export async function publishCountry(
  { tx, act }: Acting,
  { country, facts }: { country: string; facts?: readonly string[] | undefined },
): Promise<{ id: string }> {
  const { demonstration } = await getRegion(tx)
  await lockCountry(tx, country)
  const whole = await composeCountry(tx, { country, only: facts })
  const known = new Set(whole.facts.map(({ id }) => id))
  if (facts?.some((id) => !known.has(id)) === true) throw new Failure('not_found')
  if (known.size === 0 && !(await isKnown(tx, country))) throw new Failure('not_found')
  const last = facts === undefined ? await findCountryPublication(tx, country) : undefined
  const chosen = facts ?? last?.document.facts.map(({ id }) => id) ?? [...known]
  const document = chooseFacts(whole, chosen)
  const id = subjectOfCountry(country)
  const values = {
    region_slug: document.region.slug,
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('partners.published_countries')
    .values({ id, country, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('partners.withdrawn_countries').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** Takes the page of a country back from the world. Its address then answers that it was withdrawn. */
export async function withdrawCountry({ tx, act }: Acting, { country }: { country: string }): Promise<{ id: string }> {
  const id = subjectOfCountry(country)
  await lockCountry(tx, country)
  const gone = await tx
    .deleteFrom('partners.published_countries')
    .where('id', '=', id)
    .returning(['region_slug', 'demonstration'])
    .executeTakeFirst()
  if (gone === undefined) {
    const isGone = await tx
      .selectFrom('partners.withdrawn_countries')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (isGone === undefined && !(await isKnown(tx, country))) throw new Failure('not_found')
  } else {
    await tx
      .insertInto('partners.withdrawn_countries')
      .values({ id, country, ...gone })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  act.about(id)
  return { id }
}

/** Takes one statement off a public page, with its sources; the rest of the page stays as it was published. */
export async function dropFromPublished(tx: Tx, { country, fact }: { country: string; fact: string }): Promise<void> {
  await lockCountry(tx, country)
  const found = await findCountryPublication(tx, country)
  if (found === undefined || !found.document.facts.some(({ id }) => id === fact)) return
  const left = found.document.facts.map(({ id }) => id).filter((id) => id !== fact)
  await tx
    .updateTable('partners.published_countries')
    .set({ document: chooseFacts(found.document, left) as never })
    .where('country', '=', country)
    .execute()
}

/** Refuses an undo after which a page would show a statement that was voided since, or that is no more. */
export const refuseUnsaid: AfterUndo = async ({ tx }, touched) => {
  const known = touched.filter(({ table_name: name }) => /^partners\.(published_countries|country_facts)$/.test(name))
  for (const country of new Set(known.map(({ before, after }) => String((after ?? before)?.['country'])))) {
    await lockCountry(tx, country)
    const { rows } = await sql`
      select 1 from partners.published_countries p cross join lateral jsonb_array_elements(p.document -> 'facts') f
      where p.country = ${country} and not exists (
        select from partners.country_facts c where c.id = (f ->> 'id')::uuid and c.voided_on is null)`.execute(tx)
    if (rows.length > 0) throw new Failure('stale')
  }
}

/** What of a composed page is seen when only some statements are chosen; the sources of the others go with them. */
function chooseFacts(whole: PublishedCountry, chosen: readonly string[]): PublishedCountry {
  return {
    ...whole,
    facts: whole.facts.filter(({ id }) => chosen.includes(id)),
    provenance: whole.provenance.filter(({ subject }) => chosen.includes(subject)),
  }
}

/** Whether the region has partners in a country, or statements about it. */
async function isKnown(tx: Tx, country: string): Promise<boolean> {
  if ((await listPartnersIn(tx, country)).length > 0) return true
  return (await listCountryFacts(tx, { country, on: '9999-12-31' })).length > 0
}

/** Held until the end of the act: of two publications of one country the second sees the first. */
async function lockCountry(tx: Tx, country: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(
    current_setting('app.tenant', true) || ' country ' || ${country}::text, 0))`.execute(tx)
}
