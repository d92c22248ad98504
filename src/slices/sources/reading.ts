import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { getText } from './excerpts.ts'
import { cutText } from './model.ts'
import { listOfSource } from './lines.ts'
import { sourceColumns, type SourceRow } from './source-row.ts'

type Entered = SourceRow & { enteredBy: string | null; enteredAt: string; linkedBy: string | null }

/** Of a long text no more is shown: a text may have a megabyte. */
const shown = 100_000

/** One source with all that is known of it. `not_found` where the region has none such. */
export async function readSource(tx: Tx, id: string) {
  const { rows } = await sql<Entered>`
    select ${sourceColumns}, entered.by as "enteredBy", entered.at as "enteredAt", s.related_to as "linkedBy"
    from sources.sources s
    cross join lateral (
      select a.at, case when a.kind = 'person' then (select m.name from identity.memberships m
        where m.tenant = a.tenant and m.account = a.account order by (m.ended_at is null) desc, m.id desc limit 1) end as by
      from ledger.changes c join ledger.acts a on a.tenant = c.tenant and a.id = c.act
      where c.tenant = s.tenant and c.row_id = s.id order by c.id limit 1) entered
    where s.id = ${id}::uuid`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const { enteredBy, enteredAt, linkedBy, ...source } = row
  const near = await sql<SourceRow>`
    select ${sourceColumns} from sources.sources s where s.related_to = ${id}::uuid or s.id = ${linkedBy}::uuid
    order by s.id limit 51`.execute(tx)
  const { lines, passages } = await listOfSource(tx, id)
  const text = await getText(tx, id)
  return {
    source,
    enteredBy,
    enteredAt,
    related: near.rows.filter((each) => each.id !== linkedBy),
    relatedTo: near.rows.find((each) => each.id === linkedBy) ?? null,
    lines,
    passages: passages.length,
    text: text === undefined ? null : cutText(text.slice(0, shown), passages),
  }
}
