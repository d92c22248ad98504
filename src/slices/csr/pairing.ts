import { sql } from 'kysely'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { revokeLinksOf } from '../links/commands.ts'
import { lockMatch, lockNeedFor, refuseAgency, standNeed, staleOf, type Acting, type By } from './locks.ts'
import { misfitsOf } from './model.ts'
import { lockOffer } from './offering.ts'
import { textOf } from './rows.ts'

export interface NewMatch {
  id: string
  rev: number
  offer: string
  committed?: number | undefined
  inKind?: string | undefined
  reason: string
  /** Of a computed proposal: its reasons, as they were. */
  grounds?: readonly string[] | undefined
  overlapReason?: string | undefined
  sure?: readonly string[] | undefined
  matchedOn?: string
}

/**
 * Says which offer meets a need. What the offer did not ask for is asked about; what the regional budget has too must be
 * acknowledged; what is promised must still be left. One statement decides that, over the held offer.
 */
export async function matchNeed(
  call: Acting & By,
  match: NewMatch,
): Promise<{ id: string; match: string; rev: number }> {
  const { tx, act, on } = call
  const { id, rev, reason, sure = [], grounds = [], overlapReason, committed, inKind } = match
  refuseAgency(call)
  const need = await lockNeedFor(tx, { id, rev, act: 'match' })
  const offer = await lockOffer(tx, match.offer)
  const day = match.matchedOn ?? on
  if (offer.ended_on !== null) throw fieldFailure('offer', 'wrong')
  const misfits = misfitsOf(need, { ...offer, untilOn: offer.until_on ?? undefined }, day)
  if (misfits.length > 0 && !sure.includes('offer')) throw fieldFailure('offer', 'doubtful')
  if (committed === undefined && !inKind) throw fieldFailure('committed', 'required')
  if (committed !== undefined && offer.ceiling === null && !sure.includes('committed')) {
    throw fieldFailure('committed', 'doubtful')
  }
  if (need.apbd && !overlapReason) throw fieldFailure('overlapReason', 'required')
  const made = newId()
  const { rows } = await sql<{ id: string }>`
    insert into csr.matches (id, need, offer, committed, in_kind, reason, proposed, grounds, overlap_words, overlap_reason, matched_on)
    select ${made}::uuid, ${id}::uuid, o.id, ${textOf(committed)}::bigint, ${inKind ?? null}, ${reason},
      ${grounds.length > 0}, ${[...grounds]}::text[], ${need.apbd ? need.apbdWords : null},
      ${need.apbd ? (overlapReason ?? null) : null}, ${day}
    from csr.offers o cross join lateral (select coalesce(sum(m.committed), 0) as promised, count(*) as n
      from csr.matches m where m.tenant = o.tenant and m.offer = o.id and m.ended_on is null) u
    where o.id = ${offer.id}::uuid and u.n < o.most
      and coalesce(u.promised + ${textOf(committed)}::bigint <= o.ceiling, true)
    returning id`.execute(tx)
  if (rows[0] === undefined) throw fieldFailure(await isFull(call, offer.id), 'wrong')
  act.about(id)
  return { id, match: made, rev: await standNeed({ tx, on: day }, { id, standing: 'dipasangkan' }) }
}

/** What of an offer is used up: the sum, or the number of needs. */
async function isFull({ tx }: Pick<Acting, 'tx'>, offer: string): Promise<'committed' | 'offer'> {
  const { rows } = await sql<{ full: boolean }>`
    select count(m.id) >= o.most as full from csr.offers o
    left join csr.matches m on m.tenant = o.tenant and m.offer = o.id and m.ended_on is null
    where o.id = ${offer}::uuid group by o.most`.execute(tx)
  return rows[0]?.full === true ? 'offer' : 'committed'
}

/** The offer does not meet the need after all, and why. Refused once a village has confirmed something of it. */
export async function endMatch(
  call: Acting & By,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { tx, act, on } = call
  refuseAgency(call)
  const match = await lockMatch(tx, id)
  if (match.rev !== rev || match.endedOn !== null || match.of.standing === 'terwujud')
    throw await staleOf(tx, { id, rev })
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from csr.realisations
    where match = ${id}::uuid and voided_on is null and standing = 'dikonfirmasi'`.execute(tx)
  if ((rows[0]?.n ?? 0) > 0) throw new Failure('not_yet', { missing: ['confirmed'] })
  await tx
    .updateTable('csr.matches')
    .set({ rev: rev + 1, ended_on: on, ended_reason: reason })
    .where('id', '=', id)
    .execute()
  // Whoever held a link for this has nothing to say any more; the next company is a stranger to it.
  await revokeLinksOf(tx, { subjects: [id], purpose: 'csr_report' })
  await revokeLinksOf(tx, { subjects: [match.need], purpose: 'csr_confirm' })
  await standNeed(call, { id: match.need, standing: 'terbuka' })
  act.about(match.need)
  return { id, rev: rev + 1 }
}
