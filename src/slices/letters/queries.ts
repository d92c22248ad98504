import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { listNames } from '../agenda/queries.ts'
import { listFiles } from '../files/queries.ts'
import { getRelation } from '../relations/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { keptContent } from './content.ts'
import { getLetterhead } from './letterhead.ts'
import { getMeetingCard, type MeetingCard } from './meeting-query.ts'
import {
  blanksOf,
  layoutOf,
  subjectOf,
  templateKinds,
  type Channel,
  type LetterContent,
  type Letterhead,
  type LetterKind,
  type LetterState,
  type Purpose,
  type TemplateKind,
} from './model.ts'
import { placeholdersOf } from './placeholders.ts'

export { listExchanged } from './exchanged.ts'
export { listIdsOf } from './ids-of.ts'
export { listMail, listMailNames, listStandingMail, listUnanswered, listUndisposed } from './incoming-queries.ts'
export { readMail } from './incoming-reading.ts'
export { getLetterhead } from './letterhead.ts'
export { listRegister } from './register-queries.ts'
export { listRouting } from './routing-queries.ts'
export { listThreads, readThread } from './thread-queries.ts'

const columns = [
  'id',
  'relation',
  'activity',
  'kind',
  'language',
  'purpose',
  'reply_by as replyBy',
  'follow_up as followUp',
  'state',
  'number',
  'issuer',
  'dated_on as datedOn',
  'sent_on as sentOn',
  'sent_by as sentBy',
  'received_on as receivedOn',
  'cancelled_on as cancelledOn',
  'cancelled_reason as cancelledReason',
  'content',
  'head',
  'rev',
] as const

/** The head under which a letter went out, with its emblem, as it is kept with the letter. */
export type KeptHead = Letterhead & { emblem: string | null }

function ask(tx: Tx) {
  return tx.selectFrom('letters.letters').select(columns)
}

/** A stored letter in the words of the model. */
function present(row: Awaited<ReturnType<ReturnType<typeof ask>['executeTakeFirstOrThrow']>>) {
  return {
    ...row,
    kind: row.kind as LetterKind,
    language: row.language as Language,
    purpose: row.purpose as Purpose | null,
    state: row.state as LetterState,
    sentBy: row.sentBy as Channel | null,
    content: keptContent.parse(row.content) as LetterContent,
    head: row.head as KeptHead | null,
  }
}
export type Letter = ReturnType<typeof present>

/** A letter as it is stored. Throws not_found. */
export async function getLetter(tx: Tx, id: string): Promise<Letter> {
  const row = await ask(tx).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return present(row)
}

/** What letters are about: a relation, or a meeting. */
export interface Matter {
  relation?: string | undefined
  activity?: string | undefined
}

/** The letters of a relation or a meeting, the newest first, at most 200. Throws not_found for what is not there. */
export async function listLetters(tx: Tx, { relation, activity, on }: Matter & { on: string }) {
  if (relation !== undefined) await getRelation(tx, { id: relation, on })
  if (activity !== undefined) await getMeetingCard(tx, activity)
  const [column, of] = relation === undefined ? (['activity', activity] as const) : (['relation', relation] as const)
  const rows = await ask(tx)
    .where(column, '=', of ?? null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => {
    const { content, head: _, followUp: __, ...letter } = present(row)
    return { ...letter, subject: subjectOf(content), blanks: blanksOf(content).length }
  })
}

/** Letters that were begun and not sent, the newest first: the first of them, and how many (counted to 100, or to the limit). */
export async function listDrafts(tx: Tx, limit: number) {
  const rows = await tx
    .selectFrom('letters.letters')
    .select(['id', 'kind', 'relation', 'activity'])
    .where('state', '=', 'draft')
    .orderBy('id', 'desc')
    .limit(Math.max(100, limit))
    .execute()
  return { rows: rows.slice(0, limit).map((row) => ({ ...row, kind: row.kind as LetterKind })), total: rows.length }
}

/** When a letter left last, for those of some relations (at most 500) from which one did by a day. */
export async function listLastSent(
  tx: Tx,
  { relations, on }: { relations: readonly string[]; on: string },
): Promise<{ relation: string; sentOn: string }[]> {
  if (relations.length === 0) return []
  const rows = await tx
    .selectFrom('letters.letters')
    .select((select) => ['relation', select.fn.max('sent_on').as('sentOn')])
    .where('relation', 'in', relations)
    .where('state', '=', 'sent')
    .where('sent_on', '<=', on)
    .groupBy('relation')
    .limit(500)
    .execute()
  return rows.map(({ relation, sentOn }) => ({ relation: relation ?? '', sentOn: String(sentOn) }))
}

/** A letter for its page: the content, the head it is printed under, what is blank, whose it is, what it answers. */
export async function readLetter(tx: Tx, { id, on }: { id: string; on: string }) {
  const { followUp, ...letter } = await getLetter(tx, id)
  const { slug, title, head, demonstration, template } = await getSurroundings(tx, { letter, on })
  const { emblem, ...shown } = head
  const isUnderHead = letter.state === 'draft' && letter.content.layout !== 'naskah'
  const missing = blanksOf(letter.content, isUnderHead ? shown : undefined)
  return {
    ...letter,
    subject: subjectOf(letter.content),
    blanks: missing.length,
    missing,
    head: shown,
    hasEmblem: emblem !== null && !demonstration,
    relationSlug: slug,
    relationTitle: title,
    meeting: letter.activity === null ? null : await findMeeting(tx, letter.activity),
    asked: followUp === null ? null : await findAsked(tx, followUp),
    hasOwnTemplate: template !== undefined,
  }
}

async function findMeeting(tx: Tx, id: string): Promise<MeetingCard | null> {
  const [card] = await listNames(tx, [id])
  return card ?? null
}

/** What a letter answers as it stands now: handed over or moved, it is still the same thing to do. */
export async function findAsked(tx: Tx, id: string) {
  const { rows } = await sql<{ id: string; rev: number; what: string; open: boolean }>`
    select f.id, f.rev, coalesce(f.what, '') as what, f.ended_on is null as open
    from followup.follow_ups f join followup.follow_ups o on o.tenant = f.tenant and o.id = ${id}::uuid
    where coalesce(f.root, f.id) = coalesce(o.root, o.id)
    order by f.ended_on is null desc, f.id desc limit 1`.execute(tx)
  return rows[0] ?? null
}

async function getSurroundings(tx: Tx, { letter, on }: { letter: Omit<Letter, 'followUp'>; on: string }) {
  const relation = letter.relation === null ? undefined : await getRelation(tx, { id: letter.relation, on })
  const meeting = relation === undefined && letter.activity !== null ? await findMeeting(tx, letter.activity) : null
  const { demonstration } = await getRegion(tx)
  return {
    slug: relation?.slug ?? null,
    title: relation?.partner?.name ?? relation?.label ?? meeting?.about ?? '',
    head: letter.head ?? (await getLetterhead(tx)),
    demonstration,
    template: await findTemplate(tx, letter.kind),
  }
}

/** Everything a renderer needs of a letter; the bytes of files are read by whoever renders. */
export async function getPrintable(tx: Tx, { id, on }: { id: string; on: string }) {
  const letter = await getLetter(tx, id)
  const { title, head, demonstration, template } = await getSurroundings(tx, { letter, on })
  const { emblem, ...shown } = head
  const kept = { emblem: demonstration ? null : emblem, template: template?.file } // a demonstration is nobody's letter
  return { letter, head: shown, partner: title, ...(await listKept(tx, kept)) }
}

/** The files a page is made with, as they are kept: emblem, the region's own template, photographs in their order. */
export async function listKept(
  tx: Tx,
  { emblem, template, photos = [] }: { emblem: string | null; template: string | undefined; photos?: string[] },
) {
  const wanted = [emblem, template, ...photos].filter((each) => typeof each === 'string')
  const files = await listFiles(tx, wanted)
  return {
    emblem: files.find((file) => file.id === emblem),
    template: files.find((file) => file.id === template),
    photos: photos.flatMap((id) => files.find((file) => file.id === id) ?? []),
  }
}

/** The region's own template of a kind, or undefined. */
export async function findTemplate(tx: Tx, kind: TemplateKind) {
  return await tx
    .selectFrom('letters.templates')
    .select(['id', 'file', 'rev'])
    .where('kind', '=', kind)
    .executeTakeFirst()
}

/** Every kind of letter and paper with its template and what may stand in one; `rev` is 0 where the delivered one is in use. */
export async function listTemplates(tx: Tx) {
  const own = await tx.selectFrom('letters.templates').select(['kind', 'file', 'rev']).limit(50).execute()
  const files = await listFiles(tx, own.map(({ file }) => file)) // prettier-ignore
  return templateKinds.map((kind) => {
    const replaced = own.find((row) => row.kind === kind)
    const file = files.find(({ id }) => id === replaced?.file)
    return {
      kind,
      file: file === undefined ? null : { id: file.id, name: file.name },
      rev: replaced?.rev ?? 0,
      placeholders: placeholdersOf(layoutOf[kind]),
    }
  })
}

/** The letterhead for the form that mends it. */
export async function getLetterheadForm(tx: Tx) {
  const { demonstration, emblemOnPortal } = await getRegion(tx)
  return { ...(await getLetterhead(tx)), demonstration, onPortal: emblemOnPortal }
}
