import type { Reading } from '../../platform/call.ts'
import { fileNameOf, readPages, type ListFile } from '../../platform/list-file.ts'
import { readCompany } from './companies.ts'
import { words } from './messages/words.gen.ts'
import { listNeeds, type Sought } from './needs.ts'

type Looking = Pick<Reading, 'tx' | 'on' | 'language'>

/** The needs as they are narrowed on screen. */
export async function needsFile({ tx, on, language }: Looking, sought: Sought): Promise<ListFile> {
  const { file: w, field, standing } = words[language]
  const rows = await readPages(async (page) => await listNeeds(tx, { ...sought, ...page, on }))
  const narrowed = [
    sought.field === undefined ? undefined : field[sought.field],
    sought.standing === undefined ? undefined : standing[sought.standing],
    sought.q === undefined ? undefined : `“${sought.q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    ...(narrowed.length > 0 && { narrowed }),
    days: [10],
    numbers: [4, 6],
    header: [
      w.need,
      w.village,
      w.district,
      w.field,
      w.cost,
      w.musrenbang,
      w.year,
      w.apbd,
      w.standing,
      w.company,
      w.entered,
    ],
    rows: rows.map((row) => [
      row.title,
      row.village,
      row.district,
      field[row.field],
      row.cost,
      row.musrenbang,
      row.year,
      row.apbd ? w.yes : '',
      standing[row.standing],
      row.company,
      row.enteredOn,
    ]),
  }
}

/** The CSR of a company's year; its page gathers what else it did beside. */
export async function companyFile(
  { tx, on, language }: Looking,
  asked: { slug: string; year?: number | undefined },
): Promise<ListFile & { year: number }> {
  const { file: w, field, standing } = words[language]
  const { name, year, lines } = await readCompany(tx, { ...asked, on })
  const title = w.companyTitle({ company: name, year: String(year) })
  return {
    year,
    name: fileNameOf(title, on),
    title,
    days: [10],
    numbers: [4, 6, 7, 8],
    header: [
      w.need,
      w.village,
      w.district,
      w.field,
      w.committed,
      w.inKind,
      w.told,
      w.confirmed,
      w.disputed,
      w.standing,
      w.matched,
    ],
    rows: lines.map(({ need, committed, inKind, told, confirmed, disputed, matchedOn }) => [
      need.title,
      need.village,
      need.district,
      field[need.field],
      committed,
      inKind,
      told,
      confirmed,
      disputed,
      standing[need.standing],
      matchedOn,
    ]),
  }
}
