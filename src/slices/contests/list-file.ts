import type { Reading } from '../../platform/call.ts'
import { fileNameOf, listedMost, type ListFile } from '../../platform/list-file.ts'
import { toLocalTime, type Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate, formatTime } from '../../shared/format.ts'
import { getRegion } from '../reference/queries.ts'
import { words } from './messages/words.gen.ts'
import { byNumber, missables } from './model.ts'
import { listEntries, type SoughtEntries } from './queries.ts'

/** The entries as they are narrowed on screen, with who entered and how to call her. */
export async function entriesFile(
  { tx, on, who, language }: Pick<Reading, 'tx' | 'on' | 'who' | 'language'>,
  sought: SoughtEntries,
): Promise<ListFile> {
  const { file: w, facts, completeness, missing } = words[language]
  const contest = await tx
    .selectFrom('contests.contests')
    .select(['title', 'organiser_unit'])
    .where('id', '=', sought.id)
    .executeTakeFirst()
  if (contest === undefined) throw new Failure('not_found')
  if (who.role === 'opd' && who.unit !== contest.organiser_unit) throw new Failure('forbidden')
  const zone = (await getRegion(tx)).zone as Zone
  // Who may take the list reads it as the organiser does.
  const { rows, cancelled } = await listEntries(tx, {
    ...sought,
    limit: listedMost,
    who: { role: 'petugas', unit: undefined },
  })
  const title = w.title({ contest: contest.title })
  const wordOf = (text: string) => missables.find((one) => one === text)
  return {
    name: fileNameOf(title, on),
    title,
    days: [7],
    numbers: [0],
    header: [
      w.number,
      w.name,
      'RT/RW',
      facts.village,
      facts.kecamatan,
      w.entrant,
      w.phone,
      w.enteredOn,
      w.time,
      w.category,
      w.state,
      w.missing,
      w.withdrawn,
    ],
    // A number that was given stands in the list, also where its entry was taken back.
    rows: byNumber(rows, cancelled).map((row) => {
      if (typeof row === 'number') return [row, ...Array<string>(9).fill(''), w.cancelled, '', '']
      const { date, time } = toLocalTime(row.enteredAt, zone)
      return [
        row.number,
        row.name,
        row.rtRw,
        row.village,
        row.kecamatan,
        row.entrant,
        row.phone,
        date,
        formatTime(time, zone, language),
        row.category,
        completeness[row.completeness],
        [...row.missing, ...(row.completeness === 'unchecked' ? row.lacks : [])]
          .map((text) => {
            const known = wordOf(text)
            return known === undefined ? text : missing[known]
          }) // prettier-ignore
          .join('; '),
        row.withdrawnOn === null ? '' : formatDate(row.withdrawnOn, language),
      ]
    }),
  }
}
