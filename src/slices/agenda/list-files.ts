import { sql } from 'kysely'
import { typed, wordOf, type CsvFile } from '../../platform/copy.ts'
import type { DateText } from '../../shared/dates.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'

interface Asked {
  relation: string
  on: DateText
}

/** The activities of a relation up to a day as a file, newest first. */
export function activitiesFile({ relation, on }: Asked, language: Language): CsvFile {
  const { file: w, kind } = words[language]
  return {
    name: `${w.activities}-${on}.csv`,
    title: w.activitiesTitle,
    header: [w.day, w.kind, w.about, w.place],
    days: [0],
    columns: [sql`x.occurred_on`, wordOf(sql`x.kind`, kind), typed(sql`x.about`), typed(sql`x.place`)],
    from: sql`(select a.occurred_on, a.kind, a.about, a.place from agenda.activities a
      join agenda.activity_relations l on l.tenant = a.tenant and l.activity = a.id
      where l.relation = ${relation}::uuid and a.voided_on is null and rpad(a.occurred_on, 10, '-01-01') <= ${on}
      order by a.occurred_on desc, a.id desc) x`,
  }
}

/** What is to be done of a relation, its meetings and what was discussed there, as a file: what is open first. */
export function followUpsFile({ relation, on }: Asked, language: Language): CsvFile {
  const { file: w } = words[language]
  const state = sql`case when x.ended_on is null or x.ended_on > ${on} then ${w.open} else ${w.ended} end`
  return {
    name: `${w.followUps}-${on}.csv`,
    title: w.followUpsTitle,
    header: [w.what, w.unit, w.owner, w.due, w.state, w.endedOn],
    days: [3, 5],
    columns: [
      typed(sql`x.what`),
      typed(sql`x.unit`),
      typed(sql`x.owner`),
      sql`x.due_on`,
      state,
      sql`case when x.ended_on <= ${on} then x.ended_on end`,
    ],
    from: sql`(select f.what, u.name as unit, coalesce(m.name, f.owner) as owner, f.due_on, f.ended_on from followup.follow_ups f
      left join reference.units u on u.tenant = f.tenant and u.id = f.unit
      left join identity.memberships m on m.tenant = f.tenant and m.id = f.member
      where f.what is not null and f.from_on <= ${on} and coalesce(f.outcome, '') <> 'replaced' and f.subject in (
        select ${relation}::uuid union select l.activity from agenda.activity_relations l where l.relation = ${relation}::uuid
        union select t.id from agenda.topics t join agenda.activity_relations l on l.tenant = t.tenant and l.activity = t.activity
          where l.relation = ${relation}::uuid)
      order by (f.ended_on is null or f.ended_on > ${on}) desc, coalesce(f.due_on, '9999'), f.id) x`,
  }
}
