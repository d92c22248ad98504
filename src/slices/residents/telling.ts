/** What the pages that gather programmes are told of services and of the contact point. */
import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { formatDate } from '../../shared/format.ts'
import { languages } from '../../shared/languages.ts'
import { inEachLanguage, programmeLimit, type ProgrammeLine, type Sentence } from '../../shared/programmes.ts'
import type { Zone } from '../../shared/dates.ts'
import { getRegion } from '../reference/queries.ts'
import { isBookable, textIn, type PublishedService, type ServiceTexts } from './model.ts'
import { words } from './messages/words.gen.ts'
import { windowDays } from './publication.ts'
import { findContactPage, listPublicServices } from './published.ts'

interface Asked {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

type Window = Pick<PublishedService, 'opensOn' | 'closesOn' | 'slots'>

/** Where a service stands on a day, as one sentence. */
export function tellWindow({ opensOn, closesOn, slots }: Window, on: string): Sentence {
  return inEachLanguage((language) => {
    const { told } = words[language]
    if (opensOn === undefined || closesOn === undefined) return told.days
    if (on < opensOn) return told.opens({ date: formatDate(opensOn, language) })
    if (on > closesOn) return told.closed({ date: formatDate(closesOn, language) })
    if (!slots.some(({ day, calledOff }) => day >= on && calledOff === undefined)) return told.noSlots
    return told.open({ date: formatDate(closesOn, language) })
  })
}

/** The title in every language the region writes; the others are shown the first of them. */
function titled(texts: ServiceTexts) {
  const { title, lang } = textIn('id', texts)
  const titles = Object.fromEntries(languages.flatMap((one) => (texts[one] === undefined ? [] : [[one, texts[one].title]]))) // prettier-ignore
  return { title, titleLang: lang, titles }
}

async function list(tx: Tx, { on, relations }: Asked): Promise<ProgrammeLine[]> {
  const { rows } = await sql<{
    id: string
    slug: string
    texts: ServiceTexts
    occurred_on: string
    opens_at: string | null
    closes_at: string | null
    days: { day: string }[]
  }>`
    select s.id, s.slug, s.texts, s.occurred_on, s.opens_at, s.closes_at,
      (select coalesce(json_agg(json_build_object('day', max)), '[]') from (select max(l.day) from residents.slots l where l.tenant = s.tenant and l.service = s.id and l.called_off_on is null having count(*) > 0) m) as days
    from residents.services s where s.voided_on is null and rpad(s.occurred_on, 10, '-01-01') <= ${on}
      and (${relations === undefined} or s.relations && ${[...(relations ?? [])]}::uuid[])
    order by s.occurred_on desc, s.id desc limit ${programmeLimit}`.execute(tx)
  const zone = (await getRegion(tx)).zone as Zone
  return rows.map(({ id, slug, texts, occurred_on, days, ...window }) => ({
    id,
    kind: 'residents',
    ...titled(texts),
    told: tellWindow({ ...windowDays(window, zone), slots: days as Window['slots'] }, on),
    path: `/program/layanan/${slug}`,
    on: occurred_on,
  }))
}

async function tell(tx: Tx, { on }: { on: string }): Promise<Sentence> {
  const { rows } = await sql<{ n: number; waiting: number }>`
    select (select count(*)::int from residents.services where voided_on is null and rpad(occurred_on, 10, '-01-01') <= ${on}) as n,
      (select count(*)::int from residents.questions where answered_on is null and purged_at is null and received_on <= ${on}) as waiting`.execute(
    tx,
  )
  const { n = 0, waiting = 0 } = rows[0] ?? {}
  return inEachLanguage((language) =>
    n === 0 && waiting === 0 ? words[language].told.none : words[language].told.some({ n, waiting }),
  )
}

async function listPublic(
  portal: PortalDb,
  { region, on, relations, country }: Asked & { region: string },
): Promise<ProgrammeLine[]> {
  const services = await listPublicServices(portal, { region, on, relations })
  const lines = services.map((service): ProgrammeLine => {
    const path = `/program/layanan/${service.slug}`
    const told = tellWindow(service, on)
    const act = inEachLanguage((language) => words[language].told.book)
    return {
      id: service.id,
      kind: 'residents',
      ...titled(service.texts),
      told,
      path,
      on: service.occurredOn,
      ...(isBookable(service, on) && { open: { told, act, path: `${path}/pesan`, until: service.closesOn } }),
    }
  })
  // The contact point belongs to the region, not to one of its cooperations.
  const contact = relations === undefined && country === undefined ? await findContactPage(portal, region) : undefined
  if (contact === undefined) return lines
  const path = `/daerah/${region}/kontak`
  const told = inEachLanguage((language) => words[language].told.contact({ days: contact.document.answerDays }))
  const titles = inEachLanguage((language) => words[language].contactTitle)
  const open = { told, act: inEachLanguage((language) => words[language].told.ask), path }
  return [
    ...lines,
    { id: contact.id, kind: 'residents', title: titles.id, titleLang: 'id', titles, told, path, on, open },
  ]
}

async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from residents.services where ${relation}::uuid = any(relations) order by id desc limit 500`.execute(tx)
  return rows.map(({ id }) => id)
}

export const programmes = { kind: 'residents', list, tell, listPublic, listIdsOf } as const
