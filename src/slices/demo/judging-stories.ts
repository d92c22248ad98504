import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import {
  addJuror,
  announceResult,
  checkEntry,
  decidePlaces,
  declare,
  openJudging,
  receiveSheet,
  setCriteria,
  unsealSheets,
} from '../contests/commands.ts'
import { finishedContest } from './contests-stories.ts'
import { inventedRegion } from './model.ts'
import type { ProgrammeSeed } from './programmes.ts'

const findContest = async (tx: Tx) =>
  await tx.selectFrom('contests.contests').select('id').where('slug', '=', finishedContest).executeTakeFirst()

const criteria = [
  { name: 'Kebersihan dan pengelolaan sampah', weight: 40 },
  { name: 'Penghijauan', weight: 30 },
  { name: 'Gotong royong warga', weight: 30 },
]

/** Roles, not people: three invented jurors, one of whom lives in a village that takes part. */
const jurors = [
  { name: 'Juri Contoh 1', body: 'Dinas rekaan', entries: [] },
  { name: 'Juri Contoh 2', body: 'Perguruan tinggi rekaan', village: 'Desa Contoh 3', entries: [] },
  { name: 'Juri Contoh 3', body: 'Tim penggerak PKK rekaan', entries: [] },
]

/** What an invented juror gives: the third is stricter than the others, so that leniency shows. */
const markOf = (number: number, juror: number, criterion: number): number =>
  4 + ((((number * 7 + criterion * 11) % 23) + juror * 5) % 6) - (juror === 2 && number % 2 === 0 ? 1 : 0)

const at = async ({ tx }: { tx: Tx }, day: string): Promise<string> => {
  await sql`select set_config('app.at', ${`${day}T05:00:00Z`}, true)`.execute(tx)
  return day
}

/** The invented region's finished contest: judged, decided, announced. */
const judgedContest: ProgrammeSeed = {
  region: inventedRegion,
  async isThere(tx) {
    const contest = await findContest(tx)
    if (contest === undefined) return true
    return (await tx.selectFrom('contests.judging').select('id').where('id', '=', contest.id).executeTakeFirst()) !== undefined // prettier-ignore
  },
  async enter(call: { tx: Tx; act: Act }) {
    const contest = await findContest(call.tx)
    if (contest === undefined) throw new Error(`no contest ${finishedContest}`)
    const { id } = contest
    const entries = await call.tx
      .selectFrom('contests.entries')
      .select(['id', 'number', 'rev', 'village'])
      .where('contest', '=', id)
      .orderBy('number')
      .execute()
    let on = await at(call, '2025-07-02')
    for (const { id: entry, rev, number } of entries) {
      const isComplete = number % 14 !== 0
      const missing = isComplete ? [] : ['denah kampung']
      await checkEntry(
        { ...call, on },
        { id: entry, rev, completeness: isComplete ? 'complete' : 'incomplete', missing },
      )
    }
    const rules = { scale: 10, normalisation: 'none', tieRule: 'criterion_order', winners: 3, lang: 'id' } as const
    const prizes = ['piala dan bibit tanaman (rekaan)', 'piagam dan bibit tanaman (rekaan)', 'piagam (rekaan)']
    await setCriteria({ ...call, on }, { id, rev: 0, ...rules, prizes, criteria })
    const named = []
    for (const { name, body, village, entries: own } of jurors) {
      const juror = await addJuror({ ...call, on }, { id, name, body, decree: 'rekaan 1/2025' })
      await declare(call, { juror: juror.id, kin: [], entries: own, village })
      named.push({ id: juror.id, village })
    }
    on = await at(call, '2025-07-10')
    await openJudging({ ...call, on }, { id, rev: 1 })
    await at(call, '2025-07-12')
    for (const [seat, juror] of named.entries()) {
      for (const { id: entry, number, village } of entries) {
        if (number % 14 === 0 || village === juror.village) continue
        const marks = criteria.map((_, criterion) => markOf(number, seat, criterion))
        await receiveSheet(call, { juror: juror.id, entry, version: 1, marks })
      }
    }
    on = await at(call, '2025-07-14')
    const { rev } = await unsealSheets({ ...call, on }, { id, rev: 2 })
    const decided = await decidePlaces({ ...call, on }, { id, rev, minutesNumber: 'BA rekaan 1/2025' })
    on = await at(call, '2025-08-17')
    await announceResult({ ...call, on }, { id, rev: decided.rev })
    await sql`select set_config('app.at', '', true)`.execute(call.tx)
  },
}

export const judgingSeeds: readonly ProgrammeSeed[] = [judgedContest]
