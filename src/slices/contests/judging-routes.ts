import { read, write, type Reading, type Route } from '../../platform/call.ts'
import { announceResult, decidePlaces } from './results-announcing.ts'
import { setCriteria } from './criteria.ts'
import { addJuror, inviteJuror, leaveJury, mendJuror, setBackers } from './jurors.ts'
import * as contract from './judging-contract.ts'
import { helpsAll } from './conflicts.ts'
import { disqualifyEntry } from './disqualifying.ts'
import { obstaclesToOpening, prizeOf, stageOf } from './judging-model.ts'
import { findJudging, getJudged, isOpened, listCriteria, readStanding, runs, type Standing } from './judging-read.ts'
import { rankContest, type Ranked } from './results.ts'
import { openJudging, unsealSheets } from './scoring.ts'

/** Marks and places as far as this reader may know them: who runs the contest once opened, others once announced. */
async function findRanked(
  { tx, who }: Reading,
  { contest, judging }: Pick<Standing, 'contest' | 'judging'>,
): Promise<Ranked | undefined> {
  if (judging === undefined || !isOpened(judging)) return undefined
  if (judging.announcedOn === null && !runs(who, contest)) return undefined
  return await rankContest(tx, { contest, judging })
}

export const judgingRoutes: readonly Route[] = [
  read(contract.readJudging, async (call, { id }) => {
    const standing = await readStanding(call.tx, id)
    const { contest, judging, jurors, entries, sponsors, sent, due, seatsOf } = standing
    const ranked = await findRanked(call, standing)
    const stage = stageOf(judging)
    const mayKeep = runs(call.who, contest) && !contest.voided
    const seatsBy = Map.groupBy(entries.flatMap(seatsOf), (seat) => seat.juror.id)
    return {
      id,
      stage,
      // Who knew the lot beforehand could help it along.
      rules: judging === undefined ? null : { ...judging, seed: isOpened(judging) ? judging.seed : null },
      criteria: await listCriteria(call.tx, id),
      jurors: jurors.map((juror) => {
        const { village, kecamatan, company, kin, sponsorReason, id: seat, number, name, body, decree } = juror
        const { declaredAt, leftOn, leftReason, rev } = juror
        const row = { id: seat, number, name, body, decree, declaredAt, leftOn, leftReason, rev }
        const own = seatsBy.get(juror.id) ?? []
        const count = (state: (typeof own)[number]['state']) => own.filter((seat) => seat.state === state).length
        const leniency = ranked?.leniency.find((each) => each.juror === ranked.labels.get(juror.id))
        const ties = { village, kecamatan, company, kin: [...kin], sponsorReason, helpsAll: helpsAll(juror, sponsors) }
        return {
          ...row,
          ...(mayKeep && { ties }),
          ...(leniency !== undefined && { leniency: { mean: leniency.mean, difference: leniency.difference } }),
          sent: count('sent'),
          due: count('due'),
          conflicts: count('conflict'),
        }
      }),
      entries: entries.length,
      sheets: { sent, due },
      obstacles: obstaclesToOpening({
        stage,
        jurors: jurors.filter(({ leftOn }) => leftOn === null).length,
        entries: entries.length,
        windowOpen: contest.windowOpen,
      }),
      announceOn: contest.announceOn,
      mayKeep,
      rev: judging?.rev ?? 0,
    }
  }),
  read(contract.listSheets, async (call, { id, after = 0, limit }) => {
    const standing = await readStanding(call.tx, id)
    const ranked = await findRanked(call, standing)
    // Remarks may name people: they stay with who runs the contest, whatever was announced.
    const mayRead = runs(call.who, standing.contest)
    const there = standing.entries.filter(({ number }) => number > after)
    const said = new Map(ranked?.sheets.map((sheet) => [`${sheet.juror} ${sheet.entry}`, sheet]))
    const rows = there.slice(0, limit).map((entry) => {
      const seats = standing.seatsOf(entry)
      return {
        id: entry.id,
        number: entry.number,
        name: entry.name,
        village: entry.village,
        category: entry.categoryName,
        backers: [...entry.backers],
        missing: seats.filter(({ state }) => state === 'due').length,
        jurors: seats.map(({ juror, state, conflicts, sheet }) => {
          const opened = said.get(`${juror.id} ${entry.id}`)
          return {
            number: juror.number,
            state,
            conflicts: mayRead ? conflicts : [],
            version: sheet?.version ?? null,
            receivedAt: sheet?.receivedAt ?? null,
            ...(opened !== undefined && { marks: opened.marks }),
            ...(opened !== undefined && mayRead && { note: opened.note }),
          }
        }),
      }
    })
    const last = rows.at(-1)?.number
    return { rows, ...(there.length > limit && last !== undefined && { next: last }) }
  }),
  read(contract.listPlaces, async (call, { id, after = 0, limit }) => {
    const [contest, judging] = [await getJudged(call.tx, id), await findJudging(call.tx, id)]
    const ranked = await findRanked(call, { contest, judging })
    if (ranked === undefined || judging === undefined) return { rows: [] }
    // By category and place; who has no place comes last. Numbered, so that a page has an end.
    const rows = placesInOrder(ranked).map(({ place, entry, ...row }) => ({
      ...row,
      entry: entry.id,
      number: entry.number,
      name: entry.name,
      village: entry.village,
      category: entry.categoryName,
      place,
      disqualified: entry.disqualified,
      prize: prizeOf(judging, place),
    }))
    const page = rows.slice(after, after + limit)
    return { rows: page, ...(rows.length > after + limit && { next: after + limit }) }
  }),
  write(contract.setCriteria, async (call, input) => await setCriteria(call, input)),
  write(contract.addJuror, async (call, input) => await addJuror(call, input)),
  write(contract.mendJuror, async (call, input) => await mendJuror(call, input)),
  write(contract.leaveJury, async (call, input) => await leaveJury(call, input)),
  write(contract.inviteJuror, async (call, input) => await inviteJuror(call, input)),
  write(contract.setBackers, async (call, input) => await setBackers(call, input)),
  write(contract.openJudging, async (call, input) => await openJudging(call, input)),
  write(contract.unsealSheets, async (call, input) => await unsealSheets(call, input)),
  write(contract.decidePlaces, async (call, input) => await decidePlaces(call, input)),
  write(contract.announceResult, async (call, input) => await announceResult(call, input)),
  write(contract.disqualifyEntry, async (call, input) => await disqualifyEntry(call, input)),
]

function placesInOrder({ places, entries }: Ranked) {
  const order = [...new Set(entries.map(({ category }) => category ?? ''))]
  const known = new Map(entries.map((entry) => [entry.number, entry]))
  return places
    .flatMap(({ entry: number, category, ...place }) => {
      const entry = known.get(number)
      return entry === undefined ? [] : [{ ...place, entry, at: order.indexOf(category) }]
    })
    .toSorted(
      (one, other) =>
        one.at - other.at ||
        (one.place ?? Infinity) - (other.place ?? Infinity) ||
        one.entry.number - other.entry.number,
    )
}
