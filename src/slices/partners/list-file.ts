import { sql } from 'kysely'
import { typed, wordOf, type CsvFile } from '../../platform/copy.ts'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

interface Asked {
  q?: string | undefined
  on: DateText
}

/** Partners by name as a file, narrowed by words of their names; merged ones are not listed themselves. */
export function partnersFile({ q, on }: Asked, language: Language): CsvFile {
  const { file: w, kind } = words[language]
  const sought = soughtWords(q ?? '').map((word) => holdsWord(sql`p.search`, word))
  const unmerged = sql`not exists (select from partners.same_as m where m.tenant = p.tenant and m.partner = p.id)`
  return {
    name: `${w.name}-${on}.csv`,
    title: w.title,
    ...(q !== undefined && { narrowed: [`“${q}”`] }),
    header: [w.partner, w.native, w.country, w.kind],
    columns: [
      typed(sql`coalesce(x.names ->> ${language}, x.name)`),
      typed(sql`x.native_name`),
      wordOf(sql`x.country`, referenceWords[language].country, sql`lower(x.country)`),
      wordOf(sql`x.kind`, kind),
    ],
    from: sql`(select p.* from partners.partners p where ${sql.join([unmerged, ...sought], sql` and `)}
      order by lower(p.name), p.id) x`,
  }
}
