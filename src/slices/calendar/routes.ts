import { download, read, write, writeBeyond, type Route } from '../../platform/call.ts'
import { Failure } from '../../shared/failure.ts'
import { listColleagues } from '../identity/queries.ts'
import { getRegion } from '../reference/queries.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { entryOf, zoneOf } from './entries.ts'
import { writeCalendar } from './ics.ts'
import { whyNotInvited } from './model.ts'
import * as finds from './queries.ts'

export const routes: Route[] = [
  read(contract.listFeeds, async ({ tx, who }) => ({
    rows: await finds.listFeeds(tx, who.account),
  })),
  write(contract.makeFeed, async (call, feed) => {
    return await does.makeFeed(call, { ...feed, account: call.who.account, on: call.on })
  }),
  write(contract.revokeFeed, async (call, { id }) => await does.revokeFeed(call, id)),
  read(contract.listInvited, async ({ tx, on, sendsMail }, { activity }) => {
    const meeting = await finds.findMeeting(tx, activity)
    if (meeting === undefined) throw new Failure('not_found')
    const { demonstration } = await getRegion(tx)
    return {
      rows: await finds.listInvited(tx, activity),
      people: (await listColleagues(tx)).map(({ id, name }) => ({ id, name })),
      whyNot: whyNotInvited({ ...meeting, voided: meeting.cancelled }, on) ?? null,
      sendsMail: sendsMail && !demonstration,
    }
  }),
  writeBeyond(contract.invite, async (call, input) => await does.invite(call, input)),
  write(contract.withdrawInvitation, async (call, input) => await does.withdrawInvitation(call, input)),
  download(contract.readInvitationFile, async ({ tx, language }, { activity }) => {
    const meeting = await finds.findMeeting(tx, activity)
    if (meeting === undefined) throw new Failure('not_found')
    const zone = zoneOf(await getRegion(tx))
    const entry = entryOf(meeting, { zone, language })
    if (entry === undefined) throw new Failure('not_yet', { missing: [{ meeting: 'no_day' }] })
    const body = Buffer.from(writeCalendar({ zone, method: 'PUBLISH', entries: [entry] }))
    const type = 'text/calendar; charset=utf-8'
    return { body, bytes: body.length, type, name: `${meeting.slug}.ics` }
  }),
]
