import { sql, type RawBuilder } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'

interface Sponsored {
  id: string
  slug: string
  title: string
  titleLang: string
}

type Days = Record<'opensOn' | 'closesOn' | 'contestOn', RawBuilder<string | null>>
interface Asked {
  year: string
  on: string
}

/**
 * Whether a contest is told in a year of whoever helps it, as known on a day: it belongs to the year in which it is held.
 * It is told from the day it opens; one without a window, and every one, not before its year.
 */
function isTold({ opensOn, closesOn, contestOn }: Days, { year, on }: Asked): RawBuilder<boolean> {
  return sql<boolean>`left(coalesce(${contestOn}, ${closesOn}, ${opensOn}), 4) = ${year} and ${year} <= left(${on}, 4)
    and coalesce(${opensOn} <= ${on}, true)`
}

/** The contests of a year that a partner helps, under any of its ids, as known on a day (at most 100). */
export async function listSponsoredBy(
  tx: Tx,
  { partners, ...asked }: Asked & { partners: readonly string[] },
): Promise<Sponsored[]> {
  const days = { opensOn: sql<string>`c.opens_on`, closesOn: sql<string>`c.closes_on`, contestOn: sql<string>`c.contest_on` } // prettier-ignore
  const { rows } = await sql<Sponsored>`
    select c.id, c.slug, c.title, c.title_lang as "titleLang" from contests.contests c
    where coalesce(c.voided_on > ${asked.on}, true) and ${isTold(days, asked)}
      and exists (select from contests.sponsors s where s.tenant = c.tenant and s.contest = c.id
        and s.partner = any(${[...partners]}::uuid[]))
    order by c.contest_on desc nulls last, c.id desc limit 100`.execute(tx)
  return rows
}

/** The same of what is public: contests whose page names the partner, by its address (at most 100). */
export async function listPublicSponsoredBy(
  portal: PortalDb,
  { region, partner, ...asked }: Asked & { region: string; partner: string },
): Promise<Sponsored[]> {
  const days = {
    opensOn: sql<string>`p.opens_on`,
    closesOn: sql<string>`p.document ->> 'closesOn'`,
    contestOn: sql<string>`p.document ->> 'contestOn'`,
  }
  const { rows } = await sql<Sponsored>`
    select p.id, p.slug, p.document ->> 'title' as title, p.document ->> 'titleLang' as "titleLang"
    from contests.published p where p.region_slug = ${region} and ${isTold(days, asked)}
      and exists (select from jsonb_array_elements(p.document -> 'sponsors') s where s -> 'partner' ->> 'slug' = ${partner})
    order by p.document ->> 'contestOn' desc nulls last, p.id desc limit 100`.execute(portal)
  return rows
}
