import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { instantOf } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { readPhone } from '../../shared/phone.ts'
import { isPicture } from '../files/model.ts'
import { getFile } from '../files/queries.ts'
import { refuseOpened } from './judging-read.ts'
import { lockContest, staleOf, type Keeper } from './locks.ts'
import { contestLimits, receiptText, windowAt, type Completeness, type Moment } from './model.ts'
import { words } from './messages/words.gen.ts'
import { getKey, signText } from './signing.ts'

type Acting = { tx: Tx; act: Act; who?: Keeper }

export interface NewEntry {
  contest: string
  category?: string | undefined
  name: string
  rtRw?: string | undefined
  kecamatan?: string | undefined
  village: string
  entrant?: string | undefined
  phone?: string | undefined
  words?: string | undefined
  wordsLang: Language
  /** The account that typed a form on paper. */
  by?: string | undefined
}

export interface Entered {
  id: string
  number: number
  /** What the holder of the receipt knows. */
  code: string
}

/** Why nothing was entered: outside the window, with the instant that decided, or the same kampung stands there already. */
export interface EntryRefusal {
  why: 'belum' | 'ditutup' | 'shut' | 'twice'
  /** The database's instant. */
  at: string
  /** Under which number it stands. */
  number?: number
}

/**
 * Enters a kampung. ONE statement decides, by the database's clock and nothing else: the contest is public, its window is
 * open, and the next number is given: without gaps but those that an undo leaves, never twice. Throws `stale` with an EntryRefusal as `by`; nothing is used up then.
 */
export async function enter({ tx, act }: Acting, entry: NewEntry): Promise<Entered> {
  const { contest, category, name, rtRw, kecamatan, village, entrant, phone, words, wordsLang, by } = entry
  const id = newId()
  const { rows } = await sql<{ number: number; enteredAt: string; slug: string }>`
    with open as (
      select c.tenant, c.id, c.slug from contests.contests c
      join contests.published p on p.tenant = c.tenant and p.id = c.id
      where c.id = ${contest}::uuid and c.voided_on is null and c.state = 'draft'
        and c.opens_at <= clock.at() and clock.at() < c.closes_before
        and not exists (select from contests.entries e where e.tenant = c.tenant and e.contest = c.id and e.withdrawn_on is null
          and lower(e.name) = lower(${name}) and lower(coalesce(e.rt_rw, '')) = lower(coalesce(${rtRw ?? null}, ''))
          and lower(e.village) = lower(${village}) and e.category is not distinct from ${category ?? null}::uuid)
    ), given as (
      insert into contests.counters as n (contest, last) select open.id, 1 from open
      on conflict (tenant, contest) do update set last = n.last + 1 returning n.last
    )
    insert into contests.entries (id, contest, category, number, name, rt_rw, kecamatan, village, entrant, phone, words, words_lang, entered_at, entered_by)
    select ${id}::uuid, open.id, ${category ?? null}::uuid, given.last, ${name}, ${rtRw ?? null}, ${kecamatan ?? null}, ${village},
      ${entrant ?? null}, ${phone ?? null}, ${words ?? null}, ${wordsLang}, clock.at(), ${by ?? null}::uuid
    from open cross join given
    on conflict do nothing
    returning number, to_char(entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "enteredAt", (select slug from open) as slug`.execute(
    tx,
  )
  const [made] = rows
  if (made === undefined) throw new Failure('stale', { by: await whyRefused(tx, entry) })
  const code = newCode()
  const key = await getKey(tx)
  const { number, enteredAt, slug } = made
  const said = receiptText({ contest: slug, number, name, village, enteredAt, code })
  await tx
    .insertInto('contests.receipts')
    .values({ id, code, said, signature: signText(said, key), key: key.id })
    .execute()
  act.about(contest)
  return { id, number, code }
}

// Without I, L, O and U, which are misread or read as words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixty bits, in three groups to read out. */
function newCode(): string {
  const letters = Array.from(randomBytes(12), (byte) => alphabet[byte % 32])
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((group) => group.join('')).join('-')
}

/** Asked after the refusal, in the same transaction: the clock stands still in it. */
async function whyRefused(tx: Tx, { contest, category, name, rtRw, village }: NewEntry): Promise<EntryRefusal> {
  const { rows } = await sql<{
    opensAt: string | null
    closesBefore: string | null
    at: string
    number: number | null
  }>`
    select c.opens_at as "opensAt", c.closes_before as "closesBefore", clock.at() as at,
      (select e.number from contests.entries e where e.contest = c.id and e.withdrawn_on is null and lower(e.name) = lower(${name})
        and lower(coalesce(e.rt_rw, '')) = lower(coalesce(${rtRw ?? null}, '')) and lower(e.village) = lower(${village})
        and e.category is not distinct from ${category ?? null}::uuid) as number
    from contests.contests c where c.id = ${contest}::uuid`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const { at, number } = row
  const state = windowAt(
    { opensAt: row.opensAt ?? undefined, closesBefore: row.closesBefore ?? undefined },
    instantOf(at),
  )
  if (state === 'belum' || state === 'ditutup') return { why: state, at }
  return number === null ? { why: 'shut', at } : { why: 'twice', at, number }
}

/** A form that came on paper, typed by whoever runs the contest; the same statement decides. */
export async function addEntry(
  { tx, act, who, account, language }: Acting & { account: string; language: Language },
  { id, phone: typed, ...entry }: Omit<NewEntry, 'contest' | 'wordsLang' | 'by'> & { id: string },
): Promise<Entered> {
  await lockContest(tx, { id, who })
  await refuseForeignCategory(tx, { contest: id, category: entry.category })
  const phone = typed === undefined || typed === '' ? undefined : readPhone(typed)
  if (typed !== undefined && typed !== '' && phone === undefined) throw fieldFailure('phone', 'wrong')
  const words = entry.words === '' ? undefined : entry.words
  return await enter({ tx, act }, { ...entry, words, phone, contest: id, wordsLang: language, by: account })
}

export async function refuseForeignCategory(
  tx: Tx,
  { contest, category }: { contest: string; category: string | undefined },
): Promise<void> {
  if (category === undefined) return
  const row = await tx.selectFrom('contests.categories').select('contest').where('id', '=', category).executeTakeFirst()
  if (row?.contest !== contest) throw fieldFailure('category', 'not_listed')
}

/** Holds an entry and its contest until the end of the act. */
async function lockEntry(tx: Tx, { id, who }: { id: string; who?: Keeper }): Promise<{ contest: string; rev: number }> {
  const found = await tx.selectFrom('contests.entries').select('contest').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Failure('not_found')
  await lockContest(tx, { id: found.contest, who })
  return await tx
    .selectFrom('contests.entries')
    .select(['contest', 'rev'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

interface Check {
  id: string
  rev: number
  completeness: Completeness
  missing: readonly string[]
}

/** Says whether an entry is complete, and what is missing: what is incomplete says what. */
export async function checkEntry(
  { tx, act, who, on }: Acting & { on: string },
  check: Check,
): Promise<{ id: string; rev: number }> {
  const { id, rev, completeness, missing } = check
  const row = await lockEntry(tx, { id, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  await refuseOpened(tx, row.contest)
  if (completeness === 'incomplete' && missing.length === 0) throw fieldFailure('missing', 'required')
  const checked = await tx
    .updateTable('contests.entries')
    .set((set) => ({
      completeness,
      missing: completeness === 'incomplete' ? [...missing] : [],
      checked_on: completeness === 'unchecked' ? null : on,
      rev: set('rev', '+', 1),
    }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  act.about(row.contest)
  return { id, rev: checked.rev }
}

/** Takes an entry out of the contest. Its number stays its own. */
export async function withdrawEntry(
  { tx, act, who, on }: Acting & { on: string },
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const row = await lockEntry(tx, { id, who })
  await refuseOpened(tx, row.contest)
  const gone = await tx
    .updateTable('contests.entries')
    .set((set) => ({ withdrawn_on: on, withdrawn_reason: reason, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('withdrawn_on', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (gone === undefined) throw await staleOf(tx, { id, rev })
  act.about(row.contest)
  return { id, rev: gone.rev }
}

interface NewPhoto {
  id: string
  file: string
  moment: Moment
  caption?: string | undefined
  isPublic: boolean
}

/** Adds a photograph of an entry; what is no picture by its content is refused. */
export async function addEntryPhoto({ tx, act, who }: Acting, photo: NewPhoto): Promise<{ id: string }> {
  const { id, file, moment, caption, isPublic } = photo
  const { contest } = await lockEntry(tx, { id, who })
  if (!isPicture((await getFile(tx, file)).kind)) throw fieldFailure('file', 'wrong')
  // What the world sees says what it shows.
  if (isPublic && caption === undefined) throw fieldFailure('caption', 'required')
  const made = newId()
  const { rows } = await sql`
    insert into contests.entry_photos (id, entry, file, moment, caption, position, is_public)
    select ${made}::uuid, ${id}::uuid, ${file}::uuid, ${moment}, ${caption ?? null}::text, coalesce(max(position), 0) + 1, ${isPublic}
    from contests.entry_photos where entry = ${id}::uuid having count(*) < ${contestLimits.parts} and coalesce(max(position), 0) < ${contestLimits.parts}
    returning id`.execute(tx)
  if (rows.length === 0) throw new Failure('too_large')
  act.about(contest)
  return { id: made }
}

/**
 * A photograph by whoever holds the receipt: before the contest, while its window is open, three at most. One statement
 * decides; answers false where it came too late or is one too many.
 */
export async function addOwnPhoto(
  { tx, act }: Acting,
  { entry, file }: { entry: string; file: string },
): Promise<boolean> {
  // Held from here on, so that of two photographs at once the second is counted after the first.
  await tx.selectFrom('contests.entries').select('id').where('id', '=', entry).forNoKeyUpdate().execute()
  const { rows } = await sql<{ contest: string }>`
    with made as (
      insert into contests.entry_photos (id, entry, file, moment, position)
      select ${newId()}::uuid, e.id, ${file}::uuid, 'before',
        (select coalesce(max(p.position), 0) + 1 from contests.entry_photos p where p.entry = e.id)
      from contests.entries e join contests.contests c on c.tenant = e.tenant and c.id = e.contest
      where e.id = ${entry}::uuid and e.withdrawn_on is null and c.opens_at <= clock.at() and clock.at() < c.closes_before
        and (select count(*) from contests.entry_photos p where p.entry = e.id and p.moment = 'before') < ${contestLimits.photos}
      returning entry
    )
    select e.contest from contests.entries e join made on made.entry = e.id`.execute(tx)
  if (rows[0] === undefined) return false
  act.about(rows[0].contest)
  return true
}

/**
 * The entry of whoever holds its receipt is taken back, one statement, until judging begins. Throws `forbidden` for
 * another number than the one that was left with it, `stale` once it is judged.
 */
export async function withdrawOwn(
  { tx, act, on }: Acting & { on: string },
  { entry, phone }: { entry: string; phone: string },
): Promise<{ id: string }> {
  const isHers = sql<boolean>`regexp_replace(e.phone, '^[+]?62', '0') = regexp_replace(${phone}, '^[+]?62', '0')`
  const { rows } = await sql<{ contest: string }>`
    update contests.entries e set withdrawn_on = ${on}, withdrawn_reason = ${words.id.receipt.withdrawnByHolder}, rev = e.rev + 1
    from contests.contests c where e.id = ${entry}::uuid and c.tenant = e.tenant and c.id = e.contest
      and e.withdrawn_on is null and c.state = 'draft' and ${isHers}
    returning e.contest`.execute(tx)
  if (rows[0] === undefined) {
    const { rows: there } = await sql`select from contests.entries e where e.id = ${entry}::uuid and ${isHers}`.execute(
      tx,
    )
    throw new Failure(there.length === 0 ? 'forbidden' : 'stale')
  }
  act.about(rows[0].contest)
  return { id: entry }
}
