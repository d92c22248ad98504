import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listTasks } from '../followup/queries.ts'
import { blocksFor, type AgreedWay, type Block, type SharedTask, type SummaryState } from './summary-model.ts'

/** What a version holds of the record beside its own text. */
export interface Drawn {
  points: { id: string; words: string; wordsLang: string }[]
  tasks: { what: string; owner?: string | undefined; dueOn?: string | undefined }[]
}

/** Points of an activity by name, in their order (at most 50). */
export async function listPointWords(tx: Tx, activity: string): Promise<Drawn['points']> {
  return await tx
    .selectFrom('agenda.topics')
    .select(['id', 'words', 'words_lang as wordsLang'])
    .where('activity', '=', activity)
    .orderBy('position')
    .orderBy('id')
    .limit(50)
    .execute()
}

/** What the record holds beside a summary on a day: its points, and what follows from them and from the activity. */
export async function drawFrom(tx: Tx, { activity, on }: { activity: string; on: string }) {
  const points = await listPointWords(tx, activity)
  const tasks = await listTasks(tx, { subjects: [activity, ...points.map(({ id }) => id)], on })
  const drawn: Drawn = {
    points,
    tasks: tasks
      .filter(({ outcome }) => outcome !== 'dropped')
      .map(({ what = '', owner, unit, member, dueOn }) => {
        const whose = [unit?.name, member?.name ?? owner].filter((part) => part !== undefined).join(', ')
        return { what, ...(whose !== '' && { owner: whose }), ...(dueOn !== undefined && { dueOn }) }
      }),
  }
  return { points, tasks, drawn }
}

/** The summary of an activity as it stands; undefined while there is none. */
export async function findSummary(tx: Tx, activity: string) {
  const row = await tx.selectFrom('agenda.summaries').selectAll().where('activity', '=', activity).executeTakeFirst()
  return row && { ...row, blocks: row.blocks as unknown as Block[], state: row.state as SummaryState }
}

/** The state of a summary, as its activity's page names it. */
export async function headOfSummary(
  tx: Tx,
  { activity, shown = [] }: { activity: string; shown?: readonly string[] | undefined },
): Promise<{ id: string; state: SummaryState; published: boolean } | undefined> {
  const found = await findSummary(tx, activity)
  return found && { id: found.id, state: found.state, published: shown.includes(found.id) }
}

/** The summary with everything the officer sees of it. */
export async function readSummary(tx: Tx, { id: activity, on }: { id: string; on: string }) {
  const known = await tx.selectFrom('agenda.activities').select('id').where('id', '=', activity).executeTakeFirst()
  if (known === undefined) throw new Failure('not_found')
  const found = await findSummary(tx, activity)
  const { points, tasks } = await drawFrom(tx, { activity, on })
  const blocks = blocksFor(points, found?.blocks ?? [])
  if (found === undefined) {
    const none = { answers: [], translations: [], versions: [] }
    return { rev: 0, blocks, lang: 'id', state: 'draf' as const, version: 0, points, tasks, ...none }
  }
  const { agreed_version, agreed_on, agreed_how, agreed_by, agreed_role, agreed_reference } = found
  const agreed = agreed_version !== null && agreed_on !== null && agreed_how !== null && {
    version: agreed_version,
    on: agreed_on,
    how: agreed_how as AgreedWay,
    by: agreed_by ?? undefined,
    role: agreed_role ?? undefined,
    reference: agreed_reference ?? undefined,
  } // prettier-ignore
  return {
    id: found.id,
    rev: found.rev,
    blocks,
    lang: found.lang,
    state: found.state,
    version: found.version,
    ...(agreed !== false && { agreed }),
    points,
    tasks,
    answers: await listAnswers(tx, found.id),
    translations: await listTranslations(tx, found.id),
    versions: await listVersions(tx, found.id),
  }
}

/** What partners answered, the newest first (at most 100). */
async function listAnswers(tx: Tx, summary: string) {
  const { rows } = await sql<Answer & { role: string | null; settledOn: string | null }>`
    select a.id, a.version, a.answer, a.name, a.role, l.party, a.corrections, a.answered_at as "answeredAt",
      a.settled_on as "settledOn", a.rev
    from agenda.summary_answers a join links.links l on l.tenant = a.tenant and l.id = a.link
    where a.summary = ${summary}::uuid order by a.answered_at desc, a.id desc limit 100`.execute(tx)
  return rows.map(({ role, settledOn, ...row }) => ({
    ...row,
    role: role ?? undefined,
    settledOn: settledOn ?? undefined,
  }))
}

interface Answer {
  id: string
  version: number
  answer: 'sesuai' | 'koreksi'
  name: string
  party: string
  corrections: { block: string; text: string }[]
  answeredAt: string
  rev: number
}

/** A summary as people translated it (at most 20 languages). */
export async function listTranslations(tx: Tx, summary: string) {
  const rows = await tx
    .selectFrom('agenda.summary_translations')
    .select(['id', 'lang', 'author', 'version', 'blocks', 'rev'])
    .where('summary', '=', summary)
    .orderBy('lang')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...row, blocks: row.blocks as unknown as Block[] }))
}

/** The last word on a version is the act that wrote it; its author is asked of the ledger. */
const versionColumns = sql`v.id, v.number, v.kind, v.reason, v.saved_on as "savedOn",
  (select m.name from ledger.changes c join ledger.acts k on k.tenant = c.tenant and k.id = c.act
    join identity.memberships m on m.tenant = k.tenant and m.account = k.account
    where c.row_id = v.id and c.op = 'insert' order by (m.ended_at is null) desc, m.id desc limit 1) as "savedBy"`

interface Version {
  id: string
  number: number
  kind: 'saved' | 'amended' | 'aside'
  reason: string | null
  savedOn: string
  savedBy: string | null
}

const presentVersion = ({ reason, savedBy, ...row }: Version) => {
  return { ...row, reason: reason ?? undefined, savedBy: savedBy ?? undefined }
}

async function listVersions(tx: Tx, summary: string) {
  const { rows } = await sql<Version>`
    select ${versionColumns} from agenda.summary_versions v where v.summary = ${summary}::uuid
    order by v.number desc, v.id desc limit 50`.execute(tx)
  return rows.map(presentVersion)
}

/** A version by its id, with its text. */
export async function readVersion(tx: Tx, id: string) {
  const { rows } = await sql<Version & { blocks: Block[]; lang: string; drawn: Partial<Drawn> }>`
    select ${versionColumns}, v.blocks, v.lang, v.drawn from agenda.summary_versions v where v.id = ${id}::uuid`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const { blocks, lang, drawn, ...version } = row
  return { ...presentVersion(version), blocks, lang, drawn: { points: drawn.points ?? [], tasks: drawn.tasks ?? [] } }
}

/** A version of a summary by its number, as it is shown to whoever is asked about it. */
export async function findVersion(tx: Tx, { summary, number }: { summary: string; number: number }) {
  const row = await tx
    .selectFrom('agenda.summary_versions')
    .select(['blocks', 'lang', 'drawn'])
    .where('summary', '=', summary)
    .where('number', '=', number)
    .where('kind', '<>', 'aside')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const drawn = row.drawn as unknown as Partial<Drawn>
  return {
    blocks: row.blocks as unknown as Block[],
    lang: row.lang,
    drawn: { points: drawn.points ?? [], tasks: drawn.tasks ?? [] } satisfies Drawn,
  }
}

/**
 * What a partner reads of a summary: the version that stands, as it was saved, its translations, and the follow-ups that
 * were chosen for her link; nothing of who else answered. Without a link it is the text alone.
 */
export async function findShared(tx: Tx, { id, link }: { id: string; link?: string | undefined }) {
  const row = await tx
    .selectFrom('agenda.summaries as s')
    .innerJoin('agenda.activities as a', (join) =>
      join.onRef('a.tenant', '=', 's.tenant').onRef('a.id', '=', 's.activity'),
    )
    .select([
      's.id',
      's.version',
      's.state',
      's.agreed_on',
      'a.about',
      'a.place',
      'a.occurred_on',
      'a.ended_on',
      'a.voided_on',
    ])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.voided_on !== null) return undefined
  const version = await findVersion(tx, { summary: id, number: row.version })
  if (version === undefined) return undefined
  const { drawn, lang } = version
  const blocks = blocksFor(drawn.points, version.blocks)
  const asked = link === undefined ? undefined : { link, summary: id, version: row.version }
  return {
    ...row,
    lang,
    points: drawn.points,
    blocks,
    tasks: link === undefined ? [] : await listSharedTasks(tx, link),
    isAnswered: asked !== undefined && (await hasAgreed(tx, asked)),
    translations: await listTranslations(tx, id),
  }
}

export type SharedSummary = NonNullable<Awaited<ReturnType<typeof findShared>>>

/** What was chosen when a link was handed out (at most 50); of older links nothing was. */
async function listSharedTasks(tx: Tx, link: string): Promise<SharedTask[]> {
  const row = await tx.selectFrom('agenda.summary_shares').select('tasks').where('link', '=', link).executeTakeFirst()
  return (row?.tasks ?? []) as unknown as SharedTask[]
}

/**
 * Whether a link has said yes to a version. Who sent a correction may add to it, or say yes once it was answered without
 * another version.
 */
export async function hasAgreed(
  tx: Tx,
  { link, summary, version }: { link: string; summary: string; version: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('agenda.summary_answers')
    .select('id')
    .where('summary', '=', summary)
    .where('link', '=', link)
    .where('version', '=', version)
    .where('answer', '=', 'sesuai')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
