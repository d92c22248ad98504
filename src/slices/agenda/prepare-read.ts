import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { addDays, isDate } from '../../shared/dates.ts'
import { getCalendar, getRegion } from '../reference/queries.ts'
import {
  dayOfItem,
  listKeys,
  listOf,
  ownLists,
  type Journey,
  type ListKey,
  type TemplateRow,
} from './checklist-model.ts'
import { mostOrdered } from './attendees-model.ts'
import { byHand } from './door-read.ts'
import { refuseUnknown } from './queries.ts'
import { findHead, listCarried, listRow, neighboursOf } from './row-read.ts'
import type { Cadence } from './plan-model.ts'

/** A list of the region for a delegation that comes or goes. */
export async function readList(tx: Tx, journey: Journey) {
  const rows: TemplateRow[] = await tx
    .selectFrom('agenda.checklist_templates')
    .select(['id', 'rev', 'key', 'words', 'days', 'dropped'])
    .where('journey', '=', journey)
    .orderBy('id')
    .limit(200)
    .execute()
  return listOf(journey, rows)
}

/** All that prepares an activity, as it stands on a day. Throws not_found. */
export async function readPlan(tx: Tx, { id, on }: { id: string; on: string }) {
  const of = await findHead(tx, id)
  const row = await listRow(tx, of)
  const series = of.series === undefined ? undefined : await findSeries(tx, of.series)
  return {
    id,
    rev: of.rev,
    zone: (await getRegion(tx)).zone as 'WIB',
    ...(of.endsAt !== undefined && { endsAt: of.endsAt }),
    ...(of.interpreter !== undefined && { interpreter: of.interpreter }),
    interpreterLangs: of.interpreterLangs,
    ...(series !== undefined && { series }),
    ...neighboursOf(of, row),
    carried: await listCarried(tx, { of, row, on }),
    rundown: await listRundown(tx, id),
    checklist: await listChecklist(tx, { activity: id, visitOn: of.occurredOn }),
    gifts: await listGiftsOf(tx, id),
    order: await listOrder(tx, id),
  }
}

async function findSeries(tx: Tx, id: string) {
  const row = await tx.selectFrom('agenda.series').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const { name, rev, cadence, place, starts_at: startsAt, ends_at: endsAt } = row
  return {
    id,
    name,
    rev,
    ...(cadence !== null && { cadence: cadence as Cadence }),
    ...(place !== null && { place }),
    ...(startsAt !== null && { startsAt }),
    ...(endsAt !== null && { endsAt }),
  }
}

async function listRundown(tx: Tx, activity: string) {
  const rows = await tx
    .selectFrom('agenda.rundown_items')
    .select(['id', 'position', 'from_time', 'to_time', 'what', 'who', 'rev'])
    .where('activity', '=', activity)
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(({ from_time: from, to_time: to, who, ...row }) => ({
    ...row,
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(who !== null && { who }),
  }))
}

const cited = new Map([...ownLists.masuk, ...ownLists.keluar].map((item) => [item.key, item]))
const isKey = (origin: string | null): origin is ListKey => (listKeys as readonly (string | null)[]).includes(origin)

async function listChecklist(tx: Tx, { activity, visitOn }: { activity: string; visitOn: string }) {
  const rows = await tx
    .selectFrom('agenda.checklist_items as i')
    .leftJoin('reference.units as u', (join) => join.onRef('u.tenant', '=', 'i.tenant').onRef('u.id', '=', 'i.unit'))
    .select([
      'i.id',
      'i.origin',
      'i.words',
      'i.days',
      'i.owner',
      'i.done_on',
      'i.rev',
      'u.id as unit',
      'u.name as unitName',
    ])
    .where('i.activity', '=', activity)
    .orderBy('i.days')
    .orderBy('i.id')
    .limit(200)
    .execute()
  const [first, last] = [rows[0]?.days ?? 0, rows.at(-1)?.days ?? 0]
  const near = { from: isDate(visitOn) ? addDays(visitOn, first - 40) : '1900-01-01', to: isDate(visitOn) ? addDays(visitOn, last + 40) : '1900-01-01' } // prettier-ignore
  const calendar = await getCalendar(tx, near)
  return rows.map(({ id, origin, words, days, owner, done_on: doneOn, rev, unit, unitName }) => {
    const known = isKey(origin) ? cited.get(origin) : undefined
    return {
      id,
      days,
      rev,
      ...dayOfItem({ days, visitOn }, calendar),
      ...(isKey(origin) && { key: origin }),
      ...(words !== null && { words }),
      ...(known?.article !== undefined && { article: known.article }),
      ...(known?.verified !== undefined && { verified: known.verified }),
      ...(unit !== null && unitName !== null && { unit: { id: unit, name: unitName } }),
      ...(owner !== null && { owner }),
      ...(doneOn !== null && { doneOn }),
    }
  })
}

const giftColumns = sql`json_strip_nulls(json_build_object('id', g.id, 'direction', g.direction, 'what', g.what, 'value', g.value_idr,
  'party', g.party, 'holder', g.holder, 'destination', g.destination, 'reportedOn', g.reported_on, 'rev', g.rev))`

interface Gift {
  id: string
  direction: 'diterima' | 'diberikan'
  what: string
  value?: number
  party?: string
  holder?: string
  destination?: string
  reportedOn?: string
  rev: number
}

async function listGiftsOf(tx: Tx, activity: string): Promise<Gift[]> {
  const { rows } = await sql<{ gift: Gift }>`
    select ${giftColumns} as gift from agenda.gifts g where g.activity = ${activity}::uuid order by g.id limit 100`.execute(
    tx,
  )
  return rows.map(({ gift }) => gift)
}

/** A page of the gifts register, the newest activity first. Keyset: `after` is the id of the last gift seen. */
export async function listGifts(
  tx: Tx,
  { unreported = false, after, limit }: { unreported?: boolean | undefined; after?: string | undefined; limit: number },
) {
  const lacking = unreported ? sql`g.direction = 'diterima' and g.reported_on is null` : sql`true`
  const from =
    after === undefined
      ? sql`true`
      : sql`(a.occurred_on, g.id) < (select b.occurred_on, h.id from agenda.gifts h
          join agenda.activities b on b.tenant = h.tenant and b.id = h.activity where h.id = ${after}::uuid)`
  const { rows } = await sql<{ gift: Gift; id: string; slug: string; about: string; occurredOn: string }>`
    select ${giftColumns} as gift, a.id, a.slug, a.about, a.occurred_on as "occurredOn" from agenda.gifts g
    join agenda.activities a on a.tenant = g.tenant and a.id = g.activity
    where a.voided_on is null and ${lacking} and ${from}
    order by a.occurred_on desc, g.id desc limit ${limit + 1}`.execute(tx)
  if (after !== undefined && rows.length === 0) await refuseUnknownGift(tx, after)
  const next = rows.length > limit ? rows[limit - 1]?.gift.id : undefined
  return {
    rows: rows.slice(0, limit).map(({ gift, ...activity }) => ({ ...gift, activity })),
    ...(next !== undefined && { next }),
  }
}

async function refuseUnknownGift(tx: Tx, id: string): Promise<void> {
  const row = await tx.selectFrom('agenda.gifts').select('activity').where('id', '=', id).executeTakeFirst()
  await refuseUnknown(tx, row?.activity ?? id)
}

async function listOrder(tx: Tx, activity: string) {
  const rows = await tx
    .selectFrom('agenda.participants')
    .select(['id', 'position', 'rank', 'rev'])
    .where('activity', '=', activity)
    .where(byHand)
    .orderBy(sql`position nulls last`)
    .orderBy('side', 'desc')
    .orderBy('id')
    .limit(mostOrdered)
    .execute()
  return rows.map(({ id, rev, position, rank }) => ({
    id,
    rev,
    ...(position !== null && { position }),
    ...(rank !== null && { rank }),
  }))
}
