import { formatDate, formatList } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { writeWhen, type PublishedActivity } from '../../slices/agenda/model.ts'
import { words as agendaWords } from '../../slices/agenda/messages/words.gen.ts'
import { stageSentence } from '../../slices/procedures/embed.tsx'
import { fieldName } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { isShown, recordsOf, relationOn, statusByDays, type PublishedRelation } from '../../slices/relations/model.ts'

/** Where a relation stands on a day, of what is published: the status word and one sentence, each if there is one. */
export function standOf(language: Language, relation: PublishedRelation, on: string) {
  const { process } = relationOn(relation, on)
  const status = statusByDays(relation.statuses, on)
  const isTold = process !== undefined && isShown(relation, 'tahap')
  return {
    status,
    word: status && relationWords[language].status[status],
    sentence: isTold
      ? stageSentence(language, { procedure: process.procedure, records: recordsOf(process) })
      : undefined,
  }
}

/**
 * A relation in one line without marks, for feeds and messengers; one without status word is told by `lastOn`, the day of
 * its last activity. Empty when nothing but its names is public.
 */
export function relationSummary(
  language: Language,
  relation: PublishedRelation,
  { on, lastOn }: { on: string; lastOn?: string | undefined },
): string {
  const { word, sentence } = standOf(language, relation, on)
  const last =
    word === undefined && lastOn !== undefined
      ? relationWords[language].lastActivity({ date: formatDate(lastOn, language) })
      : undefined
  const open = relationOn(relation, on).fields.filter(({ standing }) => standing !== 'tidak_dilanjutkan')
  const names = open.map((field) => fieldName(language, field)).filter((name) => name !== undefined)
  return joined([word, sentence, last, names.length === 0 ? undefined : formatList(names.slice(0, 12), language)])
}

/** An activity in one line: when, where, and what it was about. */
export function activitySummary(language: Language, activity: PublishedActivity): string {
  const w = agendaWords[language]
  const topics = activity.topics.map((topic) => w.topic[topic]).join(w.semicolon)
  return joined([writeWhen(language, activity), activity.place, topics])
}

const joined = (parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ')
