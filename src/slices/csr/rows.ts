import { sql, type RawBuilder } from 'kysely'
import type { Language } from '../../shared/languages.ts'
import type { NeedField, NeedStanding } from './model.ts'

/** A need as lists have it; amounts are whole rupiah. */
export interface NeedRow {
  id: string
  slug: string
  title: string
  textLang: Language
  village: string
  district: string
  field: NeedField
  cost: number | null
  year: number
  musrenbang: string | null
  apbd: boolean
  standing: NeedStanding
  enteredOn: string
  company: string | null
  rev: number
}

/** The name of a partner, of the one that is kept where it was entered twice. */
export const keptPartner = (partner: RawBuilder<unknown>) =>
  sql`coalesce((select m.same_as from partners.same_as m where m.partner = ${partner}), ${partner})`

export const needColumns = sql`n.id, n.slug, n.title, n.text_lang as "textLang", n.village, n.district, n.field,
  n.cost::float8 as cost, n.year, n.musrenbang, n.apbd, n.standing, n.entered_on as "enteredOn", n.rev,
  (select p.name from csr.matches m join csr.offers o on o.tenant = m.tenant and o.id = m.offer
    join partners.partners p on p.tenant = o.tenant and p.id = ${keptPartner(sql`o.partner`)}
    where m.tenant = n.tenant and m.need = n.id and m.ended_on is null) as company`

export interface OfferRow {
  id: string
  company: { id: string; slug: string; name: string }
  what: string
  description: string | null
  textLang: Language
  fields: NeedField[]
  places: string[]
  ceiling: number | null
  inKind: string | null
  most: number
  year: number
  untilOn: string | null
  offeredOn: string
  endedOn: string | null
  endedReason: string | null
  promised: number
  needs: number
  rev: number
}

/** Over csr.offers o, joined with the partner p that is kept. */
export const offerColumns = sql`o.id, json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as company, o.what,
  o.description, o.text_lang as "textLang", o.fields, o.places, o.ceiling::float8 as ceiling, o.in_kind as "inKind", o.most,
  o.year, o.until_on as "untilOn", o.offered_on as "offeredOn", o.ended_on as "endedOn", o.ended_reason as "endedReason",
  o.rev, u.promised::float8 as promised, u.needs`

export const offersFrom = sql`csr.offers o
  join partners.partners p on p.tenant = o.tenant and p.id = ${keptPartner(sql`o.partner`)}
  cross join lateral (select coalesce(sum(m.committed), 0) as promised, count(*)::int as needs
    from csr.matches m where m.tenant = o.tenant and m.offer = o.id and m.ended_on is null) u`

/** 64-bit numbers cross the wire as text. */
export const textOf = (number: number | null | undefined) => (number == null ? null : String(number))
