import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { findPartner } from '../partners/queries.ts'
import { refuseAgency, staleOf, type Acting, type By, type Mend } from './locks.ts'
import { isDoubtfulCost, type NeedField } from './model.ts'
import { textOf } from './rows.ts'

interface Said {
  what: string
  description?: string | null | undefined
  textLang?: Language | undefined
  fields?: readonly NeedField[] | undefined
  places?: readonly string[] | undefined
  ceiling?: number | null | undefined
  inKind?: string | null | undefined
  most?: number | undefined
  year: number
  untilOn?: string | null | undefined
}

interface Sure {
  sure?: readonly string[] | undefined
}

/** Who may give: a company or the company of an estate. Another partner is asked about. */
const givers = ['company', 'estate']

/** Enters what a company offers. A ceiling in rupiah, or what it gives in kind, or both. */
export async function addOffer(
  call: Acting & By,
  { partner, sure, ...offer }: Said & Sure & { partner: string; offeredOn?: string },
): Promise<{ id: string; rev: number }> {
  const { tx, act, on } = call
  refuseAgency(call)
  const found = await findPartner(tx, partner)
  if (found === undefined) throw new Failure('not_found')
  if (!givers.includes(found.kind ?? '') && sure?.includes('partner') !== true)
    throw fieldFailure('partner', 'doubtful')
  if (offer.ceiling == null && !offer.inKind) throw fieldFailure('ceiling', 'required')
  const day = offer.offeredOn ?? on
  refuseDoubtful({ ...offer, sure, on: day })
  const id = newId()
  await tx
    .insertInto('csr.offers')
    .values({
      id,
      partner: found.id,
      what: offer.what,
      description: offer.description ?? null,
      text_lang: offer.textLang ?? 'id',
      fields: [...new Set(offer.fields ?? [])],
      places: [...new Set(offer.places ?? [])],
      ceiling: textOf(offer.ceiling),
      in_kind: offer.inKind ?? null,
      most: offer.most ?? 1,
      year: offer.year,
      until_on: offer.untilOn ?? null,
      offered_on: day,
    })
    .execute()
  act.about(id)
  return { id, rev: 1 }
}

/** Corrects an offer. It cannot become smaller than what was promised of it. */
export async function mendOffer(
  call: Acting & By,
  { id, rev, sure, ...mend }: Mend<Said> & Sure & { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const { tx, act, on } = call
  refuseAgency(call)
  const held = await lockOffer(tx, id)
  if (held.rev !== rev || held.ended_on !== null) throw await staleOf(tx, { id, rev })
  const ceiling = mend.ceiling === undefined ? held.ceiling : textOf(mend.ceiling)
  const inKind = mend.inKind === undefined ? held.in_kind : mend.inKind
  if (ceiling === null && inKind === null) throw fieldFailure('ceiling', 'required')
  refuseDoubtful({ ...mend, sure, on })
  const { what, description, textLang, fields, places, most, year, untilOn } = mend
  await tx
    .updateTable('csr.offers')
    .set({
      rev: rev + 1,
      ceiling,
      in_kind: inKind,
      ...(what !== undefined && { what }),
      ...(description !== undefined && { description }),
      ...(textLang !== undefined && { text_lang: textLang }),
      ...(fields !== undefined && { fields: [...new Set(fields)] }),
      ...(places !== undefined && { places: [...new Set(places)] }),
      ...(most !== undefined && { most }),
      ...(year !== undefined && { year }),
      ...(untilOn !== undefined && { until_on: untilOn }),
    })
    .where('id', '=', id)
    .execute()
  const over = await overpromised(tx, [id])
  if (over !== undefined) throw fieldFailure(over, 'wrong')
  act.about(id)
  return { id, rev: rev + 1 }
}

/** Says that an offer is over. What was promised of it stays. */
export async function endOffer(
  call: Acting & By,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { tx, act, on } = call
  refuseAgency(call)
  const held = await lockOffer(tx, id)
  if (held.rev !== rev || held.ended_on !== null) throw await staleOf(tx, { id, rev })
  await tx
    .updateTable('csr.offers')
    .set({ rev: rev + 1, ended_on: on, ended_reason: reason })
    .where('id', '=', id)
    .execute()
  act.about(id)
  return { id, rev: rev + 1 }
}

/** Locks an offer: whoever promises of it at the same moment waits. */
export async function lockOffer(tx: Tx, id: string) {
  const row = await tx.selectFrom('csr.offers').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row
}

/** What of these offers more was promised than there is: their ceiling, or their number of needs. */
export async function overpromised(tx: Tx, ids: readonly string[]): Promise<'ceiling' | 'most' | undefined> {
  const { rows } = await sql<{ ceiling: boolean; most: boolean }>`
    select coalesce(bool_or(u.promised > o.ceiling), false) as ceiling, coalesce(bool_or(u.n > o.most), false) as most
    from csr.offers o cross join lateral (select sum(m.committed) as promised, count(*) as n from csr.matches m
      where m.tenant = o.tenant and m.offer = o.id and m.ended_on is null) u
    where o.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows[0]?.ceiling === true ? 'ceiling' : rows[0]?.most === true ? 'most' : undefined
}

/** Refuses an undo after which more would be promised of an offer than it has. */
export const refuseOverpromised: AfterUndo = async ({ tx }, touched) => {
  const offers = touched.flatMap(({ table_name, row_id, before, after }) => {
    if (table_name === 'csr.offers') return [row_id]
    return table_name === 'csr.matches' ? [String((before ?? after)?.['offer'])] : []
  })
  if (offers.length === 0) return
  for (const offer of [...new Set(offers)].toSorted()) {
    await sql`select from csr.offers where id = ${offer}::uuid for no key update`.execute(tx)
  }
  if ((await overpromised(tx, offers)) !== undefined) throw new Failure('stale')
}

function refuseDoubtful({ ceiling, untilOn, sure, on }: Mend<Said> & Sure & { on: string }): void {
  if (ceiling != null && isDoubtfulCost(ceiling) && sure?.includes('ceiling') !== true) {
    throw fieldFailure('ceiling', 'doubtful')
  }
  if (untilOn != null && untilOn < on && sure?.includes('untilOn') !== true) throw fieldFailure('untilOn', 'doubtful')
}
