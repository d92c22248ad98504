import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { makeLink, revokeLinksOf } from '../links/commands.ts'
import { holdContest, type Running } from './criteria.ts'
import { listJudged, refuseOpened } from './judging-read.ts'
import { judgingLimits } from './judging-model.ts'

export interface NewJuror {
  name: string
  body?: string | null | undefined
  decree?: string | null | undefined
  village?: string | null | undefined
  kecamatan?: string | null | undefined
  company?: string | null | undefined
  kin?: readonly string[] | undefined
  sponsorReason?: string | null | undefined
}

type Said = Omit<NewJuror, 'name'> & { name?: string | undefined }
const plain = ['name', 'body', 'decree', 'village', 'kecamatan', 'company'] as const

const columnsOf = (said: Said) => ({
  ...Object.fromEntries(plain.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]]))),
  ...(said.kin !== undefined && { kin: [...said.kin] }),
  ...(said.sponsorReason !== undefined && { sponsor_reason: said.sponsorReason }),
})

/** Names a juror under the next number, given by one statement. Refused as `too_large` beyond 50. */
export async function addJuror(
  call: Running,
  { id: contest, ...juror }: NewJuror & { id: string },
): Promise<{ id: string; rev: number; number: number }> {
  const { tx } = call
  await holdContest(call, contest)
  await refuseOpened(tx, contest)
  // The contest is held, so no number is given twice.
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from contests.jurors where contest = ${contest}::uuid`.execute(tx)
  const number = rows[0]?.next ?? 1
  if (number > judgingLimits.jurors) throw new Failure('too_large')
  return await tx
    .insertInto('contests.jurors')
    .values({ id: newId(), contest, number, name: juror.name, ...columnsOf(juror) })
    .returning(['id', 'number', 'rev'])
    .executeTakeFirstOrThrow()
}

/** Mends what is written of a juror. After the sheets were opened it stays as it was: places rest on it. */
export async function mendJuror(
  call: Running,
  { id, rev, ...change }: Said & { id: string; rev: number },
): Promise<{ id: string; rev: number }> {
  await holdJuror(call, id)
  return await writeJuror(call.tx, { id, rev, values: columnsOf(change) })
}

/** A juror leaves: her links end, and what she sent does not count. */
export async function leaveJury(
  call: Running,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  await holdJuror(call, id)
  await revokeLinksOf(call.tx, { subjects: [id], purpose: 'score_entries' })
  return await writeJuror(call.tx, { id, rev, values: { left_on: call.on, left_reason: reason } })
}

/** Hands a juror the link by which she declares and scores. */
export async function inviteJuror(
  call: Running,
  { id, ...link }: { id: string; hash: string; party: string; language: Language; days?: number | undefined },
): Promise<{ id: string; link: string }> {
  await holdJuror(call, id)
  const made = await makeLink(call, { ...link, purpose: 'score_entries', subject: id, by: call.who?.account })
  return { id, link: made.id }
}

/** Says which companies help one entry, in place of what was said before. */
export async function setBackers(
  call: Running,
  { id, companies }: { id: string; companies: readonly string[] },
): Promise<{ id: string }> {
  const { tx } = call
  const entry = await tx.selectFrom('contests.entries').select('contest').where('id', '=', id).executeTakeFirst()
  if (entry === undefined) throw new Failure('not_found')
  await holdContest(call, entry.contest)
  await refuseOpened(tx, entry.contest)
  const asked = [...new Set(companies)]
  const keeps = sql<boolean>`company = any(${asked}::text[])`
  await tx
    .deleteFrom('contests.entry_backers')
    .where('entry', '=', id)
    .where(sql<boolean>`not ${keeps}`)
    .execute()
  if (asked.length > 0) {
    await tx
      .insertInto('contests.entry_backers')
      .values(asked.map((company) => ({ id: newId(), entry: id, company })))
      .onConflict((conflict) => conflict.columns(['tenant', 'entry', 'company']).doNothing())
      .execute()
  }
  return { id }
}

export interface Declaration {
  village?: string | undefined
  kecamatan?: string | undefined
  company?: string | undefined
  kin: readonly string[]
  /** Entries she has to do with. */
  entries: readonly string[]
}

/**
 * What a juror declares by her link before she scores. Said again it takes the place of what she said before, until her
 * first sheet is in (`stale`).
 */
export async function declare(
  { tx, act }: { tx: Tx; act: Act },
  { juror: id, ...said }: Declaration & { juror: string },
): Promise<{ id: string }> {
  const { rows } = await sql<{ contest: string }>`
    update contests.jurors r set declared_at = clock.at(), rev = rev + 1, village = ${said.village ?? null},
      kecamatan = ${said.kecamatan ?? null}, company = ${said.company ?? null}, kin = ${[...said.kin]}::text[]
    where r.id = ${id}::uuid and r.left_on is null
      and not exists (select from contests.score_sheets s where s.tenant = r.tenant and s.juror = r.id)
      and not exists (select from contests.judging j where j.tenant = r.tenant and j.id = r.contest and j.unsealed_at is not null)
    returning contest`.execute(tx)
  const contest = rows[0]?.contest
  if (contest === undefined) throw new Failure('stale')
  act.about(contest)
  await tx.deleteFrom('contests.interests').where('juror', '=', id).execute()
  const known = new Set((await listJudged(tx, contest)).map((entry) => entry.id))
  const asked = [...new Set(said.entries)].filter((entry) => known.has(entry))
  if (asked.length > 0) {
    await tx
      .insertInto('contests.interests')
      .values(asked.map((entry) => ({ id: newId(), contest, juror: id, entry })))
      .execute()
  }
  return { id }
}

/** The juror of a contest that the caller runs, held with it. */
async function holdJuror(call: Running, id: string): Promise<void> {
  const juror = await call.tx
    .selectFrom('contests.jurors')
    .select(['contest', 'left_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (juror === undefined) throw new Failure('not_found')
  await holdContest(call, juror.contest)
  if (juror.left_on !== null)
    throw new Failure('stale', { changes: await listChangesSince(call.tx, { row: id, rev: 0 }) })
  await refuseOpened(call.tx, juror.contest)
}

async function writeJuror(
  tx: Tx,
  { id, rev, values }: { id: string; rev: number; values: Record<string, unknown> },
): Promise<{ id: string; rev: number }> {
  const written = await tx
    .updateTable('contests.jurors')
    .set((set) => ({ ...values, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning('rev')
    .executeTakeFirst()
  if (written === undefined) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  return { id, rev: written.rev }
}
