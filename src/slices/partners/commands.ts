import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Named } from '../../shared/names.ts'
import { foldForSearch } from '../../shared/text.ts'
import { citeSource } from '../sources/commands.ts'
import { askedFrom } from './likeness.ts'
import { languageOfScript, slugOf } from './model.ts'
import type { NewPerson } from './people.ts'
import { writePerson } from './people.ts'
import type { NewProfileFact } from './profile.ts'
import { writeFact } from './profile.ts'
import { proposeSame } from './search.ts'
import { lockPartner, whyUntouched } from './untouched.ts'

export { addCountryFact } from './country-facts.ts'
export { publishCountry, refuseUnsaid } from './country-facts-publication.ts'

type Acting = { tx: Tx; act: Act }

interface Details {
  kind?: string | null | undefined
  tier?: string | null | undefined
  country?: string | null | undefined
  nativeName?: string | null | undefined
  nativeLang?: string | null | undefined
  /** The source that writes the name in its own script. */
  nativeSource?: string | undefined
}

export interface NewPartner extends Named, Details {
  slug?: string
}

/** Adds a partner of the region. A kind may be missing until somebody knows it. */
export async function addPartner({ tx, act }: Acting, partner: NewPartner): Promise<{ id: string; slug: string }> {
  const id = newId()
  const { name, names, kind, tier, nativeName, country, nativeSource } = partner
  const slug = partner.slug ?? (await freeSlug(tx, { name, id }))
  await tx
    .insertInto('partners.partners')
    .values({
      id,
      slug,
      name,
      names: { ...names },
      kind: kind ?? null,
      tier: tier ?? null,
      native_name: nativeName ?? null,
      native_lang: nativeLangOf(partner),
      country: country ?? null,
    })
    .execute()
  if (nativeName && nativeSource !== undefined) await citeNativeName(tx, { partner: id, source: nativeSource })
  act.about(id)
  return { id, slug }
}

type Entered = Details & { name: string; names?: NamesMend | undefined; sure?: readonly string[] | undefined }

/** Adds a partner somebody typed. One that looks like a known one is asked about: it may be known by another spelling. */
export async function enterPartner(call: Acting, { sure = [], ...entered }: Entered) {
  const names = given(entered.names)
  const { name, nativeName, country, kind } = entered
  if (!sure.includes('name')) {
    const described = {
      name,
      names,
      nativeName: nativeName ?? undefined,
      country: country ?? undefined,
      kind: kind ?? undefined,
    }
    const proposed = await proposeSame(call.tx, described)
    if ((proposed[0]?.likeness ?? 0) >= askedFrom) throw fieldFailure('name', 'doubtful')
  }
  return await addPartner(call, { ...entered, names })
}

type NamesMend = { en?: string | null | undefined; ja?: string | null | undefined; ko?: string | null | undefined }

const given = (names: NamesMend | undefined): NonNullable<Named['names']> =>
  Object.fromEntries(Object.entries(names ?? {}).filter(([, form]) => typeof form === 'string'))

export type PartnerMend = Details & {
  id: string
  rev: number
  name?: string | undefined
  names?: NamesMend | undefined
}

/** Corrects a partner: null empties a value, an absent one stays. */
export async function mendPartner({ tx, act }: Acting, mend: PartnerMend): Promise<{ id: string; rev: number }> {
  const { id, rev, name, names, kind, tier, country, nativeName, nativeSource } = mend
  await lockPartner(tx, id)
  const forms = names === undefined ? undefined : await mendNames(tx, { id, names })
  const lang = nativeName === undefined && mend.nativeLang === undefined ? undefined : nativeLangOf(mend)
  const mended = await tx
    .updateTable('partners.partners')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(name !== undefined && { name }),
      ...(forms !== undefined && { names: forms as never }),
      ...(kind !== undefined && { kind }),
      ...(tier !== undefined && { tier }),
      ...(country !== undefined && { country }),
      ...(nativeName !== undefined && { native_name: nativeName }),
      ...(lang !== undefined && { native_lang: lang }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'partners.partners', id, rev })
  if (nativeSource !== undefined) await citeNativeName(tx, { partner: id, source: nativeSource })
  act.about(id)
  return { id, rev: mended.rev }
}

async function mendNames(tx: Tx, { id, names }: { id: string; names: NamesMend }) {
  const row = await tx.selectFrom('partners.partners').select('names').where('id', '=', id).executeTakeFirstOrThrow()
  return given({ ...(row.names as NamesMend), ...names })
}

function nativeLangOf({ nativeName, nativeLang, country }: Details): string | null {
  return nativeLang ?? (nativeName ? (languageOfScript(nativeName, country ?? undefined) ?? null) : null)
}

const citeNativeName = async (tx: Tx, { partner, source }: { partner: string; source: string }) =>
  await citeSource({ tx }, { subject: partner, field: 'native_name', source })

/** Another spelling under which a partner is found. */
export async function addAlias(
  { tx, act }: Acting,
  { id: partner, name, lang }: { id: string; name: string; lang?: string | undefined },
): Promise<{ id: string }> {
  await lockPartner(tx, partner)
  const added = await tx
    .insertInto('partners.aliases')
    .values({ id: newId(), partner, name, lang: lang ?? null })
    .onConflict((conflict) => conflict.columns(['tenant', 'partner', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw fieldFailure('name', 'taken')
  act.about(partner)
  return added
}

/** Removes another spelling. Answers the partner whose it was. */
export async function dropAlias(
  { tx, act }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string; partner: string }> {
  const dropped = await tx
    .deleteFrom('partners.aliases')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'partner'])
    .executeTakeFirst()
  if (dropped === undefined) throw await whyUntouched(tx, { table: 'partners.aliases', id, rev })
  act.about(dropped.partner)
  return dropped
}

/** Records who holds an office at a partner. A name in Chinese, Japanese or Korean letters needs its source. */
export async function addPerson({ tx, act }: Acting, person: NewPerson): Promise<{ id: string }> {
  await lockPartner(tx, person.partner)
  const added = await writePerson(tx, person)
  act.about(person.partner)
  return added
}

/** Records a dated statement about a partner. */
export async function addProfileFact({ tx, act }: Acting, fact: NewProfileFact): Promise<{ id: string }> {
  await lockPartner(tx, fact.partner)
  const added = await writeFact(tx, fact)
  act.about(fact.partner)
  return added
}

/** The first free one of izumisano, izumisano-2, …; a name without Latin letters takes the end of its id. */
async function freeSlug(tx: Tx, { name, id }: { name: string; id: string }): Promise<string> {
  const base = slugOf(foldForSearch(name)) ?? `mitra-${id.slice(-8)}`
  // Held until the end of the act, so that of two partners of one name at once the second sees the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(
    current_setting('app.tenant', true) || ' partners ' || ${base}::text, 0))`.execute(tx)
  const rows = await tx
    .selectFrom('partners.partners')
    .select('slug')
    .where((is) => is.or([is('slug', '=', base), is('slug', 'like', `${base}-%`)]))
    .limit(10_000)
    .execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(base)) return base
  let next = 2
  while (taken.has(`${base}-${next}`)) next += 1
  return `${base}-${next}`
}
