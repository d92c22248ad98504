import { sql } from 'kysely'
import type { SourceKind } from './model.ts'

/** A source as the contract writes it. */
export interface SourceRow {
  id: string
  kind: SourceKind
  outlet: string | null
  title: string | null
  author: string | null
  editor: string | null
  photo: string | null
  publishedOn: string | null
  url: string | null
  demonstration: boolean
  otherOutlet: boolean
  hasText: boolean
  isExact: boolean
  rev: number
}

export const sourceColumns = sql.raw(`s.id, s.kind, s.outlet, s.title, s.author, s.editor, s.photo,
  s.published_on as "publishedOn", s.url, s.other_outlet as "otherOutlet", s.rev,
  coalesce(s.entered_note = 'demonstration', false) as demonstration,
  exists (select from sources.texts x where x.tenant = s.tenant and x.id = s.id) as "hasText",
  exists (select from sources.texts x where x.tenant = s.tenant and x.id = s.id and x.fits) as "isExact"`)
