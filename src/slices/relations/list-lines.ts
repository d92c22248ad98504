import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { present, type RelationRow } from './sheet.ts'

/** What a list says of a relation. */
export type ListLine = Pick<
  ReturnType<typeof present>,
  'id' | 'slug' | 'label' | 'partner' | 'lastOn' | 'endsOn' | 'status' | 'stage' | 'published'
>

/** The status of a line `g` on a day, as the register's comment says. */
export const statusOn = (
  on: DateText,
) => sql<string>`case when g.ends_on < ${on}::date then coalesce(g.after_end, g.status)
  when g.status = 'in_force' and g.soon_on <= ${on}::date then 'ending_soon' else g.status end`

/** Whether a line `g` reads what the rules say on a day. */
export const holdsOn = (on: DateText) => sql<boolean>`coalesce(g.holds_from <= ${on}::date, false)`

/** Whether a relation `r` has a public page. */
export const isPublished = sql<boolean>`exists (select from relations.published u where u.tenant = r.tenant and u.id = r.id)`

/** A line as it stands in the register; `holds` is false where the rules must be asked. */
export type ReadLine = ListLine & { holds: boolean }

/** The columns of a ReadLine over `lineJoins`. */
export const lineColumns = (on: DateText) => sql`
  r.id, r.slug, r.label, r.last_on as "lastOn", nullif(${statusOn(on)}, 'none') as status, g.stage,
  case when g.ends_on >= ${on}::date then nullif(g.ends_on, 'infinity')::text end as "endsOn", ${isPublished} as published,
  case when p.id is not null then json_build_object('id', p.id, 'slug', p.slug, 'kind', p.kind, 'name', p.name, 'names', p.names,
    'nativeName', p.native_name, 'nativeLang', p.native_lang, 'country', p.country) end as partner,
  ${holdsOn(on)} as holds`

/** What stands beside relations that `f` names by `id`. */
export const lineJoins = sql`
  join relations.relations r on r.id = f.id
  left join oversight.register g on g.tenant = r.tenant and g.id = r.id
  left join partners.same_as m on m.tenant = r.tenant and m.partner = r.partner
  left join partners.partners p on p.tenant = r.tenant and p.id = case when m.same_as is null then r.partner else m.same_as end`

/**
 * Lines as they are on a day. Where the register's line does not hold yet (something dated later is on record, or nobody
 * touched the relation since lines say from when they hold), the rules are asked over the whole relation.
 */
export async function settleLines(tx: Tx, read: readonly ReadLine[], on: DateText): Promise<ListLine[]> {
  const open = read.flatMap(({ id, holds }) => (holds ? [] : [id]))
  if (open.length === 0) return [...read]
  const { rows } = await sql<RelationRow>`
    select * from relations.sheets where id = any(${open}::uuid[])`.execute(tx)
  const asked = new Map(rows.map((row) => [row.id, present(row, on)]))
  return read.map((line) => asked.get(line.id) ?? line)
}
