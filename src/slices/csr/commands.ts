import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { isPicture } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { getUnit } from '../reference/queries.ts'
import { listNames } from '../relations/queries.ts'
import { lockNeed, lockNeedFor, refuseAgency, standNeed, staleOf, type Acting, type By, type Mend } from './locks.ts'
import { isDoubtfulCost, mayNeed, slugFor, type NeedField } from './model.ts'
import { textOf } from './rows.ts'

export { addOffer, endOffer, mendOffer, refuseOverpromised } from './offering.ts'
export { endMatch, matchNeed } from './pairing.ts'
export { addEvidence, answerRealisation, refuseUnfit, reportRealisation, voidRealisation } from './realising.ts'
export { shareWithCompany, shareWithVillage } from './handing.ts'
export { publishCompany, publishNeed, withdrawCompany, withdrawNeed } from './publication.ts'

interface Said {
  title: string
  village: string
  district: string
  field: NeedField
  description?: string | null | undefined
  place?: string | null | undefined
  textLang?: Language | undefined
  cost?: number | null | undefined
  photo?: string | null | undefined
  photoCaption?: string | null | undefined
  musrenbang?: string | null | undefined
  year: number
  apbd?: boolean | undefined
  apbdWords?: string | null | undefined
  unit?: string | null | undefined
  relations?: readonly string[] | undefined
}

interface Sure {
  sure?: readonly string[] | undefined
}

export type NewNeed = Said & Sure & { enteredOn?: string | undefined; slug?: string }

/** Enters what a village needs, as a proposal. What agency staff enter is their agency's. */
export async function addNeed(call: Acting & By, need: NewNeed): Promise<{ id: string; slug: string }> {
  const { tx, act, on, who } = call
  const unit = need.unit ?? (who?.role === 'opd' ? (who.unit ?? null) : null)
  refuseAgency(call, unit)
  if (unit !== null) await getUnit(tx, unit)
  refuseDoubtful(need)
  await refuseNoPicture(tx, need)
  const id = newId()
  const day = need.enteredOn ?? on
  const values = {
    id,
    title: need.title,
    village: need.village,
    district: need.district,
    field: need.field,
    description: need.description ?? null,
    place: need.place ?? null,
    text_lang: need.textLang ?? 'id',
    cost: textOf(need.cost),
    photo: need.photo ?? null,
    photo_caption: need.photo == null ? null : (need.photoCaption ?? null),
    musrenbang: need.musrenbang ?? null,
    year: need.year,
    apbd: need.apbd ?? false,
    apbd_words: need.apbd === true ? (need.apbdWords ?? null) : null,
    unit,
    entered_on: day,
    moved_on: day,
  }
  const base = need.slug ?? slugFor(need)
  const slug = await insertUnder(tx, { values, wanted: [base, `${base}-2`, `${base}-3`, `${base}-${id.slice(-12)}`] })
  await linkRelations(tx, { need: id, relations: need.relations ?? [] })
  act.about(id)
  return { id, slug }
}

/** Addresses are unique over the installation, and a region does not see which ones others took: so it tries. */
async function insertUnder(
  tx: Tx,
  { values, wanted }: { values: Parameters<typeof insertOne>[1]; wanted: readonly string[] },
): Promise<string> {
  for (const slug of wanted) if (await insertOne(tx, values, slug)) return slug
  throw fieldFailure('title', 'taken')
}

async function insertOne(
  tx: Tx,
  values: {
    id: string
    title: string
    village: string
    district: string
    field: string
    year: number
    entered_on: string
    moved_on: string
  },
  slug: string,
): Promise<boolean> {
  const row = await tx
    .insertInto('csr.needs')
    .values({ ...values, slug })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Corrects a need. Null empties a value, an absent one stays. What is fulfilled or closed stays as it is. */
export async function mendNeed(
  call: Acting & By,
  { id, rev, sure, ...mend }: Mend<Said> & Sure & { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const { tx, act } = call
  const need = await lockNeedFor(tx, { id, rev, act: 'mend' })
  refuseAgency(call, need.unit)
  if (mend.unit !== undefined) {
    refuseAgency(call, mend.unit)
    if (mend.unit !== null) await getUnit(tx, mend.unit)
  }
  refuseDoubtful({ ...mend, sure })
  const photo = mend.photo === undefined ? need.photo : mend.photo
  const caption = photo === null ? null : mend.photoCaption === undefined ? need.photoCaption : mend.photoCaption
  if (mend.photo !== undefined || mend.photoCaption !== undefined)
    await refuseNoPicture(tx, { photo, photoCaption: caption })
  const apbd = mend.apbd ?? need.apbd
  const apbdWords = !apbd ? null : mend.apbdWords === undefined ? need.apbdWords : mend.apbdWords
  const { title, village, district, field, description, place, textLang, cost, musrenbang, year, unit } = mend
  await tx
    .updateTable('csr.needs')
    .set({
      rev: rev + 1,
      ...(title !== undefined && { title }),
      ...(village !== undefined && { village }),
      ...(district !== undefined && { district }),
      ...(field !== undefined && { field }),
      ...(description !== undefined && { description }),
      ...(place !== undefined && { place }),
      ...(textLang !== undefined && { text_lang: textLang }),
      ...(cost !== undefined && { cost: textOf(cost) }),
      ...(musrenbang !== undefined && { musrenbang }),
      ...(year !== undefined && { year }),
      ...(unit !== undefined && { unit }),
      photo,
      photo_caption: caption,
      apbd,
      apbd_words: apbdWords,
    })
    .where('id', '=', id)
    .execute()
  if (mend.relations !== undefined) await linkRelations(tx, { need: id, relations: mend.relations })
  act.about(id)
  return { id, rev: rev + 1 }
}

/** Opens a need for offers, closes it with a reason, or says that it is fulfilled: then a village has confirmed it. */
export async function moveNeed(
  call: Acting & By,
  {
    id,
    rev,
    to,
    reason,
  }: { id: string; rev: number; to: 'terbuka' | 'terwujud' | 'ditutup'; reason?: string | undefined },
): Promise<{ id: string; rev: number }> {
  const { tx, act } = call
  const need = await lockNeed(tx, id)
  refuseAgency(call, need.unit)
  const wanted =
    to === 'terwujud' ? 'finish' : to === 'ditutup' ? 'close' : need.standing === 'ditutup' ? 'reopen' : 'open'
  if (need.rev !== rev || !mayNeed(need.standing, wanted)) throw await staleOf(tx, { id, rev })
  if (to === 'ditutup' && !reason) throw fieldFailure('reason', 'required')
  if (to === 'terwujud') await refuseUnconfirmed(tx, id)
  act.about(id)
  return { id, rev: await standNeed(call, { id, standing: to, reason: to === 'ditutup' ? (reason ?? null) : null }) }
}

/** Fulfilled is what a village confirmed; a report it has not answered or disputes stands in the way. */
async function refuseUnconfirmed(tx: Tx, need: string): Promise<void> {
  const { rows } = await sql<{ confirmed: number; open: number }>`
    select count(*) filter (where r.standing = 'dikonfirmasi')::int as confirmed,
      count(*) filter (where r.standing <> 'dikonfirmasi')::int as open
    from csr.realisations r join csr.matches m on m.tenant = r.tenant and m.id = r.match
    where m.need = ${need}::uuid and m.ended_on is null and r.voided_on is null`.execute(tx)
  const { confirmed = 0, open = 0 } = rows[0] ?? {}
  const missing = [...(confirmed === 0 ? ['confirmation'] : []), ...(open > 0 ? ['answer'] : [])]
  if (missing.length > 0) throw new Failure('not_yet', { missing })
}

function refuseDoubtful({ cost, sure }: { cost?: number | null | undefined } & Sure): void {
  if (cost == null || sure?.includes('cost') === true) return
  if (isDoubtfulCost(cost)) throw fieldFailure('cost', 'doubtful')
}

async function refuseNoPicture(
  tx: Tx,
  { photo, photoCaption }: { photo?: string | null | undefined; photoCaption?: string | null | undefined },
): Promise<void> {
  if (photo == null) return
  if (!isPicture((await getFile(tx, photo)).kind)) throw fieldFailure('photo', 'wrong')
  if (!photoCaption) throw fieldFailure('photoCaption', 'required')
}

/** The cooperations a need belongs to become these; who stays keeps her row. */
async function linkRelations(
  tx: Tx,
  { need, relations }: { need: string; relations: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(relations)]
  if ((await listNames(tx, wanted)).length !== wanted.length) throw new Failure('not_found')
  await sql`delete from csr.need_relations where need = ${need}::uuid and relation <> all(${wanted}::uuid[])`.execute(
    tx,
  )
  for (const relation of wanted) {
    await tx
      .insertInto('csr.need_relations')
      .values({ id: newId(), need, relation })
      .onConflict((conflict) => conflict.columns(['tenant', 'need', 'relation']).doNothing())
      .execute()
  }
}
