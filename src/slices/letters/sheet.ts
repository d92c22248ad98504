import { formValues, listed } from './form-sheets.ts'
import { pairRows, subjectOf, type LetterContent, type Letterhead, type NaskahContent } from './model.ts'
import type { Layout, TemplateKind } from './model.ts'

/** A letter as both renderers get it: every value is text that is printed as it stands. */
export interface Sheet {
  layout: Layout
  /** For the properties of the file. */
  title: string
  /** The languages of the versions, the main one first. */
  languages: string[]
  /** YYYY-MM-DD: an archival PDF carries a day. */
  datedOn: string
  /** Under the names of placeholders.ts. */
  values: Record<string, unknown>
}

export interface Printed {
  content: LetterContent
  head: Letterhead
  number: string | undefined
  datedOn: string | undefined
  /** The day of the visitor, for the properties of a letter that has no date yet. */
  on: string
  isDraft: boolean
}

/** What is printed of a letter, under the names that stand in the templates. */
export function sheetOf(printed: Printed): Sheet {
  const { content, datedOn, on } = printed
  return {
    layout: content.layout,
    title: subjectOf(content),
    languages: languagesOf(content),
    datedOn: datedOn ?? on,
    values: content.layout === 'naskah' ? naskahValues({ ...printed, content }) : formValues({ ...printed, content }),
  }
}

function languagesOf(content: LetterContent): string[] {
  if (content.layout === 'naskah') return content.versions.map(({ lang }) => lang)
  return [content.layout === 'mitra' ? content.lang : 'id']
}

function naskahValues({ content, isDraft }: Printed & { content: NaskahContent }) {
  const { versions } = content
  return {
    rancangan: isDraft,
    judul: versions[0]?.title ?? '',
    judul_pasangan: versions[1]?.title ?? '',
    baris: pairRows(versions).map(({ left, right }) => ({ kiri: left, kanan: right })),
    jabatan_kami: listed(content.officeOurs),
    nama_kami: content.nameOurs,
    jabatan_mitra: listed(content.officeTheirs),
    nama_mitra: content.nameTheirs,
    bahasa_lain: versions.slice(2).map(({ title, body }) => ({ judul: title, isi: listed(body) })),
  }
}

/** The name of the file that a reader saves: kind, partner and, once it has one, the number. */
export function letterName({
  kind,
  partner,
  number,
  as,
}: {
  kind: TemplateKind
  partner: string
  number: string | null
  as: 'docx' | 'pdf'
}): string {
  const words = [kind.replaceAll('_', ' '), partner, number ?? 'rancangan']
  return `${words
    .join(' - ')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .slice(0, 180)}.${as}`
}
