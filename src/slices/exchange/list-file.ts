import type { Reading } from '../../platform/call.ts'
import { fileNameOf, readPages, type ListFile } from '../../platform/list-file.ts'
import { nameIn } from '../../shared/names.ts'
import { titleIn } from '../../shared/programmes.ts'
import { words } from './messages/words.gen.ts'
import { listExchanges } from './queries.ts'
import type { Sought } from './rows.ts'

/** Exchanges as a file, narrowed as on screen. */
export async function exchangesFile(
  { tx, on, language }: Pick<Reading, 'tx' | 'on' | 'language'>,
  sought: Omit<Sought, 'on'>,
): Promise<ListFile> {
  const w = words[language]
  const rows = await readPages((page) => listExchanges(tx, { ...sought, ...page, on }))
  const narrowed = [
    sought.kind === undefined ? undefined : w.kind[sought.kind],
    sought.standing === undefined ? undefined : w.standing[sought.standing],
    sought.q === undefined ? undefined : `“${sought.q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(w.title, on),
    title: w.title,
    narrowed: narrowed.length === 0 ? [] : [narrowed.join(' · ')],
    days: [4, 5],
    numbers: [6],
    header: [w.file.title, w.file.kind, w.file.relations, w.file.standing, w.file.from, w.file.to, w.file.applied],
    rows: rows.map((row) => [
      titleIn(language, row).text,
      w.kind[row.kind],
      row.relations.map((relation) => nameIn(language, relation)).join('; '),
      w.standing[row.standing],
      row.fromOn,
      row.toOn,
      row.applied,
    ]),
  }
}
