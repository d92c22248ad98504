import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { findJudging, getJudged, runs, type JudgedContest, type Judging } from './judging-read.ts'
import { criteriaFault, type Normalisation, type Scale, type TieRule } from './judging-model.ts'

/** Seeds and jobs are nobody's agency. */
export type Running = Pick<Call, 'tx' | 'act' | 'on'> & {
  who?: Pick<Call['who'], 'role' | 'unit' | 'account'> | undefined
}

/** A contest that its organiser works on, held until the end of the act; of another agency it is refused. */
export async function holdContest({ tx, act, who }: Running, id: string): Promise<JudgedContest> {
  const contest = await getJudged(tx, id, { hold: true })
  if (who !== undefined && !runs(who, contest)) throw new Failure('forbidden')
  act.about(id)
  if (contest.voided) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev: 0 }) })
  return contest
}

/** The same with its judging as it was on screen; somebody was faster: `stale`. */
export async function holdJudging(call: Running, { id, rev }: { id: string; rev: number }) {
  const contest = await holdContest(call, id)
  const judging = await findJudging(call.tx, id, { hold: true })
  await refuseStale(call.tx, { id, rev, judging })
  return { contest, judging }
}

async function refuseStale(
  tx: Tx,
  { id, rev, judging }: { id: string; rev: number; judging: Judging | undefined },
): Promise<void> {
  if ((judging?.rev ?? 0) === rev) return
  throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

export interface Rules {
  scale: Scale
  normalisation: Normalisation
  tieRule: TieRule
  winners: number
  prizes: readonly string[]
  lang: Language
  criteria: readonly { name: string; about?: string | undefined; weight: number }[]
}

/**
 * Sets the criteria and the rules as a new version; earlier ones stay. Refused as `invalid` when the weights are not
 * exactly 100 (their sum stands in `details.missing`), as `not_yet` with the day once judging began.
 */
export async function setCriteria(
  call: Running,
  { id, rev, criteria, lang, ...rules }: Rules & { id: string; rev: number },
): Promise<{ id: string; rev: number; version: number }> {
  const { tx } = call
  const { judging } = await holdJudging(call, { id, rev })
  if (judging !== undefined && judging.frozenOn !== null) {
    throw new Failure('not_yet', { missing: [{ what: 'frozen', on: judging.frozenOn }] })
  }
  const fault = criteriaFault(criteria)
  if (fault?.fault === 'sum') {
    throw new Failure('invalid', {
      fields: [{ path: 'criteria', fault: 'wrong' }],
      missing: [{ what: 'sum', sum: fault.sum }],
    })
  }
  if (fault !== undefined) throw fieldFailure('criteria', fault.fault === 'none' ? 'required' : 'taken')
  const values = {
    scale: rules.scale,
    normalisation: rules.normalisation,
    tie_rule: rules.tieRule,
    winners: rules.winners,
    prizes: [...rules.prizes],
    prizes_lang: lang,
  }
  const set = await tx
    .insertInto('contests.judging')
    .values({ id, ...values })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'id']).doUpdateSet({
        ...values,
        version: sql<number>`judging.version + 1`,
        rev: sql<number>`judging.rev + 1`,
      }),
    )
    .returning(['rev', 'version'])
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('contests.criteria')
    .values(
      criteria.map(({ name, about, weight }, at) => ({
        id: newId(),
        contest: id,
        version: set.version,
        position: at + 1,
        name,
        name_lang: lang,
        about: about || null,
        weight,
      })),
    )
    .execute()
  return { id, ...set }
}
