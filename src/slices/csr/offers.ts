import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listIdsOf } from '../partners/queries.ts'
import { offerColumns, offersFrom, type OfferRow } from './rows.ts'

interface Asked {
  on: string
  partner?: string | undefined
  year?: number | undefined
  open?: boolean | undefined
  after?: string | undefined
  limit: number
}

/** Offers as they were known on a day, newest first, by keyset; one company's with those of merged partners. */
export async function listOffers(
  tx: Tx,
  { on, partner, year, open = false, after, limit }: Asked,
): Promise<{ rows: OfferRow[]; next?: string }> {
  const parts = [sql`o.offered_on <= ${on}`]
  if (partner !== undefined) parts.push(sql`o.partner = any(${await listIdsOf(tx, partner)}::uuid[])`)
  if (year !== undefined) parts.push(sql`o.year = ${year}`)
  if (open) {
    parts.push(sql`o.ended_on is null and coalesce(o.until_on >= ${on}, true) and u.needs < o.most
      and coalesce(u.promised < o.ceiling, true)`)
  }
  if (after !== undefined) {
    const last = await tx.selectFrom('csr.offers').select('offered_on').where('id', '=', after).executeTakeFirst()
    if (last === undefined) throw new Failure('not_found')
    parts.push(sql`(o.offered_on, o.id) < (${last.offered_on}, ${after}::uuid)`)
  }
  const { rows } = await sql<OfferRow>`
    select ${offerColumns} from ${offersFrom} where ${sql.join(parts, sql` and `)}
    order by o.offered_on desc, o.id desc limit ${limit + 1}`.execute(tx)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, ...(rows.length > limit && last !== undefined && { next: last.id }) }
}

/** An offer with its company and what was promised of it, or undefined. */
export async function findOffer(tx: Tx, id: string): Promise<OfferRow | undefined> {
  const { rows } = await sql<OfferRow>`select ${offerColumns} from ${offersFrom} where o.id = ${id}::uuid`.execute(tx)
  return rows[0]
}
