import { createHash } from 'node:crypto'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import { tidyText } from '../../shared/text.ts'
import type { Capacity } from '../reference/model.ts'
import { getText } from './excerpts.ts'
import { levelOfSource, type Level, type Occasion, type SourceKind } from './model.ts'
import { pasteText } from './pasting.ts'
import { findTwin, findWaiting, getSource, getSubject } from './queries.ts'

export { judge } from './judging.ts'

type Acting = { tx: Tx; act: Act }

export interface NewSource {
  kind: SourceKind
  outlet?: string | undefined
  title?: string | undefined
  author?: string | undefined
  editor?: string | undefined
  photo?: string | undefined
  publishedOn?: string | undefined
  url?: string | undefined
  /** SHA-256 of the text as published, so that the same text pasted later lights up. */
  textSha256?: string | undefined
  enteredNote?: string | undefined
  /** Another outlet's word: kept beside the record, followed nowhere, never published. */
  otherOutlet?: boolean | undefined
  /** The source that links to this one as a related report. */
  relatedTo?: string | undefined
}

/** Files a source: what it is and when. */
export async function addSource({ tx, act }: Acting, source: NewSource): Promise<{ id: string }> {
  const id = newId()
  await tx
    .insertInto('sources.sources')
    .values({
      id,
      kind: source.kind,
      outlet: source.outlet ?? null,
      title: source.title || null,
      author: source.author ?? null,
      editor: source.editor ?? null,
      photo: source.photo ?? null,
      published_on: source.publishedOn ?? null,
      url: source.url ?? null,
      text_sha256: source.textSha256 ?? null,
      entered_note: source.enteredNote ?? null,
      other_outlet: source.otherOutlet ?? false,
      related_to: source.relatedTo ?? null,
    })
    .execute()
  act.about(id)
  return { id }
}

type Filed = Omit<NewSource, 'textSha256' | 'enteredNote'> & {
  /** The text as it was pasted; kept whole, so that exact words can be shown. */
  text?: string | undefined
  sure?: readonly string[] | undefined
}

/**
 * Files a source somebody typed, with its text where there is one. What looks filed already is asked about; the very
 * text of a source that waits for it is filed there, and the source is that one.
 */
export async function fileSource(call: Acting, { text, sure = [], ...source }: Filed): Promise<{ id: string }> {
  const body = text === undefined ? '' : tidyText(text)
  if (!source.outlet && !source.title && !source.url && body === '') throw fieldFailure('title', 'required')
  const textSha256 = body === '' ? undefined : createHash('sha256').update(body).digest('hex')
  const filed = { ...source, textSha256 }
  if (source.relatedTo !== undefined) await getSource(call.tx, source.relatedTo)
  const waiting = textSha256 === undefined ? undefined : await findWaiting(call.tx, textSha256)
  if (waiting !== undefined) {
    await pasteText(call, { id: waiting.id, text: body })
    return waiting
  }
  if (!sure.includes('title') && (await findTwin(call.tx, filed)) !== undefined) throw fieldFailure('title', 'doubtful')
  const { id } = await addSource(call, filed)
  if (body !== '') await call.tx.insertInto('sources.texts').values({ id, body }).execute()
  return { id }
}

export interface SourceMend {
  id: string
  rev: number
  outlet?: string | null | undefined
  title?: string | null | undefined
  author?: string | null | undefined
  editor?: string | null | undefined
  photo?: string | null | undefined
  publishedOn?: string | null | undefined
  url?: string | null | undefined
  otherOutlet?: boolean | undefined
}

/** Corrects what a source is and who made it; what is not given stays. Refused as `stale` when somebody was faster. */
export async function mendSource({ tx, act }: Acting, { id, rev, ...mend }: SourceMend) {
  const before = await tx
    .selectFrom('sources.sources')
    .select(['rev', 'outlet', 'title', 'url', 'text_sha256'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined) throw new Failure('not_found')
  if (before.rev !== rev) {
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  }
  const { publishedOn, otherOutlet, outlet: at, title: headline, author, editor, photo, url: address } = mend
  const named = { outlet: at, title: headline, author, editor, photo, url: address }
  const given = {
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
    ...(publishedOn !== undefined && { published_on: publishedOn }),
    ...(otherOutlet !== undefined && { other_outlet: otherOutlet }),
  }
  const { outlet, title, url, text_sha256: text } = { ...before, ...given }
  if (!outlet && !title && !url && text === null) throw fieldFailure('title', 'required')
  const mended = await tx
    .updateTable('sources.sources')
    .set((set) => ({ ...given, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  act.about(id)
  return { id, rev: mended.rev }
}

export interface NewProvenance {
  subject: string
  field: string
  level: Level
  source?: string | undefined
  /** Character offsets (UTF-16) into the source's text. */
  span?: { from: number; to: number } | undefined
  speaker?: string | undefined
  speakerPerson?: string | undefined
  speakerOffice?: string | undefined
  speakerCapacity?: Capacity | undefined
  occasion?: Occasion | undefined
  saidOn?: string | undefined
  summary?: Partial<Record<Language, string>> | undefined
  value?: unknown
}

/** Says where one field of a record comes from. */
export async function addProvenance({ tx }: Pick<Acting, 'tx'>, line: NewProvenance): Promise<{ id: string }> {
  const id = newId()
  await tx
    .insertInto('sources.provenance')
    .values({
      id,
      subject: line.subject,
      field: line.field,
      level: line.level,
      source: line.source ?? null,
      span_from: line.span?.from ?? null,
      span_to: line.span?.to ?? null,
      speaker: line.speaker ?? null,
      speaker_person: line.speakerPerson ?? null,
      speaker_office: line.speakerOffice ?? null,
      speaker_capacity: line.speakerCapacity ?? null,
      occasion: line.occasion ?? null,
      said_on: line.saidOn ?? null,
      summary: (line.summary ?? null) as never,
      value: (line.value ?? null) as never,
    })
    .execute()
  return { id }
}

/**
 * Says that a source backs the value in use, at the level its kind gives. `not_found` where the region has none such;
 * another outlet's word backs nothing.
 */
export async function citeSource(
  { tx }: Pick<Acting, 'tx'>,
  { source, ...about }: { subject: string; field: string; source: string; saidOn?: string | undefined },
): Promise<{ id: string }> {
  const { kind, otherOutlet } = await getSource(tx, source)
  if (otherOutlet) throw fieldFailure('source', 'wrong')
  return await addProvenance({ tx }, { ...about, source, level: levelOfSource(kind) })
}

type Said = Omit<NewProvenance, 'level' | 'span' | 'summary' | 'speakerPerson'> & {
  level?: Level | undefined
  language: Language
  summary?: string | undefined
  /** Exact words of the text that was filed. */
  words?: string | undefined
}

/** Says where a field of a record comes from, as somebody typed it. Without a source it is a staff record. */
export async function sayWhere({ tx, act }: Acting, said: Said): Promise<{ id: string }> {
  const { subject, source, words, summary, language, ...line } = said
  await getSubject(tx, subject)
  if (source === undefined && !summary && line.speaker === undefined) throw fieldFailure('source', 'required')
  const kind = source === undefined ? 'staff' : (await getSource(tx, source)).kind
  // What only the press says never becomes a document by a choice in a form.
  const level = line.level === 'recorded' ? 'recorded' : levelOfSource(kind)
  const span = words === undefined ? undefined : await findSpan(tx, { source, words })
  const added = await addProvenance({ tx }, {
    ...line,
    subject,
    level,
    source,
    span,
    ...(summary && { summary: { [language]: summary } }),
  }) // prettier-ignore
  act.about(subject)
  return added
}

async function findSpan(tx: Tx, { source, words }: { source: string | undefined; words: string }) {
  const sought = tidyText(words)
  if (sought === '') return undefined
  const text = source === undefined ? undefined : await getText(tx, source)
  const from = text?.indexOf(sought) ?? -1
  if (from < 0) throw fieldFailure('words', 'wrong')
  return { from, to: from + sought.length }
}

/** Removes a line that was entered by mistake. One that a judgement follows stays until that is changed. */
export async function dropProvenance({ tx, act }: Acting, { id, rev }: { id: string; rev: number }) {
  const row = await tx
    .selectFrom('sources.provenance')
    .select(['id', 'rev', 'subject'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  if (row.rev !== rev) throw new Failure('stale')
  const followed = await tx
    .selectFrom('sources.judgements')
    .select('id')
    .where('provenance', '=', id)
    .executeTakeFirst()
  if (followed !== undefined) throw fieldFailure('id', 'taken')
  await tx.deleteFrom('sources.provenance').where('id', '=', id).execute()
  act.about(row.subject)
  return { id }
}
