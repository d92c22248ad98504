import type { Language } from '../../../shared/languages.ts'
import { words as letterWords } from '../messages/words.gen.ts'
import { formFields, type FormField, type LetterContent } from '../model.ts'
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

const rowsOf: Record<string, number> = {
  addressee: 3,
  body: 16,
  rank: 2,
  copies: 3,
  annex: 4,
  officeOurs: 2,
  officeTheirs: 2,
  problem: 4,
  assumptions: 4,
  facts: 12,
  analysis: 8,
  conclusion: 4,
  advice: 4,
  items: 5,
  basis: 3,
  assigned: 5,
}

type Hint = 'bodyHint' | 'lines' | 'items' | 'assigned'
const hintOf: Record<string, Hint> = {
  body: 'bodyHint',
  annex: 'bodyHint',
  copies: 'lines',
  addressee: 'lines',
  problem: 'bodyHint',
  facts: 'bodyHint',
  basis: 'bodyHint',
  items: 'items',
  assigned: 'assigned',
}

/** The fields of a letter's form, in reading order. */
export function fieldsOf(content: LetterContent, language: Language): LetterField[] {
  const { field, form } = words[language]
  if (content.layout !== 'naskah') {
    return formFields[content.layout].map((path) => {
      const hint = hintOf[path]
      const isTask = content.layout === 'tugas' && path === 'body'
      const label = isTask ? field.task : field[path]
      return { path, label, rows: rowsOf[path] ?? 1, ...(hint !== undefined && { hint: form[hint] }) }
    })
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
    rows: rowsOf[path] ?? 1,
  }))
  return [...texts, ...parties]
}

/** The values of the form by path. */
export function valuesOf(content: LetterContent): Record<string, string> {
  if (content.layout !== 'naskah') {
    const texts = content as Partial<Record<FormField, string>>
    return Object.fromEntries(formFields[content.layout].map((path) => [path, texts[path] ?? '']))
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
  if (base.layout !== 'naskah') {
    const typed = formFields[base.layout].filter((path) => values[path] !== undefined)
    return { ...base, ...Object.fromEntries(typed.map((path) => [path, values[path]])) }
  }
  const versions = base.versions.map((version, index) => ({
    lang: version.lang,
    title: values[`versions.${index}.title`] ?? version.title,
    body: values[`versions.${index}.body`] ?? version.body,
  }))
  const { officeOurs, nameOurs, officeTheirs, nameTheirs } = { ...base, ...values }
  return { layout: 'naskah', versions, officeOurs, nameOurs, officeTheirs, nameTheirs }
}
