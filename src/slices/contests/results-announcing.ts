import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Named } from '../../shared/names.ts'
import { getRegion } from '../reference/queries.ts'
import { holdJudging, type Running } from './criteria.ts'
import { stageOf } from './judging-model.ts'
import type { JudgedContest, Judging } from './judging-read.ts'
import { keepPlaces, rankContest, type Ranked } from './results.ts'
import { bundleFormat, sealResult, type Bundle } from './results-bundle.ts'
import { setState, write } from './scoring.ts'
import { getKey, signText } from './signing.ts'

/** Decides the places as the opened sheets give them. Nothing of them is told but to who runs the contest. */
export async function decidePlaces(
  call: Running,
  { id, rev, minutesNumber, minutesWords }: { id: string; rev: number; minutesNumber?: string | undefined; minutesWords?: string | undefined }, // prettier-ignore
): Promise<{ id: string; rev: number }> {
  const { tx, on } = call
  const { contest, judging } = await holdJudging(call, { id, rev })
  if (judging === undefined || stageOf(judging) !== 'unsealed')
    throw new Failure('not_yet', { missing: [{ what: 'unsealed' }] })
  await keepPlaces(tx, { contest: id, judging, ranked: await rankContest(tx, { contest, judging }) })
  await setState(tx, { id, state: 'decided' })
  const values = { decided_on: on, minutes_number: minutesNumber ?? null, minutes_words: minutesWords || null }
  return await write(tx, { id, values })
}

const hours: Record<string, number> = { WIB: 7, WITA: 8, WIT: 9 }

/**
 * Announces the result on its day: one statement by the database's clock. Refused as `not_yet` before it, with the day.
 * From then on it stands in the published table, signed.
 */
export async function announceResult(
  call: Running,
  { id, rev }: { id: string; rev: number },
): Promise<{ id: string; rev: number; announcedOn: string }> {
  const { tx, act } = call
  const { contest, judging } = await holdJudging(call, { id, rev })
  if (judging === undefined || stageOf(judging) !== 'decided')
    throw new Failure('not_yet', { missing: [{ what: 'decided' }] })
  const { zone } = await getRegion(tx)
  const today = sql<string>`to_char(clock.at() at time zone 'UTC' + make_interval(hours => ${hours[zone] ?? 7}::int), 'YYYY-MM-DD')`
  const { rows } = await sql<{ rev: number; announcedOn: string }>`
    update contests.judging j set announced_at = clock.at(), announced_on = ${today}, rev = j.rev + 1
    from contests.contests c
    where j.id = ${id}::uuid and c.tenant = j.tenant and c.id = j.id and coalesce(c.announce_on <= ${today}, true)
    returning j.rev, j.announced_on as "announcedOn"`.execute(tx)
  const told = rows[0]
  if (told === undefined) throw new Failure('not_yet', { missing: [{ what: 'announce_on', on: contest.announceOn }] })
  await setState(tx, { id, state: 'announced' })
  const ranked = await rankContest(tx, { contest, judging })
  await publishResult({ tx, act }, { contest, judging: { ...judging, announcedOn: told.announcedOn }, ranked })
  return { id, ...told }
}

/** Puts a result, hashed and signed, where the world reads it, in place of what stood there. */
export async function publishResult(
  { tx, act }: Pick<Running, 'tx' | 'act'>,
  { contest, judging, ranked, revisedOn }: { contest: JudgedContest; judging: Judging; ranked: Ranked; revisedOn?: string }, // prettier-ignore
): Promise<void> {
  const { id } = contest
  const bundle = await composeBundle(tx, { contest, judging, ranked, revisedOn })
  const { demonstration } = await getRegion(tx)
  const values = {
    slug: contest.slug,
    region_slug: bundle.result.region.slug,
    document: bundle as never,
    demonstration,
    published_at: sql<string>`clock_timestamp()`,
    published_by: act.id,
  }
  await tx
    .insertInto('contests.published_results')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(values))
    .execute()
}

async function composeBundle(
  tx: Tx,
  {
    contest,
    judging,
    ranked,
    revisedOn,
  }: { contest: JudgedContest; judging: Judging; ranked: Ranked; revisedOn: string | undefined },
): Promise<Bundle> {
  const { slug, name, names } = await getRegion(tx)
  const { titleLang } = await tx
    .selectFrom('contests.contests')
    .select('title_lang as titleLang')
    .where('id', '=', contest.id)
    .executeTakeFirstOrThrow()
  const { scale, normalisation, tieRule, winners, prizes, prizesLang, version, absent, unsealedReason } = judging
  const categories = new Map(ranked.entries.map((entry) => [entry.category ?? '', entry.categoryName ?? '']))
  const key = await getKey(tx)
  return sealResult(
    {
      format: bundleFormat,
      region: { slug, name, names: names as Named['names'] },
      contest: { slug: contest.slug, title: contest.title, titleLang },
      judgedFrom: judging.frozenOn ?? '',
      announcedOn: judging.announcedOn ?? '',
      revisedOn,
      rules: {
        scale,
        normalisation,
        tieRule,
        seed: judging.seed ?? '',
        winners,
        prizes,
        prizesLang,
        criteriaVersion: version,
      },
      absent: { sheets: absent, reason: unsealedReason },
      minutes: { number: judging.minutesNumber, decidedOn: judging.decidedOn ?? '' },
      criteria: ranked.criteria.map(({ position, name: word, nameLang, about, weight }) => ({ position, name: word, nameLang, about, weight })), // prettier-ignore
      categories: [...categories].map(([id, word]) => ({ id, name: word })),
      entries: ranked.entries.map(({ number, name: word, village, category, outside, disqualified }) => ({ number, name: word, village, category: category ?? '', outside, ...(disqualified !== null && { disqualified }) })), // prettier-ignore
      sheets: [...ranked.ranking.sheets].map(({ juror, entry, marks }) => ({ juror, entry, marks: [...marks] })).toSorted((one, other) => one.entry - other.entry || (one.juror < other.juror ? -1 : 1)), // prettier-ignore
      places: ranked.places,
      leniency: ranked.leniency,
    },
    { publicKey: key.publicKey, sign: (text) => signText(text, key) },
  )
}
