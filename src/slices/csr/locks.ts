import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { mayNeed, type NeedAct, type NeedField, type NeedStanding } from './model.ts'

export type Acting = Pick<Call, 'tx' | 'act' | 'on'>
/** Who acts; nobody in particular for seeds. */
export type By = { who?: Pick<Call['who'], 'role' | 'unit' | 'account'> | undefined }

/** Of what is said of a record, whatever is to become another. */
export type Mend<Said> = { [Name in keyof Said]?: Said[Name] | undefined }

/** Agency staff keep what is their own agency's; companies, offers and matches are the officers' alone. */
export function refuseAgency({ who }: By, unit?: string | null): void {
  if (who?.role !== 'opd') return
  if (unit === undefined || unit === null || unit !== who.unit) throw new Failure('forbidden')
}

/** A need, held until the transaction ends, with what rules ask of it. */
export interface HeldNeed {
  id: string
  rev: number
  title: string
  village: string
  district: string
  field: NeedField
  cost: number | null
  apbd: boolean
  apbdWords: string | null
  photo: string | null
  photoCaption: string | null
  unit: string | null
  standing: NeedStanding
}

/** Locks a need. Refused as `not_found` in another region. */
export async function lockNeed(tx: Tx, id: string): Promise<HeldNeed> {
  const { rows } = await sql<HeldNeed>`
    select id, rev, title, village, district, field, cost::float8 as cost, apbd, apbd_words as "apbdWords", photo,
      photo_caption as "photoCaption", unit, standing
    from csr.needs where id = ${id}::uuid for no key update`.execute(tx)
  if (rows[0] === undefined) throw new Failure('not_found')
  return rows[0]
}

/** The same as it was seen, for an act that it allows now. Refused as `stale` with what changed since. */
export async function lockNeedFor(
  tx: Tx,
  { id, rev, act }: { id: string; rev: number; act: NeedAct },
): Promise<HeldNeed> {
  const need = await lockNeed(tx, id)
  if (need.rev !== rev || !mayNeed(need.standing, act)) throw await staleOf(tx, { id, rev })
  return need
}

export async function staleOf(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

export interface HeldMatch {
  id: string
  need: string
  rev: number
  committed: number | null
  endedOn: string | null
  /** The company and its other names in the record. */
  company: string
}

/** Locks a match and its need. */
export async function lockMatch(tx: Tx, id: string): Promise<HeldMatch & { of: HeldNeed }> {
  const found = await tx.selectFrom('csr.matches').select('need').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Failure('not_found')
  const of = await lockNeed(tx, found.need)
  const { rows } = await sql<HeldMatch>`
    select m.id, m.need, m.rev, m.committed::float8 as committed, m.ended_on as "endedOn", p.name as company
    from csr.matches m join csr.offers o on o.tenant = m.tenant and o.id = m.offer
    join partners.partners p on p.tenant = o.tenant and p.id = o.partner
    where m.id = ${id}::uuid for no key update of m`.execute(tx)
  if (rows[0] === undefined) throw new Failure('not_found')
  return { ...rows[0], of }
}

/** Where a need stands from now on; the same again changes nothing. */
export async function standNeed(
  { tx, on }: Pick<Acting, 'tx' | 'on'>,
  { id, standing, reason = null }: { id: string; standing: NeedStanding; reason?: string | null },
): Promise<number> {
  const moved = await tx
    .updateTable('csr.needs')
    .set((set) => ({ standing, closed_reason: reason, moved_on: on, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  return moved.rev
}
