import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/languages.ts'
import type { Level, Occasion, SourceKind } from './model.ts'

type Acting = { tx: Tx; act: Act }

export interface NewSource {
  kind: SourceKind
  outlet?: string
  title?: string
  author?: string
  publishedOn?: string
  /** SHA-256 of the text as published, so that the same text pasted later lights up. */
  textSha256?: string
  enteredNote?: string
}

/** Files a source: what it is and when, never its text. */
export async function addSource({ tx, act }: Acting, source: NewSource): Promise<{ id: string }> {
  const id = newId()
  await tx
    .insertInto('sources.sources')
    .values({
      id,
      kind: source.kind,
      outlet: source.outlet ?? null,
      title: source.title ?? null,
      author: source.author ?? null,
      published_on: source.publishedOn ?? null,
      text_sha256: source.textSha256 ?? null,
      entered_note: source.enteredNote ?? null,
    })
    .execute()
  act.about(id)
  return { id }
}

export interface NewProvenance {
  subject: string
  field: string
  level: Level
  source?: string
  /** Character offsets (UTF-16) into the source's text. */
  span?: { from: number; to: number }
  speaker?: string
  speakerPerson?: string
  speakerOffice?: string
  occasion?: Occasion
  saidOn?: string
  summary?: Partial<Record<Language, string>>
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
      occasion: line.occasion ?? null,
      said_on: line.saidOn ?? null,
      summary: (line.summary ?? null) as never,
      value: (line.value ?? null) as never,
    })
    .execute()
  return { id }
}
