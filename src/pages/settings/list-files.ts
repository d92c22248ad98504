/** The lists of Pengaturan as files, with the columns of their pages. */
import type { Reading } from '../../platform/call.ts'
import { fileNameOf, type ListFile } from '../../platform/list-file.ts'
import { nameIn } from '../../shared/names.ts'
import { foldForSearch } from '../../shared/text.ts'
import { words as identityWords } from '../../slices/identity/messages/words.gen.ts'
import { listMembers } from '../../slices/identity/queries.ts'
import { words as referenceWords } from '../../slices/reference/messages/words.gen.ts'
import { affairName } from '../../slices/reference/model.ts'
import { listAffairs, listHolidays, listOfficials, listUnits } from '../../slices/reference/queries.ts'
import { words } from './ui/messages/words.gen.ts'

interface Sought {
  q?: string | undefined
}

type Asker = Pick<Reading, 'tx' | 'on' | 'language' | 'who'>

const narrowedBy = (q: string | undefined): Pick<ListFile, 'narrowed'> =>
  q === undefined ? {} : { narrowed: [`“${q}”`] }

/** The rows that hold the words, in whatever column. */
function holding(q: string | undefined, rows: ListFile['rows']): ListFile['rows'] {
  const sought = foldForSearch(q ?? '')
  return sought === '' ? rows : rows.filter((row) => foldForSearch(row.join(' ')).includes(sought))
}

export async function holidaysFile({ tx, language }: Asker, { year, q }: Sought & { year: number }): Promise<ListFile> {
  const { section, holidays: w } = words[language]
  return {
    name: fileNameOf(section.holidays, String(year)),
    title: `${section.holidays} ${year}`,
    ...narrowedBy(q),
    days: [0],
    header: [w.day, w.name, w.kind, w.basis],
    rows: holding(
      q,
      (await listHolidays(tx, year)).map((row) => [
        row.day,
        nameIn(language, row),
        referenceWords[language].holidayKind[row.kind as keyof typeof referenceWords.id.holidayKind],
        row.basis,
      ]),
    ),
  }
}

export async function unitsFile({ tx, on, language }: Asker, { q }: Sought): Promise<ListFile> {
  const { section, units: w } = words[language]
  return {
    name: fileNameOf(section.units, on),
    title: section.units,
    ...narrowedBy(q),
    header: [w.name, w.shortName, w.kind],
    rows: holding(
      q,
      (await listUnits(tx)).map((row) => [
        row.name,
        row.shortName,
        referenceWords[language].unitKind[row.kind as keyof typeof referenceWords.id.unitKind],
      ]),
    ),
  }
}

export async function officialsFile({ tx, on, language }: Asker, { q }: Sought): Promise<ListFile> {
  const { section, officials: w } = words[language]
  const { office, capacity } = referenceWords[language]
  return {
    name: fileNameOf(section.officials, on),
    title: section.officials,
    ...narrowedBy(q),
    days: [3, 4, 5],
    header: [w.name, w.office, w.capacity, w.fromOn, w.toOn, w.seenOn],
    rows: holding(
      q,
      (await listOfficials(tx)).map((row) => [
        row.name,
        office[row.office],
        capacity[row.capacity],
        row.fromOn,
        row.toOn,
        row.seenOn,
      ]),
    ),
  }
}

export async function affairsFile({ tx, on, language }: Asker, { q }: Sought): Promise<ListFile> {
  const { section, affairs: w } = words[language]
  const { heading, sector } = referenceWords[language]
  const units = new Map((await listUnits(tx)).map(({ id, name }) => [id, name]))
  return {
    name: fileNameOf(section.affairs, on),
    title: section.affairs,
    ...narrowedBy(q),
    header: [w.name, w.heading, w.sectors, w.unit],
    rows: holding(
      q,
      (await listAffairs(tx)).map((row) => [
        affairName(language, row),
        heading[row.heading],
        row.sectors.map((id) => sector[id]).join(', '),
        row.unit === null ? '' : units.get(row.unit),
      ]),
    ),
  }
}

export async function membersFile(
  { tx, on, language, who }: Asker,
  { ended = false, q }: Sought & { ended?: boolean | undefined },
): Promise<ListFile> {
  const { section, members: w } = words[language]
  const { role } = identityWords[language]
  const units = new Map((await listUnits(tx)).map(({ id, name }) => [id, name]))
  const rows = (await listMembers(tx, who)).filter(({ endedAt }) => (endedAt !== null) === ended)
  return {
    name: fileNameOf(section.members, on),
    title: section.members,
    narrowed: [[ended ? w.gone : w.active, ...(narrowedBy(q).narrowed ?? [])].join(' · ')],
    header: [w.name, w.email, w.role, w.unit],
    rows: holding(
      q,
      rows.map((row) => [row.name, row.email, role[row.role], row.unit === null ? '' : units.get(row.unit)]),
    ),
  }
}
