import type { Tx } from '../src/platform/database.ts'
import type { Act } from '../src/platform/act.ts'
import { addDays } from '../src/shared/dates.ts'
import { newId } from '../src/shared/ids.ts'
import { recordActivity } from '../src/slices/agenda/commands.ts'
import { makeFeed } from '../src/slices/calendar/commands.ts'
import { setForeignHoliday } from '../src/slices/reference/foreign-holidays.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'

/** A calendar address, somebody who was invited, and a day off of another country. */
export interface CalendarFurniture {
  feed: string
  /** Still to come whenever the tests run. */
  plannedMeeting: string
  invitation: string
  foreignDay: string
}

export const noCalendar = (): CalendarFurniture => ({
  feed: newId(),
  plannedMeeting: newId(),
  invitation: newId(),
  foreignDay: newId(),
})

export async function furnishCalendar(
  call: { tx: Tx; act: Act },
  { word, account, on }: { word: string; account: string; on: string },
): Promise<CalendarFurniture> {
  const { tx } = call
  const hash = hashOfToken(newId())
  const of = { scope: 'region', organisations: false, language: 'id' } as const
  const feed = await makeFeed(call, { ...of, party: `${word} kalender`, hash, account, on })
  await tx.insertInto('calendar.reads').values({ feed: feed.id }).execute()
  const planned = { about: `${word} rencana`, place: `${word} balai`, occurredOn: '2090-03-02', startsAt: '09:00' }
  const { id: activity } = await recordActivity(call, { ...planned, on })
  const invitation = newId()
  const address = `${word}-tamu@contoh.invalid`.toLowerCase()
  await tx
    .insertInto('calendar.invitations')
    .values({ id: invitation, activity, address, name: `${word} tamu` })
    .execute()
  await tx.insertInto('calendar.deliveries').values({ invitation, sequence: 0, method: 'REQUEST' }).execute()
  // A day that nobody has yet: a region may be furnished more than once.
  const { n } = await tx
    .selectFrom('reference.foreign_days')
    .select((count) => count.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const foreign = await setForeignHoliday(call, {
    country: 'JP',
    day: addDays('2099-03-02', Number(n)),
    name: `${word} libur`,
    rev: 0,
  })
  return { feed: feed.id, plannedMeeting: activity, invitation, foreignDay: foreign.id }
}
