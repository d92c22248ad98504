import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { registerLabel, type Direction } from './mailroom-model.ts'

interface Entry {
  id: string
  number: number
  suffix: string
  letter: string
  drafted: boolean
  enteredOn: string
  cancelledOn: string | null
  cancelledReason: string | null
  subject: string | null
  given: string | null
  partner: { id: string; name: string; names: Record<string, string> } | null
  correspondent: string | null
}

/** A page of a book of the register, the highest number first, and the last number that was drawn. */
export async function listRegister(
  tx: Tx,
  { book, year, after, limit }: { book: Direction; year: number; after?: string | undefined; limit: number },
) {
  const [, number = '', suffix = ''] = /^(\d+)([a-z]?)$/.exec(after ?? '') ?? []
  const from = after === undefined ? sql`true` : sql`(r.number, r.suffix) < (${Number(number)}::int, ${suffix})`
  const { rows } = await sql<Entry>`
    select r.id, r.number, r.suffix, r.letter, l.id is not null as drafted, r.entered_on as "enteredOn",
      r.cancelled_on as "cancelledOn", r.cancelled_reason as "cancelledReason",
      coalesce(m.subject, l.content ->> 'subject', l.content -> 'versions' -> 0 ->> 'title') as subject,
      coalesce(m.number, l.number) as given, m.correspondent,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'names', p.names) end as partner
    from letters.register r
    left join letters.mail m on m.tenant = r.tenant and m.id = r.letter
    left join letters.letters l on l.tenant = r.tenant and l.id = r.letter
    left join relations.relations x on x.tenant = l.tenant and x.id = l.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = coalesce(m.partner, x.partner)
    where r.book = ${book} and r.year = ${year} and ${from}
    order by r.number desc, r.suffix desc limit ${limit + 1}`.execute(tx)
  const counter = await tx
    .selectFrom('letters.counters')
    .select('last')
    .where('book', '=', book)
    .where('year', '=', year)
    .executeTakeFirst()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit).map(({ number: drawn, suffix: letter, given, ...row }) => ({
      ...row,
      number: given,
      register: registerLabel({ number: drawn, suffix: letter }),
    })),
    last: counter?.last ?? 0,
    ...(last !== undefined && { next: `${last.number}${last.suffix}` }),
  }
}
