import { sql } from 'kysely'
import { typed, wordOf, type CsvFile } from '../../platform/copy.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import type { RegisterStatus, RegisterWords } from './model.ts'

interface Wanted {
  status?: RegisterStatus | undefined
  stage?: string | undefined
  sector?: string | undefined
  on: DateText
  language: Language
  words: RegisterWords
}

/** The register of the caller's province as a file, what ends first at the top; the policy says which province. */
export function registerFile({ status, stage, sector, on, language, words: says }: Wanted): CsvFile {
  const w = words[language].file
  const { sector: sectors, country } = referenceWords[language]
  const now = sql`oversight.status_on(r, ${on}::date)`
  return {
    name: `${w.name}-${on}.csv`,
    header: [w.code, w.region, w.partner, w.country, w.kind, w.status, w.stage, w.fields, w.lastOn, w.endsOn],
    columns: [
      sql`r.region_code`,
      typed(sql`r.region_name`),
      typed(sql`r.partner_name`),
      wordOf(sql`r.country`, country, sql`lower(r.country)`),
      wordOf(sql`r.kind`, says.kind),
      wordOf(now, { ...says.status, none: '' }),
      wordOf(sql`r.stage`, says.stage),
      sql`(select string_agg(${wordOf(sql`f.id`, sectors)}, '; ' order by f.n) from unnest(r.sectors) with ordinality f(id, n))`,
      sql`r.last_activity_on`,
      sql`nullif(r.ends_on, 'infinity')::text`,
    ],
    from: sql`(select * from oversight.register r where ${sql.join(
      [
        sql`true`,
        ...(status === undefined ? [] : [sql`${now} = ${status}`]),
        ...(stage === undefined ? [] : [sql`r.stage = ${stage}`]),
        ...(sector === undefined ? [] : [sql`${sector} = any(r.sectors)`]),
      ],
      sql` and `,
    )} order by r.ends_on, r.id) r`,
    more: w.more,
  }
}
