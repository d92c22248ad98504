import { sql } from 'kysely'
import { typed, wordOf, type CsvFile } from '../../platform/copy.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { silenceKinds, type SilenceKind } from './silence-model.ts'
import { words } from './ui/messages/words.gen.ts'

/** What is silent on a day as a file, the longest first. */
export function silenceFile(
  { kind, on }: { kind?: SilenceKind | undefined; on: DateText },
  language: Language,
): CsvFile {
  const { silence: w } = words[language]
  const kinds = kind === undefined ? silenceKinds : [kind]
  return {
    name: `${w.sheet.file}-${on}.csv`,
    title: w.title,
    narrowed: kind === undefined ? [] : [`${w.by}: ${w.kind[kind]}`],
    header: [w.sheet.relation, w.sheet.why, w.sheet.since],
    days: [2],
    columns: [
      typed(sql`coalesce(x.names ->> ${language}, x.name, x.label)`),
      wordOf(sql`x.kind`, w.kind),
      sql`x.since::text`,
    ],
    from: sql`(select z.kind, z.since, r.label, p.name, p.names from relations.silences z
      join relations.relations r on r.tenant = z.tenant and r.id = z.relation
      left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
      where z.active_on <= ${on}::date and z.until_on > ${on}::date
        and z.kind in (${sql.join([...kinds])}) order by z.since, z.subject, z.kind) x`,
  }
}
