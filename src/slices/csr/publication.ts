import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { isPicture } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { readCompany } from './companies.ts'
import { lockNeed, type Acting } from './locks.ts'
import { mayNeed, type PublishedCompany, type PublishedNeed, type PublishedPicture } from './model.ts'
import { readNeed } from './needs.ts'

const regionOf = async (tx: Tx) => {
  const { slug, name, names, demonstration } = await getRegion(tx)
  return { demonstration, region: { slug, name, names: names as Partial<Record<Language, string>> } }
}

/** Copies what the world may see of a need into the published table; nobody's name and no reasons of officers. */
export async function publishNeed({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const held = await lockNeed(tx, id)
  if (!mayNeed(held.standing, 'publish')) throw new Failure('stale')
  const { slug } = await tx.selectFrom('csr.needs').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
  const { demonstration, region } = await regionOf(tx)
  const need = await readNeed(tx, { slug, who: { role: 'petugas', unit: undefined } })
  const match = need.matches.find(({ endedOn }) => endedOn === null)
  const names = match && (await namesOf(tx, match.offer.company.id))
  const document: PublishedNeed = {
    id,
    slug,
    title: need.title,
    textLang: need.textLang,
    village: need.village,
    district: need.district,
    field: need.field,
    ...(need.description !== null && { description: need.description }),
    ...(need.place !== null && { place: need.place }),
    ...(need.cost !== null && { cost: need.cost }),
    ...(need.photo !== null && { photo: await pictureOf(tx, need.photo) }),
    ...(need.musrenbang !== null && { musrenbang: need.musrenbang }),
    year: need.year,
    ...(need.apbd && { apbd: { ...(need.apbdWords !== null && { words: need.apbdWords }) } }),
    standing: need.standing,
    movedOn: need.movedOn,
    enteredOn: need.enteredOn,
    ...(match !== undefined && {
      company: {
        name: match.offer.company.name,
        names: names ?? {},
        ...(match.committed !== null && { committed: match.committed }),
        ...(match.inKind !== null && { inKind: match.inKind }),
      },
    }),
    realisations: (match?.realisations ?? []).map((each) => ({
      occurredOn: each.occurredOn,
      ...(each.value !== null && { value: each.value }),
      ...(each.inKind !== null && { inKind: each.inKind }),
      standing: each.standing,
      ...(each.answeredOn !== null && { answeredOn: each.answeredOn }),
      evidence: each.evidence.length,
    })),
    region,
    relations: await publicOf(tx, need.relations),
  }
  const values = {
    slug,
    region_slug: region.slug,
    relations: need.relations.map((relation) => relation.id),
    entered_on: need.enteredOn,
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('csr.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('csr.withdrawn').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** The cooperations that the world knows: the name of another stands in nothing that is published. */
async function publicOf(tx: Tx, relations: readonly { id: string; slug: string; name: string }[]) {
  if (relations.length === 0) return []
  const ids = relations.map(({ id }) => id)
  const rows = await tx.selectFrom('relations.published').select('id').where('id', 'in', ids).execute()
  return relations.filter(({ id }) => rows.some((row) => row.id === id)).map(({ slug, name }) => ({ slug, name }))
}

async function namesOf(tx: Tx, partner: string) {
  const row = await tx.selectFrom('partners.partners').select('names').where('id', '=', partner).executeTakeFirst()
  return row?.names as Partial<Record<Language, string>> | undefined
}

async function pictureOf(tx: Tx, photo: { id: string; caption: string }): Promise<PublishedPicture> {
  const { kind, sha256, bytes } = await getFile(tx, photo.id)
  if (!isPicture(kind)) throw new Failure('wrong_type')
  return { kind, sha256, bytes, caption: photo.caption }
}

/** Takes the public page of a need back; its address then answers 410. */
export async function withdrawNeed({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  await lockNeed(tx, id)
  act.about(id)
  const gone = await tx
    .deleteFrom('csr.published')
    .where('id', '=', id)
    .returning(['slug', 'demonstration'])
    .executeTakeFirst()
  if (gone === undefined) return { id }
  await tx
    .insertInto('csr.withdrawn')
    .values({ id, ...gone })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { id }
}

/** Publishes the year of a company as it stands. Needs that are not public are counted and not named. */
export async function publishCompany(
  { tx, act, on }: Acting,
  { id, year }: { id: string; year: number },
): Promise<{ id: string }> {
  const company = await readCompany(tx, { on, id, year })
  if (company.offers.length === 0) throw new Failure('not_found')
  const { demonstration, region } = await regionOf(tx)
  const shown = await tx
    .selectFrom('csr.published')
    .select('slug')
    .where(sql<boolean>`slug = any(${company.lines.map(({ need }) => need.slug)}::text[])`)
    .execute()
  const isPublic = new Set(shown.map(({ slug }) => slug))
  const document: PublishedCompany = {
    name: company.name,
    names: company.names,
    slug: company.slug,
    year,
    on,
    region,
    realised: company.realised,
    lines: company.lines
      .filter(({ endedOn, need }) => endedOn === null && isPublic.has(need.slug))
      .map(({ need, committed, inKind, confirmed }) => ({
        title: need.title,
        textLang: need.textLang,
        village: need.village,
        district: need.district,
        field: need.field,
        slug: need.slug,
        ...(committed !== null && { committed }),
        ...(inKind !== null && { inKind }),
        standing: need.standing,
        confirmed,
      })),
    others: company.lines.filter(({ endedOn, need }) => endedOn === null && !isPublic.has(need.slug)).length,
  }
  const values = {
    slug: company.slug,
    region_slug: region.slug,
    document: document as never,
    demonstration,
    withdrawn_at: null,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('csr.published_companies')
    .values({ id: newId(), partner: company.id, year, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'partner', 'year']).doUpdateSet(values))
    .execute()
  act.about(company.id)
  return { id: company.id }
}

/** Takes the public year of a company back; nothing of it stays in what the world can read. */
export async function withdrawCompany(
  { tx, act, on }: Acting,
  { id, year }: { id: string; year: number },
): Promise<{ id: string }> {
  const company = await readCompany(tx, { on, id, year })
  act.about(company.id)
  await tx
    .updateTable('csr.published_companies')
    .set({ document: {} as never, withdrawn_at: sql<string>`clock_timestamp()` })
    .where('partner', '=', company.id)
    .where('year', '=', year)
    .where('withdrawn_at', 'is', null)
    .execute()
  return { id: company.id }
}
