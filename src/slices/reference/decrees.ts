import { readFileSync } from 'node:fs'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import { holidayName, otherNames, type HolidayId } from './holiday-names.ts'
import { words } from './messages/words.gen.ts'
import { type Heading, type HolidayKind, isSector } from './model.ts'

// Typed from the decrees, not fetched: the joint decrees (SKB) of 2024 to 2026, of 2027 only the days that are fixed by
// decree, and the affairs of UU 23/2014 Ps 12 with the supporting functions of Ps 219. Nobody has held them against the
// printed texts yet, so each row is marked M; the region mends what differs.
const years = { 2024: true, 2025: true, 2026: true, 2027: false }

type AffairId = keyof (typeof words)['id']['affair']

function readTable(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const lines = text.trim().split('\n').slice(1)
  return lines.map((line) => [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,|$)/g)].map(([, a, b]) => a ?? b ?? ''))
}

const holidays = Object.keys(years).flatMap((year) =>
  readTable(`holidays-${year}.csv`).map(([day = '', kind, holiday, basis = '']) => {
    const of = { kind: kind as HolidayKind, holiday: holiday as HolidayId }
    return { day, kind: of.kind, name: holidayName('id', of), names: otherNames(of), basis }
  }),
)

const affairs = readTable('affairs.csv').map(([code = '', heading, sectors = '']) => ({
  code,
  name: words.id.affair[code as AffairId],
  heading: heading as Heading,
  sectors: sectors.split(' ').filter(isSector),
}))

/** What every region begins with: the tables of the decrees, to be mended there. */
export async function installDecrees(tx: Tx): Promise<void> {
  await tx
    .insertInto('reference.holidays')
    .values(holidays.map(({ names, ...row }) => ({ id: newId(), ...row, names: { ...names } })))
    .execute()
  await tx
    .insertInto('reference.holiday_years')
    .values(
      Object.entries(years).map(([year, complete]) => ({
        id: newId(),
        year: Number(year),
        // The first row of a year stands under its joint decree; later ones may have decrees of their own.
        basis: complete ? (holidays.find(({ day }) => day.startsWith(year))?.basis ?? null) : null,
        complete,
      })),
    )
    .execute()
  await tx
    .insertInto('reference.affairs')
    .values(affairs.map((row) => ({ id: newId(), ...row })))
    .execute()
}
