import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Theme } from './model.ts'

/** Points of a theme that meetings discussed up to a day, newest first (at most 20). */
export async function listPointsOfTheme(tx: Tx, { theme, on }: { theme: Theme; on: string }) {
  const { rows } = await sql<{
    id: string
    words: string
    wordsLang: string
    activity: { slug: string; about: string; occurredOn: string }
  }>`
    select t.id, t.words, t.words_lang as "wordsLang",
      json_build_object('slug', a.slug, 'about', a.about, 'occurredOn', a.occurred_on) as activity
    from agenda.topics t join agenda.activities a on a.tenant = t.tenant and a.id = t.activity
    where t.theme = ${theme} and t.words is not null and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
    order by a.occurred_on desc, t.position, t.id limit 20`.execute(tx)
  return rows
}
