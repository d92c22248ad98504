import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import { getFile } from '../files/queries.ts'
import { getRegion, getUnit } from '../reference/queries.ts'
import { listNames } from '../relations/queries.ts'
import { lockExchange, refuseOthers, type Acting } from './locks.ts'
import {
  daysFault,
  standingOn,
  type BodySide,
  type Direction,
  type ExchangeKind,
  type StatedStanding,
} from './model.ts'
import { courseOf } from './rows.ts'

export { addApplied, dropApplied, mendApplied } from './applied.ts'
export { publishExchange, withdrawExchange } from './publication.ts'
export { refuseStrange } from './undoing.ts'

type Keeping = Acting & Pick<Call, 'on'>

export interface NewBody {
  side: BodySide
  unit?: string | undefined
  name?: string | undefined
  nameLang?: string
  role?: string | undefined
}

type Maybe<Of> = Of | null | undefined

interface Values {
  kind: ExchangeKind
  title: string
  titleEn?: Maybe<string>
  titleJa?: Maybe<string>
  titleKo?: Maybe<string>
  direction?: Maybe<Direction>
  fromOn?: Maybe<string>
  toOn?: Maybe<string>
  stated?: StatedStanding | undefined
  place?: Maybe<string>
  ours?: Maybe<number>
  theirs?: Maybe<number>
  unit?: Maybe<string>
  relations: readonly string[]
  fields?: readonly string[] | undefined
  bodies?: readonly NewBody[] | undefined
}

export interface NewExchange extends Values {
  /** Made from its title where none is given. */
  slug?: string
  titleLang?: string
  /** The day since which the region knows of it; that of the call where none is given. */
  occurredOn?: string
  sure?: readonly string[] | undefined
}

/** Records an exchange. Asked (`title`, doubtful): one of the same title with one of its cooperations. */
export async function addExchange(call: Keeping, exchange: NewExchange) {
  const { tx, act, who, on } = call
  const { title, relations, sure = [], titleLang } = exchange
  const unit = exchange.unit ?? (who?.role === 'opd' ? who.unit : undefined)
  refuseOthers(who, unit)
  refuseDays({ fromOn: exchange.fromOn ?? undefined, toOn: exchange.toOn ?? undefined })
  if (unit !== undefined && unit !== null) await getUnit(tx, unit)
  if (!sure.includes('title') && (await isTold(tx, { title, relations }))) throw fieldFailure('title', 'doubtful')
  const id = newId()
  const values = {
    id,
    kind: exchange.kind,
    title,
    title_lang: titleLang ?? 'id',
    title_en: exchange.titleEn ?? null,
    title_ja: exchange.titleJa ?? null,
    title_ko: exchange.titleKo ?? null,
    direction: exchange.direction ?? null,
    from_on: exchange.fromOn ?? null,
    to_on: exchange.toOn ?? null,
    stated: exchange.stated ?? 'direncanakan',
    place: exchange.place ?? null,
    ours: exchange.ours ?? null,
    theirs: exchange.theirs ?? null,
    unit: unit ?? null,
    occurred_on: exchange.occurredOn ?? on,
    search: await searchOf(tx, {
      titles: [title, exchange.titleEn, exchange.titleJa, exchange.titleKo],
      place: exchange.place ?? null,
      bodies: exchange.bodies ?? [],
    }),
  }
  let slug: string | undefined
  for (const wanted of exchange.slug === undefined ? await slugsFor(tx, { title, id }) : [exchange.slug]) {
    const row = await tx
      .insertInto('exchange.exchanges')
      .values({ ...values, slug: wanted })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst()
    slug = row?.slug
    if (slug !== undefined) break
  }
  if (slug === undefined) throw fieldFailure('slug', 'taken')
  await setRelations(tx, { id, relations })
  await setFields(tx, { id, fields: exchange.fields ?? [] })
  await setBodies(tx, { id, bodies: exchange.bodies ?? [] })
  act.about(id)
  return { id, slug, rev: 1 }
}

export type ExchangeMend = { id: string; rev: number } & { [Key in keyof Values]?: Values[Key] | undefined }

/** Corrects what was given. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendExchange(call: Keeping, { id, rev, relations, fields, bodies, ...mend }: ExchangeMend) {
  const { tx, act, who } = call
  const was = await lockExchange(tx, { id, rev })
  refuseOthers(who, was.unit)
  if (mend.unit !== undefined) {
    refuseOthers(who, mend.unit)
    if (mend.unit !== null) await getUnit(tx, mend.unit)
  }
  const given = <Of>(now: Of | null | undefined, before: Of | null) => (now === undefined ? before : now) ?? undefined
  refuseDays({ fromOn: given(mend.fromOn, was.from_on), toOn: given(mend.toOn, was.to_on) })
  const { kind, title, titleEn, titleJa, titleKo, direction, fromOn, toOn, stated, place, ours, theirs, unit } = mend
  const search = await searchOfMended(tx, {
    id,
    titles: [
      given(title, was.title),
      given(titleEn, was.title_en),
      given(titleJa, was.title_ja),
      given(titleKo, was.title_ko),
    ],
    place: given(place, was.place),
    bodies,
  })
  await tx
    .updateTable('exchange.exchanges')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(kind !== undefined && { kind }),
      ...(title !== undefined && { title }),
      ...(titleEn !== undefined && { title_en: titleEn }),
      ...(titleJa !== undefined && { title_ja: titleJa }),
      ...(titleKo !== undefined && { title_ko: titleKo }),
      ...(direction !== undefined && { direction }),
      ...(fromOn !== undefined && { from_on: fromOn }),
      ...(toOn !== undefined && { to_on: toOn }),
      ...(stated !== undefined && { stated }),
      ...(place !== undefined && { place }),
      ...(ours !== undefined && { ours }),
      ...(theirs !== undefined && { theirs }),
      ...(unit !== undefined && { unit }),
      search,
    }))
    .where('id', '=', id)
    .execute()
  if (relations !== undefined) await setRelations(tx, { id, relations })
  if (fields !== undefined) await setFields(tx, { id, fields })
  // A cooperation that left took its fields along.
  else if (relations !== undefined) await dropStrayFields(tx, id)
  if (bodies !== undefined) await setBodies(tx, { id, bodies })
  act.about(id)
  return { id, rev: rev + 1 }
}

/** Calls an exchange off, with its reason. What is over can no longer be called off: `not_yet` with `over`. */
export async function cancelExchange(call: Keeping, { id, rev, reason }: { id: string; rev: number; reason: string }) {
  const { tx, act, who, on } = call
  const was = await lockExchange(tx, { id, rev })
  refuseOthers(who, was.unit)
  const standing = standingOn(courseOf(camel(was)), on)
  if (standing === 'selesai' || standing === 'batal') throw new Failure('not_yet', { missing: ['over'] })
  return await touch({ tx, act }, { id, rev, set: { cancelled_on: on, cancelled_reason: reason } })
}

/** Says that a cancelled exchange takes place after all. One that was not called off has nothing to resume. */
export async function resumeExchange(call: Keeping, { id, rev }: { id: string; rev: number }) {
  const { tx, act, who } = call
  const was = await lockExchange(tx, { id, rev })
  refuseOthers(who, was.unit)
  if (was.cancelled_on === null) throw new Failure('not_yet', { missing: ['cancelled'] })
  return await touch({ tx, act }, { id, rev, set: { cancelled_on: null, cancelled_reason: null } })
}

interface Report {
  id: string
  rev: number
  words?: Maybe<string>
  lang?: string | undefined
  file?: Maybe<string>
}

/** Files the report. What has not begun, or was called off, has none: `not_yet` with `begun`. */
export async function reportExchange(call: Keeping, { id, rev, words, lang, file }: Report) {
  const { tx, act, who, on } = call
  const was = await lockExchange(tx, { id, rev })
  refuseOthers(who, was.unit)
  const standing = standingOn(courseOf(camel(was)), on)
  if (standing === 'direncanakan' || standing === 'batal') throw new Failure('not_yet', { missing: ['begun'] })
  if (file !== undefined && file !== null) await getFile(tx, file)
  const said = words === undefined ? was.report : (words ?? '').trim() === '' ? null : words
  const kept = file === undefined ? was.report_file : file
  const set = {
    report: said,
    report_file: kept,
    reported_on: said === null && kept === null ? null : (was.reported_on ?? on),
    ...(lang !== undefined && { report_lang: lang }),
  }
  return await touch({ tx, act }, { id, rev, set })
}

const camel = (row: { from_on: string | null; to_on: string | null; stated: string; cancelled_on: string | null }) => ({
  fromOn: row.from_on,
  toOn: row.to_on,
  stated: row.stated,
  cancelledOn: row.cancelled_on,
})

async function touch(
  { tx, act }: Acting,
  { id, rev, set: values }: { id: string; rev: number; set: Record<string, string | null> },
): Promise<{ id: string; rev: number }> {
  await tx
    .updateTable('exchange.exchanges')
    .set((set) => ({ rev: set('rev', '+', 1), ...values }))
    .where('id', '=', id)
    .execute()
  act.about(id)
  return { id, rev: rev + 1 }
}

function refuseDays(days: { fromOn?: string | undefined; toOn?: string | undefined }): void {
  const fault = daysFault(days)
  if (fault !== undefined) throw fieldFailure('toOn', fault)
}

async function isTold(tx: Tx, { title, relations }: { title: string; relations: readonly string[] }): Promise<boolean> {
  const { rows } = await sql`
    select from exchange.exchanges e where lower(e.title) = lower(${title}) and e.cancelled_on is null and exists (
      select from exchange.exchange_relations l where l.tenant = e.tenant and l.exchange = e.id
        and l.relation = any(${[...relations]}::uuid[])) limit 1`.execute(tx)
  return rows.length > 0
}

/** Public addresses in the order they are tried. */
async function slugsFor(tx: Tx, { title, id }: { title: string; id: string }): Promise<string[]> {
  const { slug: region } = await getRegion(tx)
  const folded = foldForSearch(title).replace(/[^a-z0-9]+/g, '-')
  const base = folded.slice(0, 80).replace(/^-+|-+$/g, '') || 'pertukaran'
  return [base, `${base}-${region}`, `${base}-${id.slice(-12)}`]
}

async function setRelations(tx: Tx, { id, relations }: { id: string; relations: readonly string[] }): Promise<void> {
  const wanted = [...new Set(relations)]
  if ((await listNames(tx, wanted)).length !== wanted.length) throw new Failure('not_found')
  await tx
    .deleteFrom('exchange.exchange_relations')
    .where('exchange', '=', id)
    .where('relation', 'not in', wanted)
    .execute()
  for (const relation of wanted) {
    await tx
      .insertInto('exchange.exchange_relations')
      .values({ id: newId(), exchange: id, relation })
      .onConflict((conflict) => conflict.columns(['tenant', 'exchange', 'relation']).doNothing())
      .execute()
  }
}

/** A field of a cooperation that the exchange does not belong to is none of its fields. */
async function setFields(tx: Tx, { id, fields }: { id: string; fields: readonly string[] }): Promise<void> {
  const wanted = [...new Set(fields)]
  const { rows } = await sql<{ id: string }>`
    select f.id from relations.fields f join exchange.exchange_relations l on l.tenant = f.tenant and l.relation = f.relation
    where l.exchange = ${id}::uuid and f.id = any(${wanted}::uuid[])`.execute(tx)
  if (rows.length !== wanted.length) throw fieldFailure('fields', 'not_listed')
  const { rows: there } = await sql<{ id: string; field: string }>`
    select id, field from exchange.exchange_fields where exchange = ${id}::uuid`.execute(tx)
  for (const row of there.filter(({ field }) => !wanted.includes(field))) {
    await tx.deleteFrom('exchange.exchange_fields').where('id', '=', row.id).execute()
  }
  for (const field of wanted.filter((each) => !there.some((row) => row.field === each))) {
    await tx.insertInto('exchange.exchange_fields').values({ id: newId(), exchange: id, field }).execute()
  }
}

async function dropStrayFields(tx: Tx, id: string): Promise<void> {
  await sql`
    delete from exchange.exchange_fields x using relations.fields f
    where x.exchange = ${id}::uuid and f.tenant = x.tenant and f.id = x.field and not exists (
      select from exchange.exchange_relations l where l.tenant = x.tenant and l.exchange = x.exchange
        and l.relation = f.relation)`.execute(tx)
}

async function setBodies(tx: Tx, { id, bodies }: { id: string; bodies: readonly NewBody[] }): Promise<void> {
  for (const [index, { side, unit, name }] of bodies.entries()) {
    if ((unit === undefined) === (name === undefined)) throw fieldFailure(`bodies.${index}`, 'required')
    if (unit !== undefined && side !== 'ours') throw fieldFailure(`bodies.${index}`, 'wrong')
    if (unit !== undefined) await getUnit(tx, unit)
  }
  await tx.deleteFrom('exchange.bodies').where('exchange', '=', id).execute()
  for (const [index, { side, unit, name, nameLang = 'id', role }] of bodies.entries()) {
    await tx
      .insertInto('exchange.bodies')
      .values({
        id: newId(),
        exchange: id,
        position: index + 1,
        side,
        unit: unit ?? null,
        name: name ?? null,
        name_lang: nameLang,
        role: role ?? null,
      })
      .execute()
  }
}

interface Sought {
  /** The title in every language it has. */
  titles: readonly Maybe<string>[]
  place?: Maybe<string>
  bodies: readonly Pick<NewBody, 'unit' | 'name'>[]
}

/**
 * The words the list finds it by: title, place, bodies; its cooperations are found by their own. Known before the row is
 * written, so that it is written once.
 */
async function searchOf(tx: Tx, { titles, place, bodies }: Sought): Promise<string> {
  const names: string[] = []
  for (const { unit, name } of bodies) names.push(unit === undefined ? (name ?? '') : (await getUnit(tx, unit)).name)
  return foldForSearch([...titles, place, ...names].filter(Boolean).join(' '))
}

/** The same of one that is mended: bodies that were not given stay. */
async function searchOfMended(
  tx: Tx,
  { id, bodies, ...mended }: Omit<Sought, 'bodies'> & { id: string; bodies: Sought['bodies'] | undefined },
): Promise<string> {
  if (bodies !== undefined) return await searchOf(tx, { ...mended, bodies })
  const kept = await tx.selectFrom('exchange.bodies').select(['unit', 'name']).where('exchange', '=', id).execute()
  const named = kept.map(({ unit, name }) => ({ unit: unit ?? undefined, name: name ?? undefined }))
  return await searchOf(tx, { ...mended, bodies: named })
}
