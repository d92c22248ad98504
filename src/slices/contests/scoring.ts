import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { isId, newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import type { AfterUndo, Touched } from '../ledger/commands.ts'
import { revokeLinksOf } from '../links/commands.ts'
import { tellCriteria } from './composing.ts'
import { conflictsOf } from './conflicts.ts'
import { holdContest, type Running } from './criteria.ts'
import { obstaclesToOpening, settleSheet, stageOf, type Settled } from './judging-model.ts'
import { listJudged, listJurors, listSponsorNames, readStanding } from './judging-read.ts'

/**
 * Begins judging: rules and criteria are frozen, the seed of a draw is made before any mark is known. Refused as
 * `not_yet` with what is missing; the window counts by the database's clock.
 */
export async function openJudging(
  call: Running,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  const { tx, on } = call
  await holdContest(call, id)
  const { contest, judging, jurors, entries } = await readStanding(tx, id, { hold: true })
  const stage = stageOf(judging)
  if ((judging?.rev ?? 0) !== rev) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  if (judging !== undefined && stage !== 'rules')
    throw new Failure('not_yet', { missing: [{ what: 'frozen', on: judging.frozenOn }] })
  const active = jurors.filter(({ leftOn }) => leftOn === null).length
  const found = { stage, jurors: active, entries: entries.length, windowOpen: contest.windowOpen }
  const missing = obstaclesToOpening(found).map((what) => ({ what }))
  if (missing.length > 0) throw new Failure('not_yet', { missing })
  await setState(tx, { id, state: 'judging' })
  await tellCriteria(tx, id)
  return await write(tx, {
    id,
    values: { frozen_at: sql`clock.at()`, frozen_on: on, seed: randomBytes(16).toString('hex') },
  })
}

export interface NewSheet {
  juror: string
  entry: string
  /** One more than the version it was written over. */
  version: number
  /** By position of the criteria. */
  marks: readonly number[]
  note?: string | undefined
}

/**
 * Keeps the sheet that a juror sent by her link, the newest version of each: one statement decides, also about judging
 * that ends meanwhile. Answers what became of it; throws `forbidden` for an entry she is in conflict with, `stale` when
 * sheets are not taken (not begun, opened already, she did not declare or left, the entry does not stand).
 */
export async function receiveSheet(
  { tx, act }: { tx: Tx; act: Act },
  { juror, entry, version, marks, note }: NewSheet,
): Promise<{ settled: Settled; version: number }> {
  const { rows: found } = await sql<{ contest: string }>`
    select j.id as contest from contests.jurors r join contests.judging j on j.tenant = r.tenant and j.id = r.contest
    where r.id = ${juror}::uuid and r.left_on is null and r.declared_at is not null
      and j.frozen_at is not null and j.unsealed_at is null
    for share of j, r`.execute(tx)
  const contest = found[0]?.contest
  if (contest === undefined) throw new Failure('stale')
  act.about(contest)
  const [mine, judged] = [
    (await listJurors(tx, contest)).find(({ id }) => id === juror),
    (await listJudged(tx, contest)).find(({ id }) => id === entry),
  ]
  if (mine === undefined || judged === undefined) throw new Failure('stale')
  if (conflictsOf(mine, judged, await listSponsorNames(tx, contest)).length > 0) throw new Failure('forbidden')
  const said = JSON.stringify(Object.fromEntries(marks.map((mark, at) => [String(at + 1), mark])))
  const { rows } = await sql<{ version: number }>`
    insert into contests.score_sheets as s (id, contest, juror, entry, version, marks, note, received_at)
    values (${newId()}::uuid, ${contest}::uuid, ${juror}::uuid, ${entry}::uuid, ${version}, ${said}::text::jsonb,
      nullif(${note ?? ''}, ''), clock.at())
    on conflict (tenant, juror, entry) do update set version = excluded.version, marks = excluded.marks,
      note = excluded.note, received_at = excluded.received_at, rev = s.rev + 1
    where s.version < excluded.version
    returning version`.execute(tx)
  if (rows[0] !== undefined) return { settled: 'kept', version }
  const { rows: there } = await sql<{ version: number; same: boolean }>`
    select version, marks = ${said}::text::jsonb and coalesce(note, '') = ${note ?? ''} as same
    from contests.score_sheets where juror = ${juror}::uuid and entry = ${entry}::uuid`.execute(tx)
  return { settled: settleSheet(there[0], { version }), version: there[0]?.version ?? version }
}

/**
 * Opens all sheets at once; none is taken afterwards and the jurors' links end. Refused as `not_yet` while one is
 * missing, unless a reason is given, which is published.
 */
export async function unsealSheets(
  call: Running,
  { id, rev, reason }: { id: string; rev: number; reason?: string | undefined },
): Promise<{ id: string; rev: number; absent: number }> {
  const { tx, on } = call
  await holdContest(call, id)
  const standing = await readStanding(tx, id, { hold: true })
  const { judging, jurors, sent, due } = standing
  if ((judging?.rev ?? 0) !== rev) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  if (stageOf(judging) !== 'judging') throw new Failure('not_yet', { missing: [{ what: 'judging' }] })
  if (sent === 0) throw new Failure('not_yet', { missing: [{ what: 'sheets', missing: due }] })
  if (due > 0 && reason === undefined) throw new Failure('not_yet', { missing: [{ what: 'sheets', missing: due }] })
  // What decides it may go later, such as the name of an entrant after the purge day.
  const counting = standing.entries.flatMap((entry) =>
    standing.seatsOf(entry).flatMap(({ juror, sheet }) => (sheet === undefined ? [] : [`${juror.id} ${entry.id}`])),
  )
  await sql`update contests.score_sheets set counts = false, rev = rev + 1
    where contest = ${id}::uuid and not (juror || ' ' || entry) = any(${counting}::text[])`.execute(tx)
  await revokeLinksOf(tx, { subjects: jurors.map((juror) => juror.id), purpose: 'score_entries' })
  const values = {
    unsealed_at: sql`clock.at()`,
    unsealed_on: on,
    unsealed_reason: due > 0 ? (reason ?? null) : null,
    absent: due,
  }
  return { ...(await write(tx, { id, values })), absent: due }
}

/** Writes how far judging is; whoever calls holds the row. */
export async function write(
  tx: Tx,
  { id, values }: { id: string; values: Record<string, unknown> },
): Promise<{ id: string; rev: number }> {
  return await tx
    .updateTable('contests.judging')
    .set((set) => ({ ...values, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .returning(['id', 'rev'])
    .executeTakeFirstOrThrow()
}

/** The word of the edition's own page for the same. */
export async function setState(
  tx: Tx,
  { id, state }: { id: string; state: 'judging' | 'decided' | 'announced' },
): Promise<void> {
  await tx
    .updateTable('contests.contests')
    .set((set) => ({ state, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const isText = (value: unknown): value is string => typeof value === 'string'
const decisive = ['contests.entries', 'contests.entry_backers', 'contests.interests', 'contests.jurors']

/** Refuses an undo that would change which marks count after they were seen. */
async function refuseUnsettled(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const rows = touched.filter(({ table_name: name }) => decisive.includes(name))
  const told = (field: string) =>
    rows
      .map(({ before, after }) => (after ?? before)?.[field])
      .filter(isText)
      .filter(isId)
  if (rows.length === 0) return
  const { rows: opened } = await sql`
    select from contests.judging j where j.unsealed_at is not null and (j.id = any(${told('contest')}::uuid[])
      or j.id in (select e.contest from contests.entries e where e.id = any(${told('entry')}::uuid[]))) limit 1`.execute(
    tx,
  )
  if (opened.length > 0) throw new Failure('stale')
}

/**
 * What was seen cannot be sealed again, nor what it rests on be taken back; and rules under which somebody scored cannot
 * be thawed.
 */
export const refuseResealed: AfterUndo = async ({ tx }, touched) => {
  await refuseUnsettled(tx, touched)
  const judged = touched.filter(({ table_name: name }) => name === 'contests.judging')
  for (const { before, after } of judged) {
    const was = (field: string) => (before?.[field] ?? null) === null && (after?.[field] ?? null) !== null
    if (was('unsealed_on')) throw new Failure('stale')
    if (!was('frozen_on')) continue
    const sheet = await tx
      .selectFrom('contests.score_sheets')
      .select('id')
      .where('contest', '=', String(after?.['id']))
      .limit(1)
      .executeTakeFirst()
    if (sheet !== undefined) throw new Failure('stale')
  }
}
