import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { OfficeId } from '../reference/model.ts'
import { newestFirst, type Alias, type Merged, type PartnerEntry } from './model.ts'
import type { Person, ProfileFact, ProfileKind } from './model.ts'
import { columns, entryOf, type PartnerRow } from './rows.ts'
import { writeRecord } from './written.ts'

export { composeCountry, findCountryPublication } from './country-facts-queries.ts'
export { listCountries, listPartnersIn } from './country-facts-queries.ts'
export { listPartners } from './search.ts'

/** A partner's card, or undefined. A merged one answers the one that is kept. */
export async function findPartner(tx: Tx, id: string): Promise<PartnerEntry | undefined> {
  const { rows } = await sql<PartnerRow>`
    select ${columns} from partners.partners p
    where p.id = coalesce((select m.same_as from partners.same_as m where m.partner = ${id}::uuid), ${id}::uuid)`.execute(
    tx,
  )
  return rows[0] && entryOf(rows[0])
}

/** A partner with its other spellings, people and statements as they were known on a day, as the contract writes them. */
export async function getPartner(tx: Tx, { id, on }: { id: string; on: string }) {
  const entry = await findPartner(tx, id)
  if (entry === undefined) throw new Failure('not_found')
  const [aliases, merged] = [await listAliases(tx, entry.id), await listMerged(tx, entry.id)]
  const known = [entry.id, ...merged.map((each) => each.id)]
  const people = (await listPeople(tx, known)).filter(({ fromOn, seenOn }) =>
    [fromOn, seenOn].some((day) => day !== undefined && isOnOrBefore(day, on)),
  )
  const facts = (await listFacts(tx, known)).filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
  const askedAs = merged.find((each) => each.id === id)?.name
  return writeRecord({ ...entry, aliases, people, facts, merged, ...(askedAs !== undefined && { askedAs }) })
}

/** The id of a partner by the last part of its address. */
export async function getPartnerId(tx: Tx, slug: string): Promise<string> {
  const row = await tx.selectFrom('partners.partners').select('id').where('slug', '=', slug).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.id
}

/** The ids under which a partner stands in other records: its own, and those of the merged ones. */
export async function listIdsOf(tx: Tx, id: string): Promise<string[]> {
  return [id, ...(await listMerged(tx, id)).map((each) => each.id)]
}

/** Every name under which a partner is sought: its forms, other spellings, and those of the merged ones. */
export async function listNamesOf(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with same as (select ${id}::uuid as id union select m.partner from partners.same_as m where m.same_as = ${id}::uuid)
    select distinct n.name from same s join partners.partners p on p.id = s.id
    cross join lateral (
      select unnest(array[p.name, p.native_name, p.names ->> 'en', p.names ->> 'ja', p.names ->> 'ko']) as name
      union all select a.name from partners.aliases a where a.tenant = p.tenant and a.partner = p.id) n
    where n.name is not null order by n.name limit 500`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Dated statements about a partner and the merged ones, oldest first (at most 200). */
export async function listProfileFacts(tx: Tx, partner: string): Promise<ProfileFact[]> {
  return (await listFacts(tx, await listIdsOf(tx, partner))).map(withoutRev)
}

function withoutRev({ id, kind, number, moreThan, words, year, occurredOn }: ProfileFact): ProfileFact {
  return { id, kind, number, moreThan, words, year, occurredOn }
}

async function listAliases(tx: Tx, partner: string): Promise<Alias[]> {
  const rows = await tx
    .selectFrom('partners.aliases')
    .select(['id', 'name', 'lang', 'rev'])
    .where('partner', '=', partner)
    .orderBy('name')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, lang: row.lang ?? undefined }))
}

async function listMerged(tx: Tx, partner: string): Promise<Merged[]> {
  const rows = await tx
    .selectFrom('partners.same_as as m')
    .innerJoin('partners.partners as p', (on) => on.onRef('p.tenant', '=', 'm.tenant').onRef('p.id', '=', 'm.partner'))
    .select(['p.id', 'p.name', 'm.reason'])
    .where('m.same_as', '=', partner)
    .orderBy('m.id')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? undefined }))
}

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`

async function listPeople(tx: Tx, partners: readonly string[]): Promise<Person[]> {
  const { rows } = await sql<Record<keyof Person, string | null> & { rev: number }>`
    select id, given_name as "givenName", family_name as "familyName", name_lang as "nameLang", office,
      from_on as "fromOn", to_on as "toOn", seen_on as "seenOn", rev
    from partners.people where partner = ${anyOf(partners)} order by seen_on desc, id desc limit 200`.execute(tx)
  return newestFirst(
    rows.map((row) => ({
      id: row.id ?? '',
      givenName: row.givenName ?? '',
      familyName: row.familyName ?? '',
      nameLang: row.nameLang ?? undefined,
      office: row.office as OfficeId,
      fromOn: row.fromOn ?? undefined,
      toOn: row.toOn ?? undefined,
      seenOn: row.seenOn ?? '',
      rev: row.rev,
    })),
  )
}

async function listFacts(tx: Tx, partners: readonly string[]): Promise<(ProfileFact & { rev: number })[]> {
  const rows = await tx
    .selectFrom('partners.profile_facts')
    .selectAll()
    .where('partner', '=', (any) => any.fn.any(any.val([...partners])) as never)
    .orderBy('occurred_on')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ProfileKind,
    number: row.number ?? undefined,
    moreThan: row.more_than,
    words: row.words ?? undefined,
    year: row.year ?? undefined,
    occurredOn: row.occurred_on,
    rev: row.rev,
  }))
}
