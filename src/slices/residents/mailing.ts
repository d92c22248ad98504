import { sql } from 'kysely'
import { now } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Mail, Mailer } from '../../platform/mail.ts'
import { instantOf, type Zone } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import { isId } from '../../shared/ids.ts'
import { nameIn } from '../../shared/names.ts'
import { getRegion } from '../reference/queries.ts'
import { findBooking } from './booking-read.ts'
import { contactKind, newsOf, textIn, writeTimes, type News } from './model.ts'
import { getTexts } from './queries.ts'
import { words } from './messages/words.gen.ts'

export interface MailingParts {
  database: Database
  mailer: Mailer
  /** Where mail of a demonstration goes: it writes to nobody outside. */
  kept: Mailer
  baseUrl: string
}

/**
 * Tells whoever booked and left an e-mail address that she came up from waiting, or that her session is called off or
 * takes place after all. Read anew when it is written, so what was undone meanwhile is not told; a mail that could not
 * be sent is tried again under the same Message-ID. The job holds ids only: the address goes with the booking.
 */
export function tellGuest({ database, mailer, kept, baseUrl }: MailingParts): Task {
  return async ({ tenant: region, booking: of }) => {
    const [tenant, id] = [String(region), String(of)]
    if (!isId(tenant) || !isId(id)) return
    const found = await database.inTenant({ tenant }, async (tx) => await composeNews(tx, { id, baseUrl }))
    if (found === undefined) return
    await (found.demonstration ? kept : mailer).send(found.mail)
    await database.inTenant({ tenant, write: true }, async (tx) => {
      await sql`insert into residents.told (booking, said) values (${id}::uuid, ${found.news})
        on conflict (tenant, booking) do update set said = excluded.said, sent_at = clock_timestamp()`.execute(tx)
    })
  }
}

async function composeNews(
  tx: Tx,
  { id, baseUrl }: { id: string; baseUrl: string },
): Promise<{ mail: Mail; news: News; demonstration: boolean } | undefined> {
  const booking = await findBooking(tx, id)
  if (booking === undefined || booking.contact === null || contactKind(booking.contact) !== 'mail') return undefined
  const { state, promotedAt, calledOff, contact, language, rev } = booking
  const told = await tx.selectFrom('residents.told').select('said').where('booking', '=', id).executeTakeFirst()
  const before = told?.said as News | undefined
  const news = newsOf({ state, promoted: promotedAt !== null, calledOff: calledOff !== null, told: before })
  const { name, names, zone, demonstration } = await getRegion(tx)
  // Once it began it is no news; a demonstration has a day of its own.
  if (news === undefined || (!demonstration && instantOf(booking.startsAt) <= now())) return undefined
  const w = words[language].mail
  const { title } = textIn(language, await getTexts(tx, booking.service))
  const { place } = booking
  const opening =
    news === 'called_off' ? w.calledOffText({ reason: calledOff ?? '' }) : w[`${camel[news]}Text` as const]
  const day = formatDate(booking.day, language, { weekday: true })
  const text = [
    opening,
    '',
    w.service({ title }),
    w.when({ day, times: writeTimes(language, booking, zone as Zone) }),
    ...(place === null ? [] : [w.place({ place })]),
    w.receipt({ number: booking.receipt }),
    ...(booking.published ? [`${baseUrl}/${language}/program/layanan/${booking.slug}`] : []),
    '',
    w.foot({ region: nameIn(language, { name, names: names as never }) }),
    '',
  ].join('\n')
  const mail = { to: contact, subject: w[camel[news]]({ title }), text, messageId: `<${id}.${rev}.${news}@jembatan>` }
  return { mail, news, demonstration }
}

const camel = { came_up: 'cameUp', called_off: 'calledOff', stands: 'stands', waits: 'waits' } as const satisfies Record<News, string> // prettier-ignore
