import { read, readListed, write, type Route, type Who } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import type { Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { may } from '../../shared/permissions.ts'
import { isOwn } from '../followup/model.ts'
import { getRegion } from '../reference/queries.ts'
import * as does from './commands.ts'
import * as contract from './contract.ts'
import { bookingsFile } from './list-file.ts'
import { textIn } from './model.ts'
import * as finds from './queries.ts'

type Keeping = { tx: Tx; who: Who }

/** Officers keep all services, agency staff those of her own agency. */
const isKeeper = (who: Who, unit: string | null | undefined): boolean =>
  may(who.role, 'programmes.keep') && (who.role !== 'opd' || (unit !== null && unit !== undefined && unit === who.unit))

/** Lets through who keeps the service; not_found where there is none, forbidden where it is another agency's. */
async function keep({ tx, who }: Keeping, of: Parameters<typeof finds.findKeeper>[1]): Promise<{ id: string }> {
  const service = await finds.findKeeper(tx, of)
  if (service === undefined) throw new Failure('not_found')
  if (!isKeeper(who, service.unit)) throw new Failure('forbidden')
  return service
}

/** A service that agency staff writes is her own agency's, whatever she says. */
function ownUnit(who: Who, unit: string | undefined): string | undefined {
  if (who.role !== 'opd') return unit
  if (who.unit === undefined) throw new Failure('forbidden')
  return who.unit
}

export const routes: Route[] = [
  read(contract.listServices, async ({ tx, on }, { q }) => ({ rows: await finds.listServices(tx, { on, q }) })),
  read(contract.readService, async ({ tx, who, on }, { slug }) => {
    const service = await finds.getService(tx, { slug, on })
    return { ...service, keeps: isKeeper(who, service.unit?.id) }
  }),
  write(contract.addService, async (call, { occurredOn = call.on, unit, ...service }) =>
    does.addService(call, { ...service, unit: ownUnit(call.who, unit), occurredOn }),
  ),
  write(contract.mendService, async (call, { unit, ...service }) => {
    await keep(call, { service: service.id })
    return await does.mendService(call, { ...service, unit: ownUnit(call.who, unit) })
  }),
  write(contract.voidService, async (call, { id, rev, reason }) => {
    await keep(call, { service: id })
    return await does.voidService(call, { id, rev, reason, on: call.on })
  }),
  write(contract.publishService, async (call, { id }) => await does.publishService(call, { id })),
  write(contract.withdrawService, async (call, { id }) => await does.withdrawService(call, { id })),
  write(contract.addSlot, async (call, slot) => {
    await keep(call, { service: slot.id })
    return await does.addSlot(call, slot)
  }),
  write(contract.mendSlot, async (call, { id, rev, capacity }) => {
    await keep(call, { slot: id })
    return await does.mendSlot(call, { id, rev, capacity })
  }),
  write(contract.dropSlot, async (call, { id, rev }) => {
    await keep(call, { slot: id })
    return await does.dropSlot(call, { id, rev })
  }),
  write(contract.callOffSlot, async (call, { id, rev, reason }) => {
    await keep(call, { slot: id })
    return await does.callOffSlot(call, { id, rev, reason, on: call.on })
  }),
  read(contract.listBookings, async (call, { id, ...sought }) => {
    await keep(call, { slot: id })
    return await finds.listBookings(call.tx, { slot: id, ...sought })
  }),
  readListed(contract.exportBookings, async ({ tx, who, on, language }, { id }) => {
    const service = await finds.findKeeper(tx, { service: id })
    if (service === undefined) throw new Failure('not_found')
    if (who.role === 'opd' && !isKeeper(who, service.unit)) throw new Failure('forbidden')
    const texts = await finds.getTexts(tx, id)
    const zone = (await getRegion(tx)).zone as Zone
    const rows = await finds.listOfService(tx, id)
    return bookingsFile(rows, { title: textIn(language, texts).title, on, zone, language })
  }),
  write(contract.cancelBooking, async (call, { id, rev }) => {
    await keep(call, { booking: id })
    return await does.cancelBooking(call, { id, rev })
  }),
  write(contract.addWalkIn, async (call, { id, ...came }) => {
    await keep(call, { slot: id })
    return await does.addWalkIn(call, { id, ...came })
  }),
  read(contract.readDoor, async (call, { slug, day }) => {
    await keep(call, { slug })
    return await finds.readDoor(call.tx, { slug, day, on: call.on })
  }),
  write(contract.checkIn, async (call, { id, cameAt, door }) => {
    await keep(call, { booking: id })
    return await does.checkIn(call, { id, cameAt, door })
  }),
  read(contract.listQuestions, async ({ tx }, input) => await finds.listQuestions(tx, input)),
  read(contract.readQuestion, async ({ tx, who, on }, { id }) => {
    const question = await finds.getQuestion(tx, { id, on })
    // An agency reads what it was given, and nothing else that people wrote.
    const isGiven = question.tasks.some((task) => isOwn(task, who))
    if (!may(who.role, 'corrections.read') && !isGiven) throw new Failure('not_found')
    return question
  }),
  write(contract.answerQuestion, async (call, answer) => does.answerQuestion(call, { ...answer, on: call.on })),
  write(
    contract.forwardQuestion,
    async (call, { id, what, unit, member, owner, dueOn, origin, sure }) =>
      await does.forwardQuestion(call, { id, step: { what, unit, member, owner, dueOn, origin, sure } }),
  ),
  read(contract.readContact, async ({ tx }) => {
    const { slug } = await getRegion(tx)
    const point = await finds.findContact(tx)
    const { open = false, answerDays = 14, keepDays = 365, rev = 0 } = point ?? {}
    return { open, answerDays, keepDays, rev, region: slug }
  }),
  write(contract.setContact, async (call, setting) => await does.setContact(call, setting)),
]
