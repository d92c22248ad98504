import type { Language } from '../../../shared/languages.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import type { LetterContent } from '../model.ts'
import { words } from './messages/words.gen.ts'

/** One field of the form: where it stands in the contract, its label, and how much room it needs. */
export interface LetterField {
  /** Path in the content, as the contract's faults name it. */
  path: string
  label: string
  rows: number
  hint?: string
}

/** The id of the control that a path of the content has on screen. */
export const controlOf = (path: string): string => path.replaceAll('.', '-')

const rowsOf = { addressee: 3, body: 16, rank: 2, copies: 3, annex: 4, officeOurs: 2, officeTheirs: 2 }

/** The fields of a letter's form, in reading order. */
export function fieldsOf(content: LetterContent, language: Language): LetterField[] {
  const { field, form } = words[language]
  const hints: Record<string, string> = { body: form.bodyHint, annex: form.bodyHint, copies: form.lines, addressee: form.lines } // prettier-ignore
  if (content.layout === 'surat') {
    const keys = ['nature', 'attachment', 'subject', 'addressee', 'body', 'office', 'signatory', 'rank', 'copies', 'annexTitle', 'annex'] as const // prettier-ignore
    return keys.map((path) => ({ path, label: field[path], rows: (rowsOf as Record<string, number>)[path] ?? 1, ...(hints[path] !== undefined && { hint: hints[path] }) })) // prettier-ignore
  }
  const texts = content.versions.flatMap(({ lang }, index) => {
    const named = { language: letterWords[language].language[lang] }
    return [
      { path: `versions.${index}.title`, label: field.title(named), rows: 2 },
      { path: `versions.${index}.body`, label: field.text(named), rows: 16, hint: form.bodyHint },
    ]
  })
  const parties = (['officeOurs', 'nameOurs', 'officeTheirs', 'nameTheirs'] as const).map((path) => ({
    path,
    label: field[path],
    rows: (rowsOf as Record<string, number>)[path] ?? 1,
  }))
  return [...texts, ...parties]
}

/** The values of the form by path. */
export function valuesOf(content: LetterContent): Record<string, string> {
  if (content.layout === 'surat') {
    const { layout: _, ...values } = content
    return values
  }
  const { layout: _, versions, ...parties } = content
  const texts = versions.flatMap(({ title, body }, index) => [
    [`versions.${index}.title`, title],
    [`versions.${index}.body`, body],
  ])
  return { ...(Object.fromEntries(texts) as Record<string, string>), ...parties }
}

/** The content that the values of the form make, in the layout of the one it began from. */
export function contentOf(values: Record<string, string>, base: LetterContent): LetterContent {
  if (base.layout === 'surat') return { ...base, ...values, layout: 'surat' }
  const versions = base.versions.map((version, index) => ({
    lang: version.lang,
    title: values[`versions.${index}.title`] ?? version.title,
    body: values[`versions.${index}.body`] ?? version.body,
  }))
  const { officeOurs, nameOurs, officeTheirs, nameTheirs } = { ...base, ...values }
  return { layout: 'naskah', versions, officeOurs, nameOurs, officeTheirs, nameTheirs }
}
