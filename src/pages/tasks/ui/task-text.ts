import { chatText } from '../../../shared/chat-text.ts'
import { formatDate, formatNumber } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { words as followWords } from '../../../slices/followup/messages/words.gen.ts'
import { words as controlWords } from '../../../ui/controls/messages/words.gen.ts'
import { originOf, ownerOf, standingsOf, type TaskView, untilOf } from './view.ts'

/** The list as a message, a line each: what, from where, who, until when, how it stands. */
export function tasksText(
  { title, rows, total, on }: { title: string; rows: readonly TaskView[]; total: number; on: string },
  language: Language,
): string {
  return chatText({
    title,
    lines: rows.map((task) => lineOf(task, { language, on })),
    total,
    more: (n) => controlWords[language].copy.more({ n: formatNumber(n, language) }),
  })
}

function lineOf(task: TaskView, { language, on }: { language: Language; on: string }): string {
  const owner = ownerOf(task, language)
  const parts = [
    task.what,
    originOf(task, language)?.name,
    owner === '' ? undefined : owner,
    untilOf(task, { language, on }),
    ...standingsOf(task, { language, on }),
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/** The text around the address by which somebody answers, in the language she was given the page in. */
export function askText(
  { task, region, party, address }: { task: TaskView; region: string; party: string; address: string },
  language: Language,
): string {
  const w = followWords[language].chat
  const from = originOf(task, language)?.name
  const lines = [
    task.what ?? '',
    ...(from === undefined ? [] : [w.from({ name: from })]),
    ...(party === '' ? [] : [w.for({ name: party })]),
    ...(task.dueOn === undefined ? [] : [w.until({ date: formatDate(task.dueOn, language) })]),
  ]
  // The address stands alone on its line, untouched: its signs are not formatting.
  return `${chatText({ title: w.ask({ region }), lines, more: () => '' })}\n\n${w.open}\n${address}`
}
