import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { addDays, toLocalTime, type Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import type { AfterUndo, Touched } from '../ledger/commands.ts'
import { getRegion } from '../reference/queries.ts'
import { publicLines } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import { limits, type PublishedContact, type PublishedService, type ServiceTexts, type Slot } from './model.ts'

type Acting = { tx: Tx; act: Act }

/** First and last day of a window as it is kept: from the beginning of one day to the beginning of the day after another. */
export function windowDays(
  { opens_at, closes_at }: { opens_at: string | null; closes_at: string | null },
  zone: Zone,
): { opensOn?: string; closesOn?: string } {
  if (opens_at === null || closes_at === null) return {}
  return { opensOn: toLocalTime(opens_at, zone).date, closesOn: addDays(toLocalTime(closes_at, zone).date, -1) }
}

interface SlotRow extends Omit<Slot, 'calledOff'> {
  called_off_on: string | null
  called_off_reason: string | null
}

/** A session as it is told, with why it does not take place. */
export const slotOf = <Row extends SlotRow>({ called_off_on: on, called_off_reason: reason, ...slot }: Row) => ({
  ...slot,
  ...(on !== null && { calledOff: { on, reason: reason ?? '' } }),
})

/** A service as the world would see it now. */
export async function composeService(tx: Tx, id: string): Promise<PublishedService> {
  const row = await tx
    .selectFrom('residents.services')
    .selectAll()
    .where('id', '=', id)
    .where('voided_on', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const rows = await tx
    .selectFrom('residents.slots')
    .select(['id', 'day', 'starts', 'ends', 'capacity', 'called_off_on', 'called_off_reason'])
    .where('service', '=', id)
    .orderBy('day')
    .orderBy('starts')
    .limit(limits.slots)
    .execute()
  const { slug, name, names, zone } = await getRegion(tx)
  return {
    id,
    slug: row.slug,
    texts: row.texts as unknown as ServiceTexts,
    ...(row.place !== null && { place: row.place }),
    spoken: row.spoken as Language[],
    ...(row.minimum !== null && { minimum: row.minimum }),
    householdMost: row.household_most,
    ...(row.group_most !== null && { groupMost: row.group_most }),
    ...windowDays(row, zone as Zone),
    ...(row.purge_on !== null && { purgeOn: row.purge_on }),
    occurredOn: row.occurred_on,
    zone: zone as Zone,
    slots: rows.map(slotOf),
    region: { slug, name, names: names as PublishedService['region']['names'] },
    provenance: publicLines(await listProvenance(tx, [id])),
  }
}

/** Copies a service, its sessions and its sources into the published table. */
export async function publishService({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const { demonstration } = await getRegion(tx)
  const held = await tx.selectFrom('residents.services').select('relations').where('id', '=', id).forNoKeyUpdate().executeTakeFirst() // prettier-ignore
  if (held === undefined) throw new Failure('not_found')
  const document = await composeService(tx, id)
  const values = {
    kind: 'service',
    slug: document.slug,
    region_slug: document.region.slug,
    relations: held.relations,
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('residents.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
  await tx.deleteFrom('residents.withdrawn').where('id', '=', id).execute()
  act.about(id)
  return { id }
}

/** Says on the page of a service that a session does not take place; everything else stays as it was published. */
export async function publishCalledOff(
  tx: Tx,
  { service, slot, calledOff }: { service: string; slot: string; calledOff: NonNullable<Slot['calledOff']> },
): Promise<void> {
  await sql`update residents.published set document = jsonb_set(document, '{slots}', (
      select coalesce(jsonb_agg(case when x.one ->> 'id' = ${slot} then x.one || jsonb_build_object('calledOff', ${calledOff as never}::jsonb) else x.one end order by x.at), '[]')
      from jsonb_array_elements(document -> 'slots') with ordinality as x(one, at)))
    where id = ${service}::uuid and kind = 'service'`.execute(tx)
}

/** Takes the page of a service back. Its address then answers that it was withdrawn. Without a page nothing happens. */
export async function withdrawService({ tx, act }: Acting, { id }: { id: string }): Promise<{ id: string }> {
  const held = await tx.selectFrom('residents.services').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst() // prettier-ignore
  if (held === undefined) throw new Failure('not_found')
  const gone = await tx
    .deleteFrom('residents.published')
    .where('id', '=', id)
    .returning(['slug', 'demonstration'])
    .executeTakeFirst()
  if (gone !== undefined) {
    await tx
      .insertInto('residents.withdrawn')
      .values({ id, ...gone })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  act.about(id)
  return { id }
}

/** The public page of the contact point: there while it is open, not there otherwise. */
export async function publishContact(
  { tx, act }: Acting,
  { id, open, answerDays, keepDays }: { id: string; open: boolean; answerDays: number; keepDays: number },
): Promise<void> {
  if (!open) {
    await tx.deleteFrom('residents.published').where('id', '=', id).execute()
    return
  }
  const { slug, name, names, demonstration } = await getRegion(tx)
  const document: PublishedContact = {
    answerDays,
    keepDays,
    region: { slug, name, names: names as PublishedContact['region']['names'] },
  }
  const values = {
    kind: 'contact',
    slug: `/${slug}`,
    region_slug: slug,
    document: document as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('residents.published')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
}

/**
 * Refuses an undo after which the world would see a service that is no more or was struck, somebody would stand in a
 * session that is called off, whoever came up from waiting and saw it on her receipt would wait again, or the day on
 * which names go would be later than was told to whoever booked.
 */
export const refuseGhosts: AfterUndo = async ({ tx }, touched) => {
  const came = touched.filter(({ table_name: name }) => name === 'residents.bookings')
  if (came.some(({ before, after }) => before?.['state'] === 'waiting' && after?.['state'] === 'booked')) {
    throw new Failure('stale')
  }
  await refuseLaterErasing(tx, touched)
  const ids = touched.filter(({ table_name: name }) => name.startsWith('residents.')).map(({ row_id }) => row_id)
  if (ids.length === 0) return
  const { rows } = await sql`
    select 1 from residents.published p where p.kind = 'service' and p.id = any(${ids}::uuid[]) and not exists (
      select from residents.services s where s.id = p.id and s.voided_on is null)
    union all
    select 1 from residents.bookings b join residents.slots l on l.tenant = b.tenant and l.id = b.slot
    where b.id = any(${ids}::uuid[]) and b.state <> 'cancelled' and l.called_off_on is not null`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}

async function refuseLaterErasing(tx: Tx, touched: readonly Touched[]): Promise<void> {
  for (const { table_name: name, row_id: row, after } of touched) {
    const told = name === 'residents.services' ? after?.['purge_on'] : undefined
    if (typeof told !== 'string') continue
    const { rows } = await sql`
      select from residents.services s where s.id = ${row}::uuid and coalesce(s.purge_on, '9999-12-31') > ${told}
        and exists (select from residents.bookings b where b.service = s.id and b.contact is not null)`.execute(tx)
    if (rows.length > 0) throw new Failure('stale')
  }
}
