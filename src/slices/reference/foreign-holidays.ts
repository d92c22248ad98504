import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { deliveredDays, isDelivered } from './foreign-days.ts'
import { namesOf } from './holiday-names.ts'
import { dayStateOf, type DayInCountry, type ForeignCountry, type HolidayKind } from './model.ts'

type Acting = { tx: Tx; act: Act }

export interface ForeignHoliday {
  country: ForeignCountry
  day: DateText
  name: string
  names: Record<string, string>
  basis: string | null
  certain: boolean
  /** Set where the region said it itself; `dropped` where it said that the day is none. */
  own: { id: string; rev: number } | null
  dropped: boolean
}

/** The days off of a country in a year, as delivered and as the region changed them (at most 366). */
export async function listForeignHolidays(
  tx: Tx,
  { country, year }: { country: ForeignCountry; year: number },
): Promise<ForeignHoliday[]> {
  const own = await tx
    .selectFrom('reference.foreign_days')
    .select(['id', 'day', 'name', 'rev'])
    .where('country', '=', country)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .limit(366)
    .execute()
  const delivered = deliveredDays.filter((one) => one.country === country && one.day.startsWith(`${year}-`))
  const days = [...new Set([...delivered, ...own].map(({ day }) => day))].toSorted()
  return days.flatMap((day): ForeignHoliday[] => {
    const row = own.find((one) => one.day === day)
    const given = delivered.find((one) => one.day === day)
    const standing = row === undefined ? null : { id: row.id, rev: row.rev }
    if (row !== undefined && row.name !== null) {
      return [{ country, day, name: row.name, names: {}, basis: null, certain: true, own: standing, dropped: false }]
    }
    return given === undefined ? [] : [{ ...given, own: standing, dropped: row !== undefined }]
  })
}

/** Says what a day is in another country; `name: null` that it is a working day. Refused as `stale` when somebody was faster. */
export async function setForeignHoliday(
  { tx, act }: Acting,
  { country, day, name, rev }: { country: ForeignCountry; day: DateText; name: string | null; rev: number },
): Promise<{ id: string; rev: number }> {
  const isGiven = deliveredDays.some((one) => one.country === country && one.day === day)
  if (name === null && rev === 0 && !isGiven) throw fieldFailure('name', 'required')
  const { rows } = await sql<{ id: string; rev: number }>`
    insert into reference.foreign_days as f (id, country, day, name) values (${newId()}::uuid, ${country}, ${day}, ${name})
    on conflict (tenant, country, day) do update set name = excluded.name, rev = f.rev + 1 where f.rev = ${rev}::int
    returning id, rev`.execute(tx)
  const [row] = rows
  if (row === undefined || (rev > 0 && row.rev === 1)) throw new Failure('stale')
  act.about(row.id)
  return row
}

/** Goes back to what is delivered for a day. */
export async function restoreForeignHoliday(
  { tx, act }: Acting,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string }> {
  const gone = await tx
    .deleteFrom('reference.foreign_days')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('id')
    .executeTakeFirst()
  if (gone === undefined) {
    const there = await tx.selectFrom('reference.foreign_days').select('id').where('id', '=', id).executeTakeFirst()
    throw new Failure(there === undefined ? 'not_found' : 'stale')
  }
  act.about(id)
  return gone
}

/** What a day is in Indonesia, as the region counts it, and in other countries: side by side, deciding nothing. */
export async function holidaysOn(
  tx: Tx,
  day: DateText,
  countries: readonly DayInCountry['country'][],
): Promise<DayInCountry[]> {
  const found: DayInCountry[] = []
  for (const country of new Set(countries)) {
    if (country === 'ID') found.push(await homeDay(tx, day))
    else found.push(await foreignDay(tx, { country, day }))
  }
  return found
}

async function homeDay(tx: Tx, day: DateText): Promise<DayInCountry> {
  const rows = await tx
    .selectFrom('reference.holidays')
    .select(['name', 'names', 'kind', 'verified'])
    .where('day', '=', day)
    .orderBy('kind', 'desc')
    .limit(3)
    .execute()
  const { rows: years } = await sql<{ counts: boolean; known: boolean; complete: boolean }>`
    select r.cuti_bersama_counts as counts,
      exists (select from reference.holidays h where h.tenant = r.tenant and left(h.day, 4) = ${day.slice(0, 4)}) as known,
      exists (select from reference.holiday_years y
        where y.tenant = r.tenant and y.year = ${Number(day.slice(0, 4))}::int and y.complete) as complete
    from reference.regions r`.execute(tx)
  const { counts = false, known = false, complete = false } = years[0] ?? {}
  const holidays = rows.map(({ name, names, kind }) => ({
    name,
    names: namesOf(name, names),
    kind: kind as HolidayKind,
    certain: true,
  }))
  const off = holidays.filter(({ kind }) => kind !== 'cuti_bersama' || !counts)
  const state = dayStateOf(day, { isOff: off.length > 0, isKnown: known })
  return { country: 'ID', state, provisional: !complete, holidays }
}

async function foreignDay(tx: Tx, { country, day }: { country: ForeignCountry; day: DateText }): Promise<DayInCountry> {
  const own = await tx
    .selectFrom('reference.foreign_days')
    .select('name')
    .where('country', '=', country)
    .where('day', '=', day)
    .executeTakeFirst()
  const given = own === undefined ? deliveredDays.find((one) => one.country === country && one.day === day) : undefined
  const holidays =
    own !== undefined && own.name !== null
      ? [{ name: own.name, names: {}, certain: true }]
      : given === undefined
        ? []
        : [{ name: given.name, names: given.names, certain: given.certain }]
  const isKnown = own !== undefined || isDelivered(Number(day.slice(0, 4)))
  const state = dayStateOf(day, { isOff: holidays.length > 0, isKnown })
  return { country, state, provisional: holidays.some(({ certain }) => !certain), holidays }
}
