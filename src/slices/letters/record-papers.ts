// Papers that gather the record with its sources: composed by whoever gathers, put under the letterhead here.
import type { Tx } from '../../platform/database.ts'
import { isLanguage, type Language } from '../../shared/languages.ts'
import { getRegion } from '../reference/queries.ts'
import { headValues } from './form-sheets.ts'
import { getLetterhead } from './letterhead.ts'
import { blanksIn, layoutOf, type Letterhead, type RecordKind } from './model.ts'
import { findTemplate, listKept } from './queries.ts'
import type { Sheet } from './sheet.ts'

/** A paper in one language: parts of lines, each line with the numbers of its sources. */
export interface RecordPaper {
  title: string
  subtitle: string
  language: Language
  sections: readonly {
    title: string
    lines: readonly { term?: string | undefined; text: string; lang?: string | undefined; notes: readonly number[] }[]
  }[]
  sources: readonly string[]
  sourcesTitle: string
  /** What stands between a term and its text. */
  colon: string
}

/** A paper in one or more languages, each on pages of its own, as both renderers get it. */
export function recordSheet(
  kind: RecordKind,
  { papers, head, on }: { papers: readonly RecordPaper[]; head: Letterhead; on: string },
): Sheet {
  return {
    layout: layoutOf[kind],
    title: papers[0]?.title ?? '',
    languages: papers.map(({ language }) => language),
    datedOn: on,
    values: { ...headValues({ head, number: undefined, datedOn: on }), lembar: papers.map(versionOf) },
  }
}

function versionOf({ title, subtitle, sections, sources, sourcesTitle, colon }: RecordPaper, at: number) {
  return {
    lanjutan: at > 0,
    judul: title,
    anak_judul: subtitle,
    bagian: sections.map((section) => ({
      judul_bagian: section.title,
      butir_bagian: section.lines.map(({ term, text, lang, notes }) => ({
        istilah: term === undefined ? '' : `${term}${colon}`,
        teks: text.replaceAll(/\s*\n\s*/g, ' '),
        bahasa: isLanguage(lang) ? lang : '',
        rujukan: notes.map((n) => `[${n}]`).join(''),
      })),
    })),
    bersumber: sources.length > 0,
    kata_sumber: sourcesTitle,
    sumber: sources.map((text, index) => ({ nomor_urut: `[${index + 1}]`, baris: text })),
  }
}

/** What such a paper is printed with: the letterhead of the day, the emblem, the region's own template. */
export async function getRecordHead(tx: Tx, kind: RecordKind) {
  const { demonstration } = await getRegion(tx)
  const { emblem, ...head } = await getLetterhead(tx)
  const template = await findTemplate(tx, kind)
  // Nobody fills anything in on such a paper: what the letterhead lacks is left out of it.
  const known = (text: string) => (blanksIn(text).length > 0 ? '' : text)
  const shown = { ...head, address: known(head.address), contact: known(head.contact) }
  return { head: shown, ...(await listKept(tx, { emblem: demonstration ? null : emblem, template: template?.file })) }
}
