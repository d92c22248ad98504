/** What is written to prepare an activity: its rundown, its checklist, the gifts. */
import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getUnit } from '../reference/queries.ts'
import { type Journey, type ListKey } from './checklist-model.ts'
import { lockActivity, lockActivityOf, whyUntouched } from './locks.ts'
import { readList } from './prepare-read.ts'
import { addMinutes, lineFault, swapLines, type LineTimes } from './rundown-model.ts'

type Acting = Pick<Call, 'tx' | 'act' | 'on'>
type Sure = { sure?: readonly string[] | undefined }

const most = { rundown_items: 200, checklist_items: 200, gifts: 100 }

async function refuseMore(tx: Tx, { table, activity }: { table: keyof typeof most; activity: string }): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(`agenda.${table}`)} where activity = ${activity}::uuid`.execute(tx)
  if ((rows[0]?.n ?? 0) >= most[table]) throw new Failure('too_large')
}

export interface NewLine extends Sure {
  id: string
  from?: string | undefined
  to?: string | undefined
  minutes?: number | undefined
  what: string
  who?: string | undefined
}

async function linesOf(tx: Tx, activity: string) {
  return await tx
    .selectFrom('agenda.rundown_items')
    .select(['id', 'position', 'from_time as from', 'to_time as to', 'rev'])
    .where('activity', '=', activity)
    .orderBy('position')
    .orderBy('id')
    .limit(most.rundown_items)
    .execute()
}

/** The end of a line, said as a time or as minutes. */
function endOf({
  from,
  to,
  minutes,
}: {
  from?: string | null | undefined
  to?: string | null | undefined
  minutes?: number | undefined
}) {
  if (minutes === undefined) return to
  if (!from) throw fieldFailure('from', 'required')
  const end = addMinutes(from, minutes)
  if (end === undefined) throw fieldFailure('minutes', 'wrong')
  return end
}

/** Adds a line to the rundown, after those that are there. Another line's time is asked (`from`). */
export async function addLine({ tx, act }: Acting, { id, what, who, sure, ...times }: NewLine) {
  const { starts_at: startsAt, ends_at: endsAt } = await lockActivity(tx, id)
  await refuseMore(tx, { table: 'rundown_items', activity: id })
  const others = await linesOf(tx, id)
  const line = { from: times.from, to: endOf(times) }
  refuseLine(line, { others, startsAt, endsAt, sure })
  const made = newId()
  await tx
    .insertInto('agenda.rundown_items')
    .values({
      id: made,
      activity: id,
      position: (others.at(-1)?.position ?? 0) + 1,
      from_time: line.from ?? null,
      to_time: line.to ?? null,
      what,
      who: who ?? null,
    })
    .execute()
  act.about(id)
  return { id: made, rev: 1 }
}

interface Around extends Sure {
  others: readonly LineTimes[]
  startsAt: string | null
  endsAt: string | null
}

function refuseLine(line: LineTimes, { startsAt, endsAt, ...around }: Around): void {
  const fault = lineFault(line, { ...around, startsAt: startsAt ?? undefined, endsAt: endsAt ?? undefined })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
}

export interface LineMend extends Sure {
  id: string
  rev: number
  from?: string | null | undefined
  to?: string | null | undefined
  minutes?: number | undefined
  what?: string | undefined
  who?: string | null | undefined
}

/** Corrects a line. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendLine({ tx, act }: Acting, { id, rev, sure, what, who, minutes, ...mend }: LineMend) {
  const activity = await lockActivityOf(tx, { table: 'agenda.rundown_items', id })
  const { starts_at: startsAt, ends_at: endsAt } = await lockActivity(tx, activity)
  const lines = await linesOf(tx, activity)
  const was = lines.find((line) => line.id === id)
  const touchesTime = mend.from !== undefined || mend.to !== undefined || minutes !== undefined
  const from = mend.from === undefined ? was?.from : mend.from
  const to = endOf({ from, to: mend.to === undefined ? was?.to : mend.to, minutes })
  if (touchesTime) {
    refuseLine({ from, to }, { others: lines.filter((line) => line.id !== id), startsAt, endsAt, sure })
  }
  const mended = await tx
    .updateTable('agenda.rundown_items')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(touchesTime && { from_time: from ?? null, to_time: to ?? null }),
      ...(what !== undefined && { what }),
      ...(who !== undefined && { who }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.rundown_items', id, rev })
  act.about(activity)
  return mended
}

/** Lets a line change places with its neighbour; at the end of the list nothing happens. */
export async function moveLine({ tx, act }: Acting, { id, rev, to }: { id: string; rev: number; to: 'up' | 'down' }) {
  const activity = await lockActivityOf(tx, { table: 'agenda.rundown_items', id })
  const lines = await linesOf(tx, activity)
  const at = lines.findIndex((line) => line.id === id)
  const mine = lines[at]
  if (mine === undefined || mine.rev !== rev) throw await whyUntouched(tx, { table: 'agenda.rundown_items', id, rev })
  act.about(activity)
  const other = lines[to === 'up' ? at - 1 : at + 1]
  if (other === undefined) return { id }
  const [first, second] = to === 'up' ? [other, mine] : [mine, other]
  const swapped = swapLines(first, second)
  await place(tx, { id: first.id, position: second.position, ...swapped.first })
  await place(tx, { id: second.id, position: first.position, ...swapped.second })
  return { id }
}

async function place(tx: Tx, { id, position, from, to }: { id: string; position: number } & LineTimes): Promise<void> {
  await tx
    .updateTable('agenda.rundown_items')
    .set((set) => ({ rev: set('rev', '+', 1), position, from_time: from ?? null, to_time: to ?? null }))
    .where('id', '=', id)
    .execute()
}

/** Takes the region's list over to an activity. What is there already stays; taken over twice it is there once. */
export async function beginChecklist({ tx, act }: Acting, { id, journey }: { id: string; journey: Journey }) {
  await lockActivity(tx, id)
  await refuseMore(tx, { table: 'checklist_items', activity: id })
  const { items } = await readList(tx, journey)
  const values = items.map((item) => ({
    id: newId(),
    activity: id,
    origin: item.key ?? item.id ?? null,
    words: item.words ?? null,
    days: item.days,
  }))
  act.about(id)
  if (values.length === 0) return { id, added: 0 }
  const added = await tx
    .insertInto('agenda.checklist_items')
    .values(values)
    .onConflict((conflict) => conflict.columns(['tenant', 'activity', 'origin']).doNothing())
    .returning('id')
    .execute()
  return { id, added: added.length }
}

export interface NewItem {
  id: string
  words: string
  days: number
  unit?: string | undefined
  owner?: string | undefined
}

/** Adds something to prepare, in the officer's own words. */
export async function addItem({ tx, act }: Acting, { id, words, days, unit, owner }: NewItem) {
  await lockActivity(tx, id)
  await refuseMore(tx, { table: 'checklist_items', activity: id })
  if (unit !== undefined) await getUnit(tx, unit)
  const item = newId()
  await tx
    .insertInto('agenda.checklist_items')
    .values({ id: item, activity: id, words, days, unit: unit ?? null, owner: owner ?? null })
    .execute()
  act.about(id)
  return { id: item, rev: 1 }
}

export interface ItemMend {
  id: string
  rev: number
  words?: string | undefined
  days?: number | undefined
  unit?: string | null | undefined
  owner?: string | null | undefined
  done?: boolean | undefined
}

/** Corrects an item, or says that it is done. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendItem({ tx, act, on }: Acting, { id, rev, words, days, unit, owner, done }: ItemMend) {
  act.about(await lockActivityOf(tx, { table: 'agenda.checklist_items', id }))
  if (unit) await getUnit(tx, unit)
  const mended = await tx
    .updateTable('agenda.checklist_items')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(words !== undefined && { words }),
      ...(days !== undefined && { days }),
      ...(unit !== undefined && { unit }),
      ...(owner !== undefined && { owner }),
      ...(done !== undefined && { done_on: done ? on : null }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.checklist_items', id, rev })
  return mended
}

export interface TemplateMend {
  journey: Journey
  key?: ListKey | undefined
  item?: string | undefined
  rev: number
  words?: string | null | undefined
  days?: number | undefined
  dropped?: boolean | undefined
}

/** So many items a list may have; nobody reads more. */
const mostItems = 100

/** Adds to a list of the region, or changes an item of it. Visits that have their checklist already keep it. */
export async function setTemplateItem({ tx, act }: Acting, { journey, key, item, rev, ...mend }: TemplateMend) {
  const { items, dropped } = await readList(tx, journey)
  const known = [...items, ...dropped].find((one) => (key === undefined ? one.id === item : one.key === key))
  if (item !== undefined && known === undefined) throw new Failure('not_found')
  if (key !== undefined && known === undefined) throw fieldFailure('key', 'not_listed')
  const { words, days } = mend
  if (known?.id === undefined) {
    if (rev !== 0) throw new Failure('stale')
    if (key === undefined && !words) throw fieldFailure('words', 'required')
    if (key === undefined && days === undefined) throw fieldFailure('days', 'required')
    if (items.length + dropped.length >= mostItems) throw new Failure('too_large')
    const id = newId()
    const made = await tx
      .insertInto('agenda.checklist_templates')
      .values({
        id,
        journey,
        key: key ?? null,
        words: words ?? null,
        days: days ?? known?.days ?? 0,
        dropped: mend.dropped ?? false,
      })
      .onConflict((conflict) => conflict.columns(['tenant', 'journey', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) throw new Failure('stale')
    act.about(id)
    return { id, rev: 1 }
  }
  if (key === undefined && words === null) throw fieldFailure('words', 'required')
  const { id } = known
  const mended = await tx
    .updateTable('agenda.checklist_templates')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(words !== undefined && { words }),
      ...(days !== undefined && { days }),
      ...(mend.dropped !== undefined && { dropped: mend.dropped }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.checklist_templates', id, rev })
  act.about(id)
  return mended
}

export interface NewGift {
  id: string
  direction: 'diterima' | 'diberikan'
  what: string
  value?: number | undefined
  party?: string | undefined
  holder?: string | undefined
  destination?: string | undefined
  reportedOn?: string | undefined
}

/** Enters a gift. Only what was received is reported; a report before the gift is refused. */
export async function addGift({ tx, act }: Acting, { id, direction, what, ...gift }: NewGift) {
  const { occurred_on: occurredOn } = await lockActivity(tx, id)
  await refuseMore(tx, { table: 'gifts', activity: id })
  refuseReport({ direction, reportedOn: gift.reportedOn, occurredOn })
  const made = newId()
  await tx
    .insertInto('agenda.gifts')
    .values({
      id: made,
      activity: id,
      direction,
      what,
      value_idr: gift.value === undefined ? null : String(gift.value),
      party: gift.party ?? null,
      holder: gift.holder ?? null,
      destination: gift.destination ?? null,
      reported_on: gift.reportedOn ?? null,
    })
    .execute()
  act.about(id)
  return { id: made, rev: 1 }
}

interface Reporting {
  direction: string
  reportedOn: string | null | undefined
  occurredOn: string
}

function refuseReport({ direction, reportedOn, occurredOn }: Reporting): void {
  if (!reportedOn) return
  if (direction !== 'diterima') throw fieldFailure('reportedOn', 'wrong')
  if (reportedOn < occurredOn) throw fieldFailure('reportedOn', 'wrong_order')
}

export interface GiftMend {
  id: string
  rev: number
  what?: string | undefined
  value?: number | null | undefined
  party?: string | null | undefined
  holder?: string | null | undefined
  destination?: string | null | undefined
  reportedOn?: string | null | undefined
}

/** Corrects a gift. Refused as `stale`, with what changed, when somebody was faster. */
export async function mendGift({ tx, act }: Acting, { id, rev, ...mend }: GiftMend) {
  const activity = await lockActivityOf(tx, { table: 'agenda.gifts', id })
  const { occurred_on: occurredOn } = await lockActivity(tx, activity)
  const row = await tx.selectFrom('agenda.gifts').select('direction').where('id', '=', id).executeTakeFirst()
  refuseReport({ direction: row?.direction ?? '', reportedOn: mend.reportedOn, occurredOn })
  const mended = await tx
    .updateTable('agenda.gifts')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(mend.what !== undefined && { what: mend.what }),
      ...(mend.value !== undefined && { value_idr: mend.value === null ? null : String(mend.value) }),
      ...(mend.party !== undefined && { party: mend.party }),
      ...(mend.holder !== undefined && { holder: mend.holder }),
      ...(mend.destination !== undefined && { destination: mend.destination }),
      ...(mend.reportedOn !== undefined && { reported_on: mend.reportedOn }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'agenda.gifts', id, rev })
  act.about(activity)
  return mended
}
