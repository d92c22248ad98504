import { sql } from 'kysely'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { makeLink } from '../links/commands.ts'
import { lockMatch, lockNeed, refuseAgency, type Acting, type By } from './locks.ts'
import { isSameParty, mayNeed } from './model.ts'

interface Given {
  id: string
  hash: string
  party: string
  language: Language
  days?: number | undefined
}

/** Hands the village its link. Never to the company of the match, nor to whoever holds the company's link. */
export async function shareWithVillage(
  call: Acting & By,
  { id, ...given }: Given,
): Promise<{ id: string; link: string }> {
  const { tx, act, who } = call
  const need = await lockNeed(tx, id)
  refuseAgency(call, need.unit)
  if (!mayNeed(need.standing, 'share')) throw new Failure('stale')
  const { rows } = await sql<{ party: string }>`
    select p.name as party from csr.matches m join csr.offers o on o.tenant = m.tenant and o.id = m.offer
    join partners.partners p on p.tenant = o.tenant and p.id = o.partner where m.need = ${id}::uuid and m.ended_on is null
    union select l.party from csr.matches m join links.links l on l.tenant = m.tenant and l.subject = m.id
      and l.purpose = 'csr_report' where m.need = ${id}::uuid and m.ended_on is null`.execute(tx)
  if (rows.some(({ party }) => isSameParty(party, given.party))) throw fieldFailure('party', 'taken')
  act.about(id)
  const made = await makeLink({ tx }, { ...given, purpose: 'csr_confirm', subject: id, by: who?.account })
  return { id, link: made.id }
}

/** Hands the company its link for one match. Never to whoever holds the village's. */
export async function shareWithCompany(
  call: Acting & By,
  { id, ...given }: Given,
): Promise<{ id: string; link: string }> {
  const { tx, act, who } = call
  const match = await lockMatch(tx, id)
  refuseAgency(call, match.of.unit)
  if (match.endedOn !== null || !mayNeed(match.of.standing, 'share')) throw new Failure('stale')
  const { rows } = await sql<{ party: string }>`
    select party from links.links where subject = ${match.need}::uuid and purpose = 'csr_confirm'`.execute(tx)
  const others = [match.of.village, ...rows.map(({ party }) => party)]
  if (others.some((party) => isSameParty(party, given.party))) throw fieldFailure('party', 'taken')
  act.about(match.need)
  const made = await makeLink({ tx }, { ...given, purpose: 'csr_report', subject: id, by: who?.account })
  return { id, link: made.id }
}
