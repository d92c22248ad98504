import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { may, type Role } from '../../shared/permissions.ts'
import { findConflicts, type EntryTies, type JurorTies } from './conflicts.ts'
import {
  judgingLimits,
  stageOf,
  type ConflictKind,
  type JudgingDays,
  type Normalisation,
  type Scale,
  type TieRule,
} from './judging-model.ts'

export interface JudgedContest {
  id: string
  slug: string
  title: string
  unit: string
  announceOn: string | null
  excludesLastWinner: boolean
  previous: string | null
  /** By the database's clock. */
  windowOpen: boolean
  voided: boolean
}

/** A contest of this region, held for the rest of the act when it is to be judged on. Throws `not_found`. */
export async function getJudged(tx: Tx, id: string, { hold = false } = {}): Promise<JudgedContest> {
  const { rows } = await sql<JudgedContest>`
    select id, slug, title, organiser_unit as unit, announce_on as "announceOn", previous,
      excludes_last_winner as "excludesLastWinner", coalesce(closes_before > clock.at(), false) as "windowOpen",
      voided_on is not null as voided
    from contests.contests where id = ${id}::uuid ${hold ? sql`for no key update` : sql``}`.execute(tx)
  if (rows[0] === undefined) throw new Failure('not_found')
  return rows[0]
}

/** Who runs a contest: officers, and the agency that organises it. */
export function runs({ role, unit }: { role: Role; unit: string | undefined }, contest: { unit: string }): boolean {
  return may(role, 'programmes.keep') && (role !== 'opd' || unit === contest.unit)
}

export interface Judging extends JudgingDays {
  version: number
  scale: Scale
  normalisation: Normalisation
  tieRule: TieRule
  winners: number
  prizes: string[]
  prizesLang: Language
  seed: string | null
  unsealedReason: string | null
  absent: number
  minutesNumber: string | null
  minutesWords: string | null
  rev: number
}

/** The rules of judging and how far it is; `hold` keeps sheets from coming in until the end of the act. */
export async function findJudging(tx: Tx, id: string, { hold = false } = {}): Promise<Judging | undefined> {
  const { rows } = await sql<Judging>`
    select version, scale, normalisation, tie_rule as "tieRule", winners, prizes, prizes_lang as "prizesLang", seed,
      frozen_on as "frozenOn", unsealed_on as "unsealedOn", unsealed_reason as "unsealedReason", absent,
      decided_on as "decidedOn", minutes_number as "minutesNumber", minutes_words as "minutesWords",
      announced_on as "announcedOn", rev
    from contests.judging where id = ${id}::uuid ${hold ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

export interface Criterion {
  id: string
  position: number
  name: string
  nameLang: Language
  about: string | null
  weight: number
}

/** The criteria of the version in use, in their order (at most 20). */
export async function listCriteria(tx: Tx, contest: string): Promise<Criterion[]> {
  const { rows } = await sql<Criterion>`
    select k.id, k.position, k.name, k.name_lang as "nameLang", k.about, k.weight
    from contests.criteria k join contests.judging j on j.tenant = k.tenant and j.id = k.contest and j.version = k.version
    where k.contest = ${contest}::uuid order by k.position limit ${judgingLimits.criteria}`.execute(tx)
  return rows
}

export interface Juror extends JurorTies {
  id: string
  number: number
  name: string
  body: string | null
  decree: string | null
  declaredAt: string | null
  leftOn: string | null
  leftReason: string | null
  rev: number
}

/** The jurors of a contest by number, those who left too (at most 50). */
export async function listJurors(tx: Tx, contest: string): Promise<Juror[]> {
  const { rows } = await sql<Juror>`
    select r.id, r.number, r.name, r.body, r.decree, r.village, r.kecamatan, r.company, r.kin,
      r.sponsor_reason as "sponsorReason", r.declared_at as "declaredAt", r.left_on as "leftOn",
      r.left_reason as "leftReason", r.rev,
      coalesce((select array_agg(i.entry::text) from contests.interests i where i.tenant = r.tenant and i.juror = r.id), '{}') as declared
    from contests.jurors r where r.contest = ${contest}::uuid order by r.number limit ${judgingLimits.jurors}`.execute(
    tx,
  )
  return rows
}

export interface Entry extends EntryTies {
  number: number
  name: string
  rtRw: string | null
  category: string | null
  categoryName: string | null
}

/** What is judged: the complete entries that stand, by number (at most 2,000). */
export async function listJudged(tx: Tx, contest: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.number, e.name, e.rt_rw as "rtRw", e.village, e.kecamatan, e.entrant, e.category, g.name as "categoryName",
      coalesce((select array_agg(b.company order by b.company) from contests.entry_backers b
        where b.tenant = e.tenant and b.entry = e.id), '{}') as backers
    from contests.entries e left join contests.categories g on g.tenant = e.tenant and g.id = e.category
    where e.contest = ${contest}::uuid and e.completeness = 'complete' and e.withdrawn_on is null
    order by e.number limit ${judgingLimits.entries}`.execute(tx)
  return rows
}

/** Companies of the register that help the whole contest (at most 50). */
export async function listSponsorNames(tx: Tx, contest: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.name from contests.sponsors s join partners.partners p on p.tenant = s.tenant and p.id = s.partner
    where s.contest = ${contest}::uuid order by p.name limit 50`.execute(tx)
  return rows.map(({ name }) => name)
}

/** That a sheet is there: nothing of what it says. */
export interface SheetMark {
  juror: string
  entry: string
  version: number
  receivedAt: string
}

async function listSheetMarks(tx: Tx, contest: string, juror?: string): Promise<SheetMark[]> {
  const { rows } = await sql<SheetMark>`
    select juror, entry, version, received_at as "receivedAt" from contests.score_sheets
    where contest = ${contest}::uuid and ${juror === undefined ? sql`true` : sql`juror = ${juror}::uuid`} limit ${judgingLimits.jurors * judgingLimits.entries}`.execute(
    tx,
  )
  return rows
}

export interface Seat {
  juror: Juror
  state: 'sent' | 'due' | 'conflict'
  conflicts: ConflictKind[]
  sheet: SheetMark | undefined
}

/** What a juror in conflict sent before does not count. */
function seatFor(
  juror: Juror,
  { conflicts, sheet }: { conflicts: ConflictKind[]; sheet: SheetMark | undefined },
): Seat {
  if (conflicts.length > 0) return { juror, conflicts, sheet: undefined, state: 'conflict' }
  return { juror, conflicts, sheet, state: sheet === undefined ? 'due' : 'sent' }
}

/** Where every sheet of a contest stands, without what any of them says. */
export interface Standing {
  contest: JudgedContest
  judging: Judging | undefined
  jurors: Juror[]
  entries: Entry[]
  sponsors: string[]
  sent: number
  due: number
  /** How one juror stands to one entry. */
  seatOf(juror: Juror, entry: Entry): Seat
  /** The jurors who have not left, for one entry. */
  seatsOf(entry: Entry): readonly Seat[]
}

/** Reads how far judging is: who owes which sheet. What a juror in conflict sent before does not count. */
export async function readStanding(tx: Tx, id: string, { hold = false } = {}): Promise<Standing> {
  const contest = await getJudged(tx, id, { hold })
  const judging = await findJudging(tx, id, { hold })
  const [jurors, entries, sponsors, sheets] = [
    await listJurors(tx, id),
    await listJudged(tx, id),
    await listSponsorNames(tx, id),
    await listSheetMarks(tx, id),
  ]
  const there = new Map(sheets.map((sheet) => [`${sheet.juror} ${sheet.entry}`, sheet]))
  const active = jurors.filter(({ leftOn }) => leftOn === null)
  const conflictsOf = findConflicts(sponsors)
  const seatOf = (juror: Juror, entry: Entry): Seat =>
    seatFor(juror, { conflicts: conflictsOf(juror, entry), sheet: there.get(`${juror.id} ${entry.id}`) })
  const seats = new Map(entries.map((entry) => [entry.id, active.map((juror) => seatOf(juror, entry))]))
  const seatsOf = (entry: Entry): readonly Seat[] => seats.get(entry.id) ?? []
  const count = (state: Seat['state']) =>
    entries.reduce((sum, entry) => sum + seatsOf(entry).filter((seat) => seat.state === state).length, 0)
  return { contest, judging, jurors, entries, sponsors, sent: count('sent'), due: count('due'), seatOf, seatsOf }
}

/** How one juror stands to the entries she judges with others: nothing of theirs is read, so her page does not wait for it. */
export interface OwnStanding {
  contest: JudgedContest
  judging: Judging | undefined
  juror: Juror
  seats: (Seat & { entry: Entry })[]
}

/** The same contest as a juror's own page needs it. Throws `not_found` for no juror. */
export async function readOwnStanding(tx: Tx, id: string): Promise<OwnStanding> {
  const row = await tx.selectFrom('contests.jurors').select('contest').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const juror = (await listJurors(tx, row.contest)).find((each) => each.id === id)
  if (juror === undefined) throw new Failure('not_found')
  const conflictsOf = findConflicts(await listSponsorNames(tx, row.contest))
  const sheets = new Map((await listSheetMarks(tx, row.contest, id)).map((sheet) => [sheet.entry, sheet]))
  const seats = (await listJudged(tx, row.contest)).map((entry) => {
    return { entry, ...seatFor(juror, { conflicts: conflictsOf(juror, entry), sheet: sheets.get(entry.id) }) }
  })
  const contest = await getJudged(tx, row.contest)
  return { contest, judging: await findJudging(tx, row.contest), juror, seats }
}

/** Whether the marks may be read at all. */
export function isOpened(judging: JudgingDays): boolean {
  return ['unsealed', 'decided', 'announced'].includes(stageOf(judging))
}

/** Once marks were seen, nothing that decides which marks count is changed: `not_yet` with the day. */
export async function refuseOpened(tx: Tx, contest: string): Promise<void> {
  const judging = await findJudging(tx, contest)
  if (judging !== undefined && isOpened(judging)) {
    throw new Failure('not_yet', { missing: [{ what: 'unsealed', on: judging.unsealedOn }] })
  }
}
