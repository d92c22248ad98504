import { sql } from 'kysely'
import type { OpenCall } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { OpenNeed, OpenOffer, Proposal } from './matching.ts'
import { proposeBeside } from './matching-beside.ts'
import type { NeedField } from './model.ts'
import { listNeedsById } from './needs.ts'
import { keptPartner, type NeedRow } from './rows.ts'

const most = { needs: 2000, offers: 500, shown: 200 }

interface Question {
  needs: OpenNeed[]
  offers: OpenOffer[]
  year: number
}

/** Needs that wait and what is left of offers on a day: the oldest 2,000 and 500. */
async function readQuestion(tx: Tx, on: string): Promise<Question> {
  const { rows: needs } = await sql<Omit<OpenNeed, 'cost'> & { cost: number | null }>`
    select id, village, district, field, cost::float8 as cost, year, musrenbang is not null as musrenbang, apbd
    from csr.needs where standing = 'terbuka' and entered_on <= ${on} order by entered_on, id limit ${most.needs}`.execute(
    tx,
  )
  const { rows: offers } = await sql<Omit<OpenOffer, 'left'> & { left: number | null }>`
    select o.id, o.fields, o.places, (o.ceiling - u.promised)::float8 as left, (o.most - u.n)::int as slots
    from csr.offers o cross join lateral (select coalesce(sum(m.committed), 0) as promised, count(*) as n
      from csr.matches m where m.tenant = o.tenant and m.offer = o.id and m.ended_on is null) u
    where o.ended_on is null and o.offered_on <= ${on} and coalesce(o.until_on >= ${on}, true) and u.n < o.most
    order by o.offered_on, o.id limit ${most.offers}`.execute(tx)
  return {
    needs: needs.map((need) => ({ ...need, cost: need.cost ?? undefined })),
    offers: offers.map((offer) => ({ ...offer, left: offer.left ?? undefined })),
    year: Number(on.slice(0, 4)),
  }
}

type Asked = { field?: NeedField | undefined; need?: string | undefined }

/**
 * The computed proposal with the rows it speaks of. It is worked out beside the server, over all that is open, and holds
 * no line to the database meanwhile; a field or a need only chooses what of it is shown.
 */
export async function readProposals({ database, who, on }: OpenCall, { field, need }: Asked) {
  const question = await database.inTenant({ tenant: who.tenant }, async (tx) => {
    if (need !== undefined && (await listNeedsById(tx, [need])).length === 0) throw new Failure('not_found')
    return await readQuestion(tx, on)
  })
  const { pairs, without, value, bound }: Proposal = await proposeBeside(question)
  const fieldOf = new Map(question.needs.map((each) => [each.id, each.field]))
  const isShown = (id: string) =>
    (need === undefined || id === need) && (field === undefined || fieldOf.get(id) === field)
  const shownPairs = pairs.filter((pair) => isShown(pair.need))
  const shownWithout = without.filter((each) => isShown(each.need))
  const [first, second] = [shownPairs.slice(0, most.shown), shownWithout.slice(0, most.shown)]
  return await database.inTenant({ tenant: who.tenant }, async (tx) => {
    const needs = await needsOf(tx, [...first, ...second].map((each) => each.need)) // prettier-ignore
    const offers = await offersOf(tx, first.map(({ offer }) => offer)) // prettier-ignore
    return {
      needs: question.needs.length,
      offers: question.offers.length,
      share: bound === 0 ? 1000 : Math.floor((value * 1000) / bound),
      // Somebody may have taken one meanwhile: it is simply not there.
      pairs: first.flatMap(({ need: id, offer: of, score, grounds }) => {
        const [row, offer] = [needs.get(id), offers.get(of)]
        return row === undefined || offer === undefined ? [] : [{ need: row, offer, score, grounds }]
      }),
      without: second.flatMap(({ need: id, lack, most: largest }) => {
        const row = needs.get(id)
        return row === undefined ? [] : [{ need: row, lack, ...(largest !== undefined && { most: largest }) }]
      }),
      totals: { pairs: shownPairs.length, without: shownWithout.length },
    }
  })
}

async function needsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, NeedRow>> {
  return new Map((await listNeedsById(tx, ids)).map((row) => [row.id, row]))
}

interface OfferCard {
  id: string
  what: string
  company: { id: string; slug: string; name: string }
  left: number | null
  inKind: string | null
}

async function offersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, OfferCard>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OfferCard>`
    select o.id, o.what, json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as company, o.in_kind as "inKind",
      (o.ceiling - (select coalesce(sum(m.committed), 0) from csr.matches m
        where m.tenant = o.tenant and m.offer = o.id and m.ended_on is null))::float8 as left
    from csr.offers o join partners.partners p on p.tenant = o.tenant and p.id = ${keptPartner(sql`o.partner`)}
    where o.id = any(${[...ids]}::uuid[]) limit 500`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}
