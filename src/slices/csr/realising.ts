import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { firstDayOf } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { findFile } from '../files/queries.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { lockMatch, lockNeed, refuseAgency, standNeed, staleOf, type Acting, type By } from './locks.ts'
import { isDoubtfulCost, isSameParty, limits, mayNeed } from './model.ts'
import { textOf } from './rows.ts'

export interface NewRealisation {
  /** The match. */
  id: string
  occurredOn: string
  words?: string | undefined
  wordsLang?: Language | undefined
  value?: number | undefined
  inKind?: string | undefined
  hibah?: boolean | undefined
  bast?: string | undefined
  files?: readonly string[] | undefined
  sure?: readonly string[] | undefined
  reportedOn?: string
  /** The company's link; without it an officer writes it down. */
  link?: string | undefined
}

/** Keeps what a company says it has done. It counts as told until the village confirms it. */
export async function reportRealisation(
  call: Acting & By,
  told: NewRealisation,
): Promise<{ id: string; rev: number; position: number }> {
  const { tx, act, on } = call
  const {
    id,
    occurredOn,
    words,
    wordsLang = 'id',
    value,
    inKind,
    hibah = false,
    bast,
    files = [],
    sure = [],
    link,
  } = told
  const match = await lockMatch(tx, id)
  refuseAgency(call, match.of.unit)
  if (match.endedOn !== null || !mayNeed(match.of.standing, 'report')) throw new Failure('stale')
  const day = told.reportedOn ?? on
  if (firstDayOf(occurredOn) > day) throw fieldFailure('occurredOn', 'wrong')
  if (value === undefined && !inKind) throw fieldFailure('value', 'required')
  if (value !== undefined && isDoubtfulCost(value) && link === undefined && !sure.includes('value')) {
    throw fieldFailure('value', 'doubtful')
  }
  if (bast !== undefined && !hibah) throw fieldFailure('bast', 'wrong')
  for (const file of files) if ((await findFile(tx, file)) === undefined) throw new Failure('not_found')
  const made = newId()
  const { rows } = await sql<{ position: number }>`
    insert into csr.realisations (id, match, position, occurred_on, words, words_lang, value, in_kind, hibah, bast, reported_on, reported_link)
    select ${made}::uuid, ${id}::uuid, coalesce(max(position), 0) + 1, ${occurredOn}, ${words || null}, ${wordsLang},
      ${textOf(value)}::bigint, ${inKind || null}, ${hibah}, ${bast || null}, ${day}, ${link ?? null}::uuid
    from csr.realisations where match = ${id}::uuid
    having coalesce(max(position), 0) < ${limits.realisations}
    returning position`.execute(tx)
  if (rows[0] === undefined) throw new Failure('too_large')
  await addEvidence(tx, { realisation: made, files, side: link === undefined ? 'petugas' : 'perusahaan' })
  if (match.of.standing === 'dipasangkan') await standNeed({ tx, on: day }, { id: match.need, standing: 'berjalan' })
  act.about(match.need)
  return { id: made, rev: 1, position: rows[0].position }
}

/** Keeps files that show a report, after those that are there. Throws too_large past the limit. */
export async function addEvidence(
  tx: Tx,
  {
    realisation,
    files,
    side,
  }: { realisation: string; files: readonly string[]; side: 'perusahaan' | 'desa' | 'petugas' },
): Promise<void> {
  for (const file of new Set(files)) {
    const { rows } = await sql<{ id: string }>`
      insert into csr.evidence (id, realisation, file, side, position)
      select ${newId()}::uuid, ${realisation}::uuid, ${file}::uuid, ${side}, coalesce(max(position), 0) + 1
      from csr.evidence where realisation = ${realisation}::uuid
      having coalesce(max(position), 0) < ${limits.evidence} returning id`.execute(tx)
    if (rows[0] === undefined) throw new Failure('too_large')
  }
}

/**
 * What the village says of a report: that it is so, or that it is not and how it is. It says it by its own link; the
 * link that reported never answers, and neither does another one that was given to the same party.
 */
export async function answerRealisation(
  { tx, act, on }: Acting,
  said: {
    /** The report, and the need that the village's link is for. */
    id: string
    need: string
    link: string
    answer: 'dikonfirmasi' | 'dibantah'
    words?: string | undefined
    wordsLang: Language
    name?: string | undefined
    file?: string | undefined
  },
): Promise<{ id: string }> {
  const { id, need, link, answer, words, wordsLang, name, file } = said
  // A match that ends at this moment ends before the answer, or sees it.
  await lockNeed(tx, need)
  const { rows } = await sql<{ reportedLink: string | null; reporter: string | null; party: string | null }>`
    select r.reported_link as "reportedLink", a.party as reporter, b.party
    from csr.realisations r join csr.matches m on m.tenant = r.tenant and m.id = r.match
    left join links.links a on a.tenant = r.tenant and a.id = r.reported_link
    left join links.links b on b.tenant = r.tenant and b.id = ${link}::uuid
    where r.id = ${id}::uuid and m.need = ${need}::uuid and m.ended_on is null and r.voided_on is null`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Failure('not_found')
  const { reportedLink, reporter, party } = found
  const isSame = reporter !== null && party !== null && isSameParty(reporter, party)
  if (reportedLink === link || isSame) throw new Failure('forbidden')
  if (answer === 'dibantah' && !words) throw fieldFailure('words', 'required')
  const done = await tx
    .updateTable('csr.realisations')
    .set((set) => ({
      standing: answer,
      answer: words || null,
      answer_lang: words ? wordsLang : null,
      answer_name: name || null,
      answered_on: on,
      answered_link: link,
      rev: set('rev', '+', 1),
    }))
    .where('id', '=', id)
    .where('standing', '=', 'dilaporkan')
    .returning('id')
    .executeTakeFirst()
  if (done === undefined) throw new Failure('stale')
  if (file !== undefined) await addEvidence(tx, { realisation: id, files: [file], side: 'desa' })
  act.about(need)
  return { id }
}

/** A report that was written down wrongly counts nowhere any more; history keeps it. */
export async function voidRealisation(
  call: Acting & By,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  const { tx, act, on } = call
  const found = await tx.selectFrom('csr.realisations').select('match').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Failure('not_found')
  const match = await lockMatch(tx, found.match)
  refuseAgency(call, match.of.unit)
  const voided = await tx
    .updateTable('csr.realisations')
    .set({ rev: rev + 1, voided_on: on, voided_reason: reason })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('voided_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  // What is fulfilled rests on what was confirmed.
  if (voided === undefined || match.of.standing === 'terwujud') throw await staleOf(tx, { id, rev })
  act.about(match.need)
  return { id, rev: rev + 1 }
}

/**
 * Refuses an undo after which a need would stand where its reports do not: matched without a match, matched only while
 * the company has reported, fulfilled without the village's word.
 */
export const refuseUnfit: AfterUndo = async ({ tx }, touched) => {
  const ids = touched.filter(({ table_name: name }) => name.startsWith('csr.')).map(({ row_id }) => row_id)
  if (ids.length === 0) return
  const { rows } = await sql`
    select from csr.needs n
    left join csr.matches m on m.tenant = n.tenant and m.need = n.id and m.ended_on is null
    cross join lateral (select count(*) as n, count(*) filter (where r.standing = 'dikonfirmasi') as confirmed
      from csr.realisations r where r.tenant = m.tenant and r.match = m.id and r.voided_on is null) r
    where (n.id = any(${ids}::uuid[]) or m.id = any(${ids}::uuid[]) or exists (select from csr.realisations x
        where x.tenant = m.tenant and x.match = m.id and x.id = any(${ids}::uuid[])))
      and case n.standing when 'terwujud' then r.confirmed = 0 or r.confirmed < r.n
        when 'dipasangkan' then m.id is null or r.n > 0 when 'berjalan' then m.id is null else m.id is not null end
    limit 1`.execute(tx)
  if (rows.length > 0) throw new Failure('stale')
}
