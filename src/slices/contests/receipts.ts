import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import type { Database } from '../../platform/database.ts'
import type { Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Named } from '../../shared/names.ts'
import { getRegion } from '../reference/queries.ts'
import { receiptText } from './model.ts'
import { isSigned } from './signing.ts'

/** What a receipt tells to whoever holds it: the kampung, its number and when it came; nobody's name. */
export interface Receipt {
  tenant: string
  entry: string
  code: string
  contest: { id: string; slug: string; title: string; titleLang: string }
  region: Named & { slug: string }
  zone: Zone
  number: number
  name: string
  village: string
  enteredAt: string
  withdrawnOn: string | undefined
  /** The signed text, its signature and the key; whether the record as it stands now is what was signed. */
  said: string
  signature: string
  publicKey: string
  holds: boolean
  photos: number
  /** Whether photographs may still be added. */
  takesPhotos: boolean
  /** Whether its holder may still take the entry back. */
  mayWithdraw: boolean
}

/** Whose receipt it is, in whatever region; undefined when there is none. */
export async function findReceiptOwner(
  portal: PortalDb,
  code: string,
): Promise<{ tenant: string; id: string } | undefined> {
  const { rows } = await sql<{
    tenant: string
    id: string
  }>`select tenant, id from contests.of_receipt(${code})`.execute(portal)
  return rows[0]
}

/** A receipt by its code, checked against its signature. `not_found` for a code that nobody was given. */
export async function findReceipt(
  { portal, database, at }: { portal: PortalDb; database: Database; at?: string | undefined },
  code: string,
): Promise<Receipt> {
  const owner = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/.test(code) ? await findReceiptOwner(portal, code) : undefined
  if (owner === undefined) throw new Failure('not_found')
  return await database.inTenant({ tenant: owner.tenant, at }, async (tx) => await readReceipt(tx, { ...owner, code }))
}

interface Row {
  said: string
  signature: string
  publicKey: string
  number: number
  name: string
  village: string
  enteredAt: string
  withdrawnOn: string | null
  contest: Receipt['contest']
  photos: number
  takesPhotos: boolean
  mayWithdraw: boolean
}

async function readReceipt(
  tx: Tx,
  { id, tenant, code }: { id: string; tenant: string; code: string },
): Promise<Receipt> {
  const { rows } = await sql<Row>`
    select r.said, r.signature, k.public_key as "publicKey", e.number, e.name, e.village,
      to_char(e.entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "enteredAt", e.withdrawn_on as "withdrawnOn",
      json_build_object('id', c.id, 'slug', c.slug, 'title', c.title, 'titleLang', c.title_lang) as contest,
      (select count(*)::int from contests.entry_photos h where h.entry = e.id and h.moment = 'before') as photos,
      e.withdrawn_on is null and c.opens_at <= clock.at() and clock.at() < c.closes_before as "takesPhotos",
      e.withdrawn_on is null and e.phone is not null and c.state = 'draft' as "mayWithdraw"
    from contests.receipts r join contests.entries e on e.tenant = r.tenant and e.id = r.id
    join contests.contests c on c.tenant = e.tenant and c.id = e.contest
    join contests.keys k on k.tenant = r.tenant and k.id = r.key
    where r.id = ${id}::uuid`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const { contest, number, name, village, enteredAt, said, signature, publicKey } = row
  const { slug, name: regionName, names, zone } = await getRegion(tx)
  const asItStands = receiptText({ contest: contest.slug, number, name, village, enteredAt, code })
  return {
    ...row,
    tenant,
    entry: id,
    code,
    withdrawnOn: row.withdrawnOn ?? undefined,
    zone: zone as Zone,
    region: { slug, name: regionName, names: names as Record<string, string> },
    holds: said === asItStands && isSigned(said, { signature, publicKey }),
  }
}
