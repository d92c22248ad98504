import type { ListFile } from '../../platform/list-file.ts'
import { toLocalTime, type Zone } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import type { BookingRow } from './booking-read.ts'
import { words } from './messages/words.gen.ts'

/** The bookings of a service as a file, session by session in the order they came. */
export function bookingsFile(
  rows: readonly (BookingRow & { day: string; starts: string; ends: string })[],
  { title, on, zone, language }: { title: string; on: string; zone: Zone; language: Language },
): ListFile {
  const { file: w, state } = words[language]
  return {
    name: `${w.name}-${on}.csv`,
    title: w.title({ title }),
    days: [0],
    numbers: [2, 4],
    header: [w.day, w.time, w.order, w.state, w.party, w.who, w.body, w.contact, w.came],
    rows: rows.map((row) => [
      row.day,
      `${row.starts}–${row.ends}`,
      row.seq,
      state[row.state],
      row.party,
      row.name ?? (row.purged ? '' : row.receipt),
      row.body,
      row.contact,
      row.cameAt === null ? '' : toLocalTime(row.cameAt, zone).time,
    ]),
  }
}
