import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { HolidayKind } from './model.ts'
import { whyUntouched } from './untouched.ts'

type Acting = { tx: Tx; act: Act }

export interface NewHoliday {
  day: string
  kind: HolidayKind
  name: string
  basis?: string | undefined
  sure?: readonly string[] | undefined
}

/** Adds a day off. A day that is off already, for another reason, is doubtful: it would not move any clock. */
export async function addHoliday({ tx, act }: Acting, holiday: NewHoliday): Promise<{ id: string; rev: number }> {
  const { day, kind, name, basis, sure } = holiday
  await refuseTwin(tx, { day, kind, sure })
  const id = newId()
  const added = await tx
    .insertInto('reference.holidays')
    .values({ id, day, kind, name, basis: basis ?? null })
    .onConflict((conflict) => conflict.columns(['tenant', 'day', 'kind']).doNothing())
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (added === undefined) throw fieldFailure('day', 'taken')
  act.about(id)
  return added
}

export interface HolidayMend {
  id: string
  rev: number
  day?: string | undefined
  kind?: HolidayKind | undefined
  name?: string | undefined
  basis?: string | null | undefined
  sure?: readonly string[] | undefined
}

/** Mends a day off. A new name drops its forms in other languages: they belonged to the old one. */
export async function mendHoliday({ tx, act }: Acting, mend: HolidayMend): Promise<{ id: string; rev: number }> {
  const { id, rev, day, kind, name, basis, sure } = mend
  const row = await tx.selectFrom('reference.holidays').select(['day', 'kind', 'rev']).where('id', '=', id)
    .forUpdate().executeTakeFirst() // prettier-ignore
  if (row !== undefined && row.rev === rev && (day !== undefined || kind !== undefined)) {
    await refuseTwin(tx, { day: day ?? row.day, kind: kind ?? (row.kind as HolidayKind), sure, except: id })
  }
  const mended = await tx
    .updateTable('reference.holidays')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(day !== undefined && { day }),
      ...(kind !== undefined && { kind }),
      ...(name !== undefined && { name, names: {} }),
      ...(basis !== undefined && { basis }),
    }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['id', 'rev'])
    .executeTakeFirst()
  if (mended === undefined) throw await whyUntouched(tx, { table: 'reference.holidays', id })
  act.about(id)
  return mended
}

/** Removes a day that is not off after all; clocks count it from then on. */
export async function removeHoliday(
  { tx, act }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const removed = await tx
    .deleteFrom('reference.holidays')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (removed === undefined) throw await whyUntouched(tx, { table: 'reference.holidays', id })
  act.about(id)
  return removed
}

export interface YearMend {
  year: number
  /** The revision that was on screen; 0 for a year of which nothing was said yet. */
  rev: number
  basis?: string | null | undefined
  complete: boolean
}

/** Says whether a year's table is complete, and by which decree. Without a decree it is not. */
export async function mendHolidayYear({ tx, act }: Acting, mend: YearMend): Promise<{ id: string; rev: number }> {
  const { year, rev, basis, complete } = mend
  const row = await tx.selectFrom('reference.holiday_years').select(['id', 'rev', 'basis']).where('year', '=', year)
    .forUpdate().executeTakeFirst() // prettier-ignore
  if ((row?.rev ?? 0) !== rev) throw new Failure('stale')
  const stands = basis === undefined ? (row?.basis ?? null) : basis
  if (complete && stands === null) throw fieldFailure('basis', 'required')
  const id = row?.id ?? newId()
  act.about(id)
  if (row === undefined) {
    const added = await tx
      .insertInto('reference.holiday_years')
      .values({ id, year, basis: stands, complete })
      .onConflict((conflict) => conflict.columns(['tenant', 'year']).doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) throw new Failure('stale')
    return { id, rev: 1 }
  }
  await tx
    .updateTable('reference.holiday_years')
    .set({ basis: stands, complete, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  return { id, rev: rev + 1 }
}

export interface YearTable extends Omit<YearMend, 'basis'> {
  basis: string
  rows: readonly { day: string; kind: HolidayKind; name: string }[]
}

/**
 * Takes over the table of a year from its decree: days that are no longer in it go, days of the region itself stay.
 * What is already there under the same name keeps its row. Rows outside the year and days given twice are refused.
 */
export async function importHolidays(call: Acting, table: YearTable): Promise<{ added: number; removed: number }> {
  const { tx } = call
  const { year, rows, basis } = table
  const wrong = rows.findIndex(({ day }) => !day.startsWith(`${year}-`))
  if (wrong >= 0) throw fieldFailure(`rows.${wrong}.day`, 'wrong')
  const keyOf = ({ day, kind }: { day: string; kind: string }) => `${day} ${kind}`
  const twice = rows.findIndex((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) !== index)
  if (twice >= 0) throw fieldFailure(`rows.${twice}.day`, 'taken')
  await mendHolidayYear(call, table)
  const there = await tx
    .selectFrom('reference.holidays')
    .select(['id', 'day', 'kind', 'name'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .forUpdate()
    .execute()
  const kept = there.filter((row) => rows.some((read) => keyOf(read) === keyOf(row) && read.name === row.name))
  const gone = there.filter(
    (row) => !kept.includes(row) && (row.kind !== 'daerah' || rows.some((read) => keyOf(read) === keyOf(row))),
  )
  const fresh = rows.filter((read) => !kept.some((row) => keyOf(row) === keyOf(read)))
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id)
    await tx
      .deleteFrom('reference.holidays')
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute()
  }
  if (fresh.length > 0) {
    const values = fresh.map(({ day, kind, name }) => ({ id: newId(), day, kind, name, basis }))
    await tx.insertInto('reference.holidays').values(values).execute()
  }
  return { added: fresh.length, removed: gone.length }
}

interface Twin {
  day: string
  kind: HolidayKind
  sure: readonly string[] | undefined
  except?: string
}

async function refuseTwin(tx: Tx, { day, kind, sure, except }: Twin): Promise<void> {
  const same = await tx.selectFrom('reference.holidays').select(['id', 'kind']).where('day', '=', day).execute()
  const others = same.filter(({ id }) => id !== except)
  if (others.some((other) => other.kind === kind)) throw fieldFailure('day', 'taken')
  if (others.length > 0 && sure?.includes('day') !== true) throw fieldFailure('day', 'doubtful')
}
