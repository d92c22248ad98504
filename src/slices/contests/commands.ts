import { sql, type RawBuilder } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getRegion, getUnit } from '../reference/queries.ts'
import { insertRelation, lockContest, refuseOthers, refuseUnknown, staleOf, type Keeper, type Locked } from './locks.ts'
import { purgeFault, slugsFor, windowFault, type Window } from './model.ts'
import { takeBack } from './publication.ts'

export { addEntry, addEntryPhoto, checkEntry, enter, withdrawEntry } from './entering.ts'
export { addCategory, addLookBack, addSponsor, dropPart, relateContest } from './parts.ts'
export { addStatement, mendStatement } from './statements.ts'
export { publishContest, refuseVoidedContest, withdrawContest } from './publication.ts'
export { setCriteria } from './criteria.ts'
export { addJuror, declare } from './jurors.ts'
export { openJudging, receiveSheet, unsealSheets } from './scoring.ts'
export { announceResult, decidePlaces } from './results-announcing.ts'

type Acting = { tx: Tx; act: Act }
/** What an edition is made of; null takes a value off. */
export interface Edition {
  titleLang?: string | undefined
  about?: string | null | undefined
  organiserWords?: string | null | undefined
  occasion?: string | null | undefined
  opensOn?: string | null | undefined
  closesOn?: string | null | undefined
  closesTime?: string | null | undefined
  contestOn?: string | null | undefined
  announceOn?: string | null | undefined
  lookBackOn?: string | null | undefined
  purgeOn?: string | null | undefined
  tiers?: readonly string[] | undefined
  goals?: readonly number[] | undefined
  excludesLastWinner?: boolean | undefined
  previous?: string | null | undefined
  leniency?: string | null | undefined
  wantsPhotos?: boolean | undefined
}

const columns = {
  titleLang: 'title_lang',
  about: 'about',
  organiserWords: 'organiser_words',
  occasion: 'occasion',
  opensOn: 'opens_on',
  closesOn: 'closes_on',
  closesTime: 'closes_time',
  contestOn: 'contest_on',
  announceOn: 'announce_on',
  lookBackOn: 'look_back_on',
  purgeOn: 'purge_on',
  tiers: 'tiers',
  goals: 'goals',
  excludesLastWinner: 'excludes_last_winner',
  previous: 'previous',
  leniency: 'leniency',
  wantsPhotos: 'wants_photos',
} as const satisfies Record<keyof Edition, string>

/** What was said, by column; an empty text is none. */
function valuesOf(edition: Edition): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => {
      const value = edition[name as keyof Edition]
      return value === undefined ? [] : [[column, value === '' ? null : value]]
    }),
  )
}

const zoneNames: Record<string, string> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' }

/** The window as instants, reckoned by the database: the first one inside, and the first one that is too late. */
function instantsOf(
  { opensOn, closesOn, closesTime }: Window,
  zone: string,
): Record<string, RawBuilder<string> | null> {
  if (opensOn === undefined || closesOn === undefined) return { opens_at: null, closes_before: null }
  const place = zoneNames[zone] ?? 'Asia/Jakarta'
  const step = closesTime === undefined ? '1 day' : closesTime.length === 5 ? '1 minute' : '1 second'
  const last = `${closesOn} ${closesTime ?? '00:00'}`
  return {
    opens_at: sql<string>`${opensOn}::timestamp at time zone ${place}`,
    closes_before: sql<string>`(${last}::timestamp + ${step}::interval) at time zone ${place}`,
  }
}

/** Refuses a window that cannot be, and a day of erasing that is too early or later than was told. */
function refuseDays(window: Window, erasing: { purgeOn?: string | undefined; promisedOn?: string | undefined }): void {
  const fault = windowFault(window) ?? purgeFault({ closesOn: window.closesOn, ...erasing })
  if (fault !== undefined) throw fieldFailure(fault.path, fault.fault)
}

/** Begins an edition. Without a slug its address is made of title and year. */
export async function addContest(
  { tx, act, who }: Acting & { who?: Keeper },
  { title, organiserUnit, slug, relation, ...edition }: Edition & { title: string; organiserUnit: string; slug?: string; relation?: string | undefined }, // prettier-ignore
): Promise<{ id: string; slug: string }> {
  await getUnit(tx, organiserUnit)
  refuseOthers(who, organiserUnit)
  const id = newId()
  const window = windowOf(edition)
  refuseDays(window, { purgeOn: edition.purgeOn ?? undefined })
  if (typeof edition.previous === 'string') await refuseUnknown(tx, edition.previous)
  const { zone } = await getRegion(tx)
  const year = (window.opensOn ?? edition.contestOn ?? undefined)?.slice(0, 4)
  const values = { id, title, organiser_unit: organiserUnit, ...valuesOf(edition), ...instantsOf(window, zone) }
  for (const wanted of slug === undefined ? slugsFor({ title, year, id }) : [slug]) {
    const made = await tx
      .insertInto('contests.contests')
      .values({ ...values, slug: wanted } as never)
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (made === undefined) continue
    if (relation !== undefined) await insertRelation(tx, { contest: id, relation, kind: 'belongs' })
    act.about(id)
    return { id, slug: made.slug }
  }
  throw fieldFailure('title', 'taken')
}

const windowOf = ({ opensOn, closesOn, closesTime }: Edition): Window => ({
  opensOn: opensOn ?? undefined,
  closesOn: closesOn ?? undefined,
  closesTime: closesTime ?? undefined,
})

type Mend = Edition & { id: string; rev: number; title?: string | undefined; sure?: readonly string[] | undefined }

/**
 * Changes an edition. Closing earlier or later once entries are taken is asked again (`sure: ['closesOn']`). The window
 * on a public page follows at once, because it decides who comes in time.
 */
export async function mendContest(
  { tx, act, who }: Acting & { who?: Keeper },
  mend: Mend,
): Promise<{ id: string; rev: number }> {
  const { id, rev, title, sure = [], ...edition } = mend
  const row = await lockContest(tx, { id, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  if (typeof edition.previous === 'string') await refuseUnknown(tx, edition.previous)
  if (edition.previous === id) throw fieldFailure('previous', 'wrong')
  const window = windowOf({
    opensOn: edition.opensOn === undefined ? row.opens_on : edition.opensOn,
    closesOn: edition.closesOn === undefined ? row.closes_on : edition.closesOn,
    closesTime: edition.closesTime === undefined ? row.closes_time : edition.closesTime,
  })
  const purgeOn = edition.purgeOn === undefined ? row.purge_on : edition.purgeOn
  refuseDays(window, { purgeOn: purgeOn ?? undefined, promisedOn: row.promised_on ?? undefined })
  const moves = window.closesOn !== (row.closes_on ?? undefined) || window.closesTime !== (row.closes_time ?? undefined) || window.opensOn !== (row.opens_on ?? undefined) // prettier-ignore
  if (row.judged) refuseJudged({ moves, row, edition })
  if (moves && row.begun && !sure.includes('closesOn')) throw fieldFailure('closesOn', 'doubtful')
  const { zone } = await getRegion(tx)
  const mended = await tx
    .updateTable('contests.contests')
    .set((set) => ({
      rev: set('rev', '+', 1),
      ...(title !== undefined && { title }),
      ...(valuesOf(edition) as object),
      ...(moves && instantsOf(window, zone)),
    }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  if (moves) await moveWindow(tx, id)
  act.about(id)
  return { id, rev: mended.rev }
}

/** Once judging began, neither who could enter nor who stands outside is changed any more. */
function refuseJudged({ moves, row, edition }: { moves: boolean; row: Locked; edition: Edition }): void {
  const { previous, excludesLastWinner } = edition
  if (moves) throw fieldFailure('closesOn', 'wrong')
  if (previous !== undefined && previous !== row.previous) throw fieldFailure('previous', 'wrong')
  if (excludesLastWinner !== undefined && excludesLastWinner !== row.excludes_last_winner) {
    throw fieldFailure('excludesLastWinner', 'wrong')
  }
}

/** The window that the world reads is the one that decides. */
async function moveWindow(tx: Tx, id: string): Promise<void> {
  await sql`
    update contests.published p set opens_on = c.opens_on, document = p.document || jsonb_build_object(
      'opensOn', c.opens_on, 'closesOn', c.closes_on, 'closesTime', c.closes_time,
      'opensAt', to_jsonb(c.opens_at), 'closesBefore', to_jsonb(c.closes_before))
    from contests.contests c where c.tenant = p.tenant and c.id = p.id and p.id = ${id}::uuid`.execute(tx)
}

/** Takes an edition back that was entered by mistake; its page goes with it. */
export async function voidContest(
  { tx, act, on, who }: Acting & { on: string; who?: Keeper },
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const row = await lockContest(tx, { id, who })
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  await takeBack(tx, id)
  const voided = await tx
    .updateTable('contests.contests')
    .set((set) => ({ voided_on: on, voided_reason: reason, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  act.about(id)
  return { id, rev: voided.rev }
}
