/** The lists of the mailroom as files. Who may take them may open every letter in them; a mission's is marked closed. */
import type { Reading } from '../../platform/call.ts'
import { fileNameOf, listedMost, readPages, type ListFile } from '../../platform/list-file.ts'
import type { Language } from '../../shared/languages.ts'
import { listMail, type MailLine, type SoughtMail } from './incoming-queries.ts'
import type { Direction } from './mailroom-model.ts'
import { listRegister } from './register-queries.ts'
import { listThreads, readThread } from './thread-queries.ts'
import { partyOf, stateWord, wordOf } from './ui/mailroom/view.ts'
import { words } from './ui/mailroom/messages/words.gen.ts'

type Asker = Pick<Reading, 'tx' | 'on' | 'language'>

/** Letters in one direction, narrowed as on screen. */
export async function mailFile(
  { tx, on, language }: Asker,
  sought: Omit<SoughtMail, 'after' | 'limit'>,
): Promise<ListFile> {
  const w = words[language]
  const { direction, filter = 'all', year, q } = sought
  const rows = await readPages((page) => listMail(tx, { ...sought, ...page }))
  const narrowed = [
    filter === 'all' ? undefined : w.filter[filter],
    year === undefined ? undefined : String(year),
    q === undefined ? undefined : `“${q}”`,
  ].filter((part) => part !== undefined)
  const title = w.view[direction]
  return {
    name: fileNameOf(title, on),
    title,
    narrowed: narrowed.length === 0 ? [] : [narrowed.join(' · ')],
    ...letters(rows, { language, direction }),
  }
}

/** The letters of a matter, both ways. Throws not_found. */
export async function threadFile({ tx, on, language }: Asker, { id }: { id: string }): Promise<ListFile> {
  const w = words[language]
  const { title, mission, rows } = await readThread(tx, { id, limit: listedMost + 1 })
  const party = mission ? [w.mission] : []
  return {
    name: fileNameOf(w.thread.title, on),
    title: `${w.thread.title}: ${title}`,
    narrowed: party,
    ...letters(rows, { language, direction: 'both' }),
  }
}

/** Columns and rows of letters; where they went both ways, each says which. */
function letters(
  rows: readonly MailLine[],
  { language, direction }: { language: Language; direction: Direction | 'both' },
): Pick<ListFile, 'header' | 'rows' | 'days'> {
  const w = words[language]
  const isBoth = direction === 'both'
  const way = isBoth ? [w.register.book] : []
  const [who, day] = isBoth ? [w.form.correspondent, w.day] : [w.col.who[direction], w.col.day[direction]]
  const head = way.length
  return {
    days: [head + 4, head + 5, head + 7],
    header: [
      ...way,
      w.col.register,
      w.col.number,
      w.form.subject,
      who,
      w.form.datedOn,
      day,
      w.col.state,
      w.form.answerBy,
      w.form.security,
    ],
    rows: rows.map((row) => [
      ...(isBoth ? [w.page[row.direction]] : []),
      row.register,
      row.number,
      row.subject,
      partyOf(row, language),
      row.datedOn,
      row.passedOn,
      stateWord({ ...row, answerBy: null }, language),
      row.answerBy,
      row.mission ? w.mission : row.security === null ? '' : wordOf(w.security, row.security),
    ]),
  }
}

/** A book of the register of a year, the highest number first. */
export async function registerFile(
  { tx, language }: Asker,
  { book, year }: { book: Direction; year: number },
): Promise<ListFile> {
  const w = words[language]
  const rows = await readPages((page) => listRegister(tx, { book, year, ...page }))
  return {
    name: fileNameOf(`${w.view.register} ${w.page[book]}`, String(year)),
    title: `${w.view.register}, ${w.page[book]} ${year}`,
    days: [4, 5],
    header: [
      w.col.register,
      w.form.subject,
      w.col.number,
      w.col.who[book],
      w.register.entered,
      w.state.voided,
      w.page.reason,
    ],
    rows: rows.map((row) => [
      row.register,
      row.subject ?? w.register.takenBack,
      row.number,
      partyOf(row, language),
      row.enteredOn,
      row.cancelledOn,
      row.cancelledReason,
    ]),
  }
}

/** Matters, each with where it stands. */
export async function threadsFile(
  { tx, on, language }: Asker,
  { q, status }: { q?: string | undefined; status: 'open' | 'ended' | 'all' },
): Promise<ListFile> {
  const w = words[language]
  const rows = await readPages((page) => listThreads(tx, { q, status, ...page }))
  const narrowed = [
    status === 'open' ? w.thread.open : status === 'all' ? w.thread.all : w.thread.status.selesai,
    q === undefined ? undefined : `“${q}”`,
  ].filter((part) => part !== undefined)
  return {
    name: fileNameOf(w.view.threads, on),
    title: w.view.threads,
    narrowed: [narrowed.join(' · ')],
    days: [4, 5],
    numbers: [3],
    header: [
      w.thread.name,
      w.form.correspondent,
      w.col.state,
      w.thread.count,
      w.thread.last,
      w.thread.due,
      w.form.security,
    ],
    rows: rows.map((row) => [
      row.title,
      partyOf(row, language),
      w.thread.status[row.status],
      row.letters,
      row.lastOn,
      row.dueOn,
      row.mission ? w.mission : '',
    ]),
  }
}
