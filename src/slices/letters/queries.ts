import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listFiles } from '../files/queries.ts'
import { getRelation } from '../relations/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { keptContent } from './content.ts'
import { getLetterhead } from './letterhead.ts'
import {
  blanksOf,
  layoutOf,
  letterKinds,
  type Channel,
  type LetterContent,
  type Letterhead,
  type LetterKind,
  type LetterState,
} from './model.ts'
import { placeholdersOf } from './placeholders.ts'

export { getLetterhead } from './letterhead.ts'

const columns = [
  'id',
  'relation',
  'kind',
  'state',
  'number',
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
    state: row.state as LetterState,
    sentBy: row.sentBy as Channel | null,
    content: keptContent.parse(row.content) as LetterContent,
    head: row.head as KeptHead | null,
  }
}
export type Letter = ReturnType<typeof present>

const subjectOf = (content: LetterContent) =>
  content.layout === 'surat' ? content.subject : (content.versions[0]?.title ?? '')

/** A letter as it is stored. Throws not_found. */
export async function getLetter(tx: Tx, id: string): Promise<Letter> {
  const row = await ask(tx).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return present(row)
}

/** The letters of a relation, the newest first, at most 200. Throws not_found for a relation that is not there. */
export async function listLetters(tx: Tx, { relation, on }: { relation: string; on: string }) {
  await getRelation(tx, { id: relation, on })
  const rows = await ask(tx).where('relation', '=', relation).orderBy('id', 'desc').limit(200).execute()
  return rows.map((row) => {
    const { content, head: _, ...letter } = present(row)
    return { ...letter, subject: subjectOf(content), blanks: blanksOf(content).length }
  })
}

/** Letters that were begun and not sent, the newest first: the first of them, and how many there are (at most 100). */
export async function listDrafts(tx: Tx, limit: number) {
  const rows = await tx
    .selectFrom('letters.letters')
    .select(['id', 'kind', 'relation'])
    .where('state', '=', 'draft')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return { rows: rows.slice(0, limit).map((row) => ({ ...row, kind: row.kind as LetterKind })), total: rows.length }
}

/** When a letter left last, for those of some relations (at most 200) from which one did by a day. */
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
    .limit(200)
    .execute()
  return rows.map(({ relation, sentOn }) => ({ relation, sentOn: String(sentOn) }))
}

/** A letter for its page: the content, the head it is printed under, what is blank, whose it is. */
export async function readLetter(tx: Tx, { id, on }: { id: string; on: string }) {
  const letter = await getLetter(tx, id)
  const { row: relation, head, demonstration, template } = await getSurroundings(tx, { letter, on })
  const { emblem, ...shown } = head
  const isUnderHead = letter.state === 'draft' && letter.content.layout === 'surat'
  const missing = blanksOf(letter.content, isUnderHead ? shown : undefined)
  return {
    ...letter,
    subject: subjectOf(letter.content),
    blanks: missing.length,
    missing,
    head: shown,
    hasEmblem: emblem !== null && !demonstration,
    relationSlug: relation.slug,
    relationTitle: relation.partner?.name ?? relation.label ?? '',
    hasOwnTemplate: template !== undefined,
  }
}

async function getSurroundings(tx: Tx, { letter, on }: { letter: Letter; on: string }) {
  const row = await getRelation(tx, { id: letter.relation, on })
  const { demonstration } = await getRegion(tx)
  const head = letter.head ?? (await getLetterhead(tx))
  return { row, head, demonstration, template: await findTemplate(tx, letter.kind) }
}

/** Everything a renderer needs of a letter; the bytes of files are read by whoever renders. */
export async function getPrintable(tx: Tx, { id, on }: { id: string; on: string }) {
  const letter = await getLetter(tx, id)
  const { row, head, demonstration, template } = await getSurroundings(tx, { letter, on })
  const { emblem, ...shown } = head
  const emblemId = demonstration ? null : emblem // a demonstration is nobody's letter
  const files = await listFiles(
    tx,
    [emblemId, template?.file].filter((each) => typeof each === 'string'),
  )
  return {
    letter,
    head: shown,
    partner: row.partner?.name ?? row.label ?? '',
    emblem: files.find((file) => file.id === emblemId),
    template: files.find((file) => file.id === template?.file),
  }
}

/** The region's own template of a kind, or undefined. */
export async function findTemplate(tx: Tx, kind: LetterKind) {
  return await tx
    .selectFrom('letters.templates')
    .select(['id', 'file', 'rev'])
    .where('kind', '=', kind)
    .executeTakeFirst()
}

/** Every kind of letter with its template and what may stand in one; `rev` is 0 where the delivered one is in use. */
export async function listTemplates(tx: Tx) {
  const own = await tx.selectFrom('letters.templates').select(['kind', 'file', 'rev']).limit(50).execute()
  const files = await listFiles(tx, own.map(({ file }) => file)) // prettier-ignore
  return letterKinds.map((kind) => {
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
