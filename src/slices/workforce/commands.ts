import type { Insertable } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DB } from '../../platform/tables.gen.ts'
import { firstDayOf, type DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import { getFile } from '../files/queries.ts'
import { findPartner } from '../partners/queries.ts'
import { getRegion, getUnit } from '../reference/queries.ts'
import { listNames } from '../relations/queries.ts'
import { lockCohort, refuse, refuseOthers, staleOf, type Keeper } from './locks.ts'
import { intermediaryObstacle, opinionObstacle } from './model.ts'
import { listStandingLines } from './overview-queries.ts'

export { addCost, addCount, dropCost, voidCount } from './counts.ts'
export { system } from './locks.ts'
export { addName, dropName, mendName } from './names.ts'
export { addFigure, addStanding, voidFigure, voidStanding } from './overview.ts'
export { publishCohort, publishOverview, withdrawCohort, withdrawOverview } from './publication.ts'
export { addRequest, dropRequest, mendRequest } from './requests.ts'
export { refuseUnheld } from './undoing.ts'

interface Acting {
  tx: Tx
  act: Act
  on: DateText
  who: Keeper
}

/** Null empties a value, undefined leaves it. */
export interface CohortValues {
  country?: string | undefined
  scheme?: string | null | undefined
  unit?: string | null | undefined
  via?: string | null | undefined
  beganOn?: string | null | undefined
  opinionFile?: string | null | undefined
  note?: string | null | undefined
  relations?: readonly string[] | undefined
}

export type NewCohort = CohortValues & {
  name: string
  nameLang?: string | undefined
  country: string
  slug?: string | undefined
}

/** Records a cohort. Agency staff record for their own agency; a suspended programme wants a legal opinion first. */
export async function addCohort(call: Acting, cohort: NewCohort): Promise<{ id: string; slug: string }> {
  const { tx, act, who } = call
  const { name, nameLang = 'id', relations = [], slug } = cohort
  const unit = cohort.unit === undefined && who.role === 'opd' ? (who.unit ?? null) : (cohort.unit ?? null)
  refuseOthers(who, unit)
  const kept = {
    country: cohort.country,
    scheme: cohort.scheme ?? null,
    unit,
    via: cohort.via ?? null,
    began_on: cohort.beganOn ?? null,
    opinion_file: cohort.opinionFile ?? null,
    note: cohort.note || null,
  }
  await refuseUnlawful(call, kept)
  const id = newId()
  const wanted = slug === undefined ? await slugsFor(tx, { name, id }) : [slug]
  const under = await insertUnder(tx, { values: { id, name, name_lang: nameLang, ...kept }, wanted })
  await linkTo(tx, { id, relations })
  act.about(id)
  return { id, slug: under }
}

/** Corrects a cohort by the same rules. `stale` when somebody was faster. */
export async function mendCohort(
  call: Acting,
  { id, rev, ...mend }: CohortValues & { id: string; rev: number; name?: string | undefined },
): Promise<{ id: string; rev: number }> {
  const { tx, act, who } = call
  const row = await lockCohort(tx, { id, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  if (mend.unit !== undefined) refuseOthers(who, mend.unit)
  const kept = {
    country: mend.country ?? row.country,
    scheme: or(mend.scheme, row.scheme),
    unit: or(mend.unit, row.unit),
    via: or(mend.via, row.via),
    began_on: or(mend.beganOn, row.began_on),
    opinion_file: or(mend.opinionFile, row.opinion_file),
    note: or(mend.note, row.note) || null,
  }
  await refuseUnlawful(call, kept)
  await tx
    .updateTable('workforce.cohorts')
    .set({ ...kept, name: mend.name ?? row.name, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  if (mend.relations !== undefined) await linkTo(tx, { id, relations: mend.relations })
  act.about(id)
  return { id, rev: rev + 1 }
}

const or = <Value>(given: Value | undefined, kept: Value): Value => (given === undefined ? kept : given)

interface Kept {
  country: string
  scheme: string | null
  unit: string | null
  via: string | null
  began_on: string | null
  opinion_file: string | null
}

/** What a cohort names must be there; what its programme forbids on the day it begins is refused with its source. */
async function refuseUnlawful({ tx, on }: Pick<Acting, 'tx' | 'on'>, kept: Kept): Promise<void> {
  if (kept.unit !== null) await getUnit(tx, kept.unit)
  if (kept.opinion_file !== null) await getFile(tx, kept.opinion_file)
  const lines = await listStandingLines(tx)
  const scheme = kept.scheme ?? undefined
  const known = lines.find((line) => line.scheme === scheme)
  if (scheme !== undefined && known === undefined) throw fieldFailure('scheme', 'not_listed')
  if (known !== undefined && known.country !== kept.country) throw fieldFailure('country', 'wrong')
  const asked = { scheme, on: kept.began_on === null ? on : firstDayOf(kept.began_on) }
  if (kept.via !== null) {
    const partner = await findPartner(tx, kept.via)
    if (partner === undefined) throw new Failure('not_found')
    refuse(intermediaryObstacle({ ...asked, via: { kind: partner.kind } }), 'via')
  }
  refuse(opinionObstacle(lines, { ...asked, hasOpinion: kept.opinion_file !== null }))
}

/** The cooperations of a cohort are these, and no others. */
async function linkTo(tx: Tx, { id, relations }: { id: string; relations: readonly string[] }): Promise<void> {
  const wanted = [...new Set(relations)]
  if ((await listNames(tx, wanted)).length < wanted.length) throw new Failure('not_found')
  const rows = await tx.selectFrom('workforce.cohort_relations').select('relation').where('cohort', '=', id).execute()
  const gone = rows.map(({ relation }) => relation).filter((relation) => !wanted.includes(relation))
  for (const relation of gone) {
    await tx
      .deleteFrom('workforce.cohort_relations')
      .where('cohort', '=', id)
      .where('relation', '=', relation)
      .execute()
  }
  for (const relation of wanted.filter((one) => !rows.some((row) => row.relation === one))) {
    await tx.insertInto('workforce.cohort_relations').values({ id: newId(), cohort: id, relation }).execute()
  }
}

/** Addresses to try in this order; unique over the installation, so each begins with the region. */
async function slugsFor(tx: Tx, { name, id }: { name: string; id: string }): Promise<string[]> {
  const { slug } = await getRegion(tx)
  const said = foldForSearch(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const base = `${slug}-${said === '' ? 'angkatan' : said}`
  return [base, `${base}-2`, `${base}-3`, `${base}-${id.slice(-12)}`]
}

async function insertUnder(
  tx: Tx,
  { values, wanted }: { values: Omit<Insertable<DB['workforce.cohorts']>, 'slug'>; wanted: readonly string[] },
): Promise<string> {
  for (const slug of wanted) {
    const row = await tx
      .insertInto('workforce.cohorts')
      .values({ ...values, slug })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (row !== undefined) return row.slug
  }
  throw fieldFailure('name', 'taken')
}
