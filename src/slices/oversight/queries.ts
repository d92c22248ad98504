import type { Transaction } from 'kysely'
import type { DB } from '../../platform/tables.gen.ts'

/** A page of the register of the province that the transaction stands in, ordered by id. */
export async function listRegister(
  tx: Transaction<DB>,
  { status, after, limit }: { status?: string | undefined; after?: string | undefined; limit: number },
) {
  const rows = await tx
    .selectFrom('oversight.register')
    .select(['id', 'region_code as regionCode', 'region_name as regionName', 'partner_name as partnerName'])
    .select(['country', 'kind', 'status', 'stage', 'last_activity_on as lastActivityOn'])
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const more = rows.length > limit
  return { rows: rows.slice(0, limit), next: more ? rows[limit - 1]?.id : undefined }
}
