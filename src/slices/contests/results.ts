import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { isSamePlace } from './conflicts.ts'
import { isOpened, listCriteria, listJudged, type Criterion, type Judging, type JudgedContest } from './judging-read.ts'
import { judgingLimits, prizeOf, type Outside } from './judging-model.ts'
import { leniencyOf, rank, type Leniency, type Place, type Ranking } from './ranking.ts'

export interface RankedEntry {
  id: string
  number: number
  name: string
  village: string
  category: string | null
  categoryName: string | null
  outside: Exclude<Outside, 'no_sheet'> | null
  disqualified: Disqualified | null
}

export interface Disqualified {
  on: string
  reason: string
}

export interface Ranked {
  criteria: Criterion[]
  entries: RankedEntry[]
  ranking: Ranking
  places: Place[]
  leniency: Leniency[]
  /** The label under which a juror stands in the result: a letter that tells nothing of her number. */
  labels: Map<string, string>
  /** The same sheets, with what was noted. */
  sheets: { juror: string; entry: string; marks: number[]; note: string | null }[]
}

/**
 * The ranking of a contest whose sheets were opened, from what is stored. Throws while they are sealed: whoever asks
 * then has made a mistake.
 */
export async function rankContest(
  tx: Tx,
  { contest, judging }: { contest: JudgedContest; judging: Judging },
): Promise<Ranked> {
  if (!isOpened(judging) || judging.seed === null) throw new Error('the sheets are sealed')
  const { scale, normalisation, tieRule, seed } = judging
  const criteria = await listCriteria(tx, contest.id)
  const entries = judging.decidedOn === null ? await listRunning(tx, contest) : await listPlaced(tx, contest.id)
  const { rows } = await sql<{ juror: string; entry: string; marks: Record<string, number>; note: string | null }>`
    select juror, entry, marks, note from contests.score_sheets where contest = ${contest.id}::uuid and counts
    order by entry, juror limit ${judgingLimits.jurors * judgingLimits.entries}`.execute(tx)
  const labels = labelsOf([...new Set(rows.map(({ juror }) => juror))], seed)
  const numbers = new Map(entries.map(({ id, number }) => [id, number]))
  const sheets = rows
    .filter(({ entry }) => numbers.has(entry))
    .map((row) => ({ ...row, marks: criteria.map(({ position }) => row.marks[String(position)] ?? 0) }))
  const ranking: Ranking = {
    scale,
    normalisation,
    tieRule,
    seed,
    criteria: criteria.map(({ weight }) => ({ weight })),
    entries: entries.map(({ number, category, outside }) => ({
      number,
      category: category ?? '',
      outside: outside ?? undefined,
    })),
    sheets: sheets.map(({ juror, entry, marks }) => ({
      juror: labels.get(juror) ?? '',
      entry: numbers.get(entry) ?? 0,
      marks,
    })),
  }
  return { criteria, entries, ranking, places: rank(ranking), leniency: leniencyOf(ranking), labels, sheets }
}

/** A, B, C … in an order that nobody chose. */
function labelsOf(jurors: readonly string[], seed: string): Map<string, string> {
  const lot = (juror: string) => createHash('sha256').update(`${seed}:${juror}`).digest('hex')
  const drawn = jurors
    .map((juror) => ({ juror, by: lot(juror) }))
    .toSorted((one, other) => (one.by < other.by ? -1 : 1))
  return new Map(drawn.map(({ juror }, at) => [juror, at < 26 ? String.fromCharCode(65 + at) : `J${at + 1}`]))
}

/** The entries as they stand now; who won last time stands outside where the contest says so. */
async function listRunning(tx: Tx, contest: JudgedContest): Promise<RankedEntry[]> {
  const winners = await listLastWinners(tx, contest)
  const { rows } = await sql<Disqualified & { entry: string }>`
    select entry, decided_on as "on", reason from contests.disqualifications where contest = ${contest.id}::uuid
    limit ${judgingLimits.entries}`.execute(tx)
  const out = new Map(rows.map(({ entry, on, reason }) => [entry, { on, reason }]))
  return (await listJudged(tx, contest.id)).map(({ id, number, name, village, rtRw, category, categoryName }) => {
    const won = winners.some((winner) => isSamePlace(winner, { name, village, rtRw }))
    const disqualified = out.get(id) ?? null
    const outside = disqualified !== null ? 'disqualified' : won ? 'last_winner' : null
    return { id, number, name, village, category, categoryName, outside, disqualified }
  })
}

/** Who won the contest before this one, where its winners stay out (at most 20 a category, 200 in all). */
export async function listLastWinners(
  tx: Tx,
  { previous, excludesLastWinner }: Pick<JudgedContest, 'previous' | 'excludesLastWinner'>,
): Promise<{ name: string; village: string; rtRw: string | null }[]> {
  if (previous === null || !excludesLastWinner) return []
  const { rows } = await sql<{ name: string; village: string; rtRw: string | null }>`
    select e.name, e.village, e.rt_rw as "rtRw" from contests.placings p
    join contests.judging j on j.tenant = p.tenant and j.id = p.contest and j.announced_at is not null and p.place <= j.winners
    join contests.entries e on e.tenant = p.tenant and e.id = p.entry
    where p.contest = ${previous}::uuid order by p.place, e.number limit 200`.execute(tx)
  return rows
}

async function listPlaced(tx: Tx, contest: string): Promise<RankedEntry[]> {
  const { rows } = await sql<RankedEntry>`
    select e.id, e.number, e.name, e.village, p.category, g.name as "categoryName",
      case when d.id is not null then 'disqualified' when p.outside = 'last_winner' then p.outside end as outside,
      case when d.id is not null then json_build_object('on', d.decided_on, 'reason', d.reason) end as disqualified
    from contests.placings p join contests.entries e on e.tenant = p.tenant and e.id = p.entry
    left join contests.disqualifications d on d.tenant = p.tenant and d.entry = p.entry
    left join contests.categories g on g.tenant = p.tenant and g.id = p.category
    where p.contest = ${contest}::uuid order by e.number limit ${judgingLimits.entries}`.execute(tx)
  return rows
}

/** Writes the places as the sheets give them, in the order of numbers: not even their order tells one. */
export async function keepPlaces(
  tx: Tx,
  { contest, judging, ranked }: { contest: string; judging: Judging; ranked: Ranked },
): Promise<void> {
  const rows = placingsOf(ranked, judging).map((placing) => ({ id: newId(), contest, ...placing }))
  if (rows.length === 0) throw new Failure('not_yet', { missing: [{ what: 'entries' }] })
  for (let at = 0; at < rows.length; at += 500) {
    await tx
      .insertInto('contests.placings')
      .values(rows.slice(at, at + 500))
      .execute()
  }
}

/** Decided places as they follow now that one more stands outside: only what differs is written. */
export async function mendPlaces(
  tx: Tx,
  { contest, judging, ranked }: { contest: string; judging: Judging; ranked: Ranked },
): Promise<void> {
  const rows = placingsOf(ranked, judging)
  await sql`
    update contests.placings p set place = n.place, points = n.points, settled_by = n.settled_by, outside = n.outside, prize = n.prize
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as n(entry uuid, place int, points text, settled_by text, outside text, prize text)
    where p.contest = ${contest}::uuid and p.entry = n.entry
      and (p.place, p.points, p.settled_by, p.outside, p.prize) is distinct from (n.place, n.points, n.settled_by, n.outside, n.prize)`.execute(
    tx,
  )
}

/** A place with its entry and its prize, as it is kept. */
function placingsOf({ places, entries }: Ranked, { winners, prizes }: Pick<Judging, 'winners' | 'prizes'>) {
  const known = new Map(entries.map((entry) => [entry.number, entry]))
  return places.map(({ entry: number, place, points, settledBy, outside }) => {
    const entry = known.get(number)
    if (entry === undefined) throw new Error(`no entry ${number}`)
    const prize = prizeOf({ winners, prizes }, place)
    return { entry: entry.id, category: entry.category, place, points, settled_by: settledBy, outside, prize }
  })
}
