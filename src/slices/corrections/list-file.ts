import { sql } from 'kysely'
import { typed, wordOf, type CsvFile } from '../../platform/copy.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

/** What readers wrote as a file, in the order it came. Who wrote it is not in it. */
export function correctionsFile(
  { state, on }: { state?: string | undefined; on: DateText },
  language: Language,
): CsvFile {
  const { file: w, receipt } = words[language]
  return {
    name: `${w.name}-${on}.csv`,
    title: w.title,
    header: [w.received, w.page, w.words, w.state, w.answered, w.answer],
    days: [0, 4],
    columns: [
      sql`x.received_on`,
      typed(sql`x.page`),
      typed(sql`x.words`),
      wordOf(sql`x.state`, receipt.state),
      sql`x.answered_on`,
      typed(sql`x.answer`),
    ],
    from: sql`(select c.* from corrections.corrections c
      where ${state === undefined ? sql`true` : sql`c.state = ${state}`} order by c.id) x`,
  }
}
