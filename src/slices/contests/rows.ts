import { sql } from 'kysely'
import type { Zone } from '../../shared/dates.ts'
import type { ContestState } from './model.ts'

/** A contest as lists show it. */
export interface Row {
  id: string
  slug: string
  title: string
  titleLang: string
  organiser: { id: string; name: string; shortName: string | null }
  opensOn: string | null
  closesOn: string | null
  closesTime: string | null
  contestOn: string | null
  state: ContestState
  entries: number
  published: boolean
  voidedOn: string | null
  zone: Zone
}

/** The columns of a row of a list. */
export const columns = sql`c.id, c.slug, c.title, c.title_lang as "titleLang",
  (select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) from reference.units u
    where u.tenant = c.tenant and u.id = c.organiser_unit) as organiser,
  c.opens_on as "opensOn", c.closes_on as "closesOn", c.closes_time as "closesTime", c.contest_on as "contestOn", c.state,
  (select count(*)::int from contests.entries e where e.contest = c.id and e.withdrawn_on is null) as entries,
  exists (select from contests.published p where p.id = c.id) as published, c.voided_on as "voidedOn"`

export const newest = sql`coalesce(c.opens_on, c.contest_on, '0000') desc, c.id desc`

/** A published document without what stands in it as null. */
export const withoutNulls = (document: unknown): object =>
  Object.fromEntries(Object.entries(document as object).filter(([, value]) => value !== null))
