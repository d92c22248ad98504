import type { z } from 'zod'
import { formatDate } from '../../../../shared/format.ts'
import type { Language } from '../../../../shared/languages.ts'
import { nameIn } from '../../../../shared/names.ts'
import type { listMail, readMail } from '../../contract.ts'
import { words } from './messages/words.gen.ts'

/** What the endpoints answer, as the screen holds it. */
export type MailView = z.output<typeof readMail.output>
export type MailRow = z.output<typeof listMail.output>['rows'][number]

const camel = (id: string) => id.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

type Named = Pick<MailRow, 'partner' | 'correspondent'>

/** The partner in the reader's language, or whom the officer wrote down. */
export function partyOf({ partner, correspondent }: Named, language: Language): string {
  return partner === null ? (correspondent ?? '') : nameIn(language, partner)
}

/** "Belum dijawab, sebelum 3 Desember 2026". */
export function stateWord({ state, answerBy }: Pick<MailRow, 'state' | 'answerBy'>, language: Language): string {
  const w = words[language]
  const said = w.state[camel(state) as keyof typeof w.state]
  if (answerBy === null || !['unanswered', 'waiting', 'in_follow_up'].includes(state)) return said
  return `${said}, ${w.until({ date: formatDate(answerBy, language, { short: true }) })}`
}

/** The word of an id of one of the lists of the mailroom. */
export function wordOf<Words extends Record<string, string>>(from: Words, id: string): string {
  return from[camel(id)] ?? id
}

/** The name of a language by its code; the code itself where it has no name here. */
export const languageWord = (code: string, language: Language): string =>
  (words[language].language as Record<string, string>)[code] ?? code

/** Where a row leads: a letter that was written here has a page of its own. */
export const pathOf = ({ id, drafted }: { id: string; drafted: boolean }): string =>
  drafted ? `/surat/${id}` : `/surat/catatan/${id}`

/** A row as a line of a message. A mission's letter is told without its subject. */
export function lineOf(row: MailRow, language: Language): string {
  const w = words[language]
  const day = row.passedOn === null ? undefined : formatDate(row.passedOn, language, { short: true })
  return [
    row.register === null ? undefined : w.agendaNo({ register: row.register }),
    partyOf(row, language),
    row.mission ? w.mission : row.subject,
    day,
    stateWord(row, language),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}
