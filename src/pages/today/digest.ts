import type { Tx } from '../../platform/database.ts'
import { daysBetween, type DateText } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { may, type Role } from '../../shared/permissions.ts'
import { findCurrent, findOpen } from '../../slices/followup/queries.ts'
import { listReminded } from '../../slices/notices/queries.ts'
import { isWorkingDay } from '../../slices/procedures/model.ts'
import { getCalendar } from '../../slices/reference/queries.ts'
import { milestoneOf } from '../../slices/relations/model.ts'
import { listSilences } from '../../slices/relations/queries.ts'
import { words } from './messages/words.gen.ts'
import { getToday } from './queries.ts'
import { nameSubjects } from './subjects.ts'
import { tellLine } from './ui/tell-line.ts'

interface Section {
  title: string
  lines: { text: string; to: string }[]
  more: number
}

interface Asked {
  who: { membership: string; unit: string | undefined; name: string; role: Role }
  on: DateText
  language: Language
}

/** Whether a region works on a day, by its own days off. */
export async function isRegionsWorkingDay(tx: Tx, on: DateText): Promise<boolean> {
  return isWorkingDay(on, await getCalendar(tx, { from: on, to: on }))
}

/**
 * The day of a member as a mail: what waits for her, this week's activities, and the texts that reach a milestone of
 * their end today. Nothing of what somebody typed freely. Undefined when nothing waits and nothing ends.
 */
export async function tellDay(tx: Tx, { who, on, language }: Asked) {
  const w = words[language]
  const today = await getToday(tx, { who, on })
  const needs: Section = {
    title: w.needsYou,
    lines: today.lines.map((line) => {
      const { name, text, to } = tellLine(line, language, { on, plain: true })
      return { text: `${name}: ${text}`, to }
    }),
    more: today.more,
  }
  const week: Section = {
    title: w.thisWeek,
    lines: today.activities.map(({ occurredOn, relationSlug }) => {
      const text = w.digest.noDate({ date: formatDate(occurredOn, language, { weekday: true }) })
      return { text, to: `/kerja-sama/${relationSlug}/kegiatan` }
    }),
    more: 0,
  }
  const ending = may(who.role, 'relations.read') ? await endingToday(tx, { on, language }) : []
  const sections = [needs, { title: w.digest.endsTitle, lines: ending, more: 0 }]
  if (sections.every(({ lines }) => lines.length === 0)) return undefined
  const date = formatDate(on, language, { weekday: true })
  return {
    subject: today.total === 0 ? w.digest.subjectNone({ date }) : w.digest.subject({ date, n: today.total }),
    sections: [...sections, week].filter(({ lines }) => lines.length > 0),
  }
}

/** Texts that are today a year, nine months … a week from their end, or end today (domain D-09). */
async function endingToday(tx: Tx, { on, language }: Pick<Asked, 'on' | 'language'>): Promise<Section['lines']> {
  const w = words[language]
  const { rows } = await listSilences(tx, { on, kinds: ['text_ends'], limit: 100 })
  return rows.flatMap(({ relation, sinceDay: endsOn }) => {
    const days = daysBetween(on, endsOn)
    if (milestoneOf(endsOn, on) !== days) return []
    const name = nameIn(language, { ...relation, names: relation.names ?? {} })
    const text = w.digest.ends({ name, date: formatDate(endsOn, language), days })
    return [{ text, to: `/kerja-sama/${relation.slug}/naskah` }]
  })
}

/** What something follows from, without words that somebody typed freely: of a meeting or a letter only that it is one. */
async function plainNameOf(tx: Tx, { subject, language }: { subject: string; language: Language }): Promise<string> {
  const w = words[language].line
  const { relation, visit, mail } = (await nameSubjects(tx, [subject]))(subject) ?? {}
  if (relation !== undefined) return nameIn(language, relation)
  if (visit !== undefined) return w.visit
  return mail === undefined ? w.step : w.sender
}

/** What is told at once to who was given something; undefined when it is not there any more. */
export async function tellGiven(tx: Tx, { followUp, language }: { followUp: string; language: Language }) {
  const w = words[language]
  const given = await findOpen(tx, followUp)
  if (given === undefined) return undefined
  const name = await plainNameOf(tx, { subject: given.subject, language })
  const { dueOn } = given
  const text =
    dueOn === undefined ? w.digest.givenNoDate({ name }) : w.digest.given({ name, date: formatDate(dueOn, language) })
  return {
    subject: w.digest.givenSubject,
    sections: [{ title: w.digest.givenSubject, lines: [{ text, to: '/tindak-lanjut' }], more: 0 }],
  }
}

interface Reminding {
  recipient: string
  day: DateText
  on: DateText
  language: Language
}

/**
 * What is called to mind: what is still open and due on the day it was, by the name of what it follows from. Undefined
 * when nothing of it is left.
 */
export async function tellReminders(tx: Tx, { recipient, day, on, language }: Reminding) {
  const w = words[language]
  const lines: Section['lines'] = []
  for (const { root, dueOn } of await listReminded(tx, { recipient, day })) {
    const task = await findCurrent(tx, root)
    if (task === undefined || task.endedOn !== undefined || task.dueOn !== dueOn) continue
    const name = await plainNameOf(tx, { subject: task.subject, language })
    const date = formatDate(dueOn, language)
    const text =
      dueOn > on
        ? w.digest.soon({ name, date })
        : dueOn === on
          ? w.digest.dueToday({ name })
          : w.digest.since({ name, date })
    lines.push({ text, to: '/tindak-lanjut' })
  }
  if (lines.length === 0) return undefined
  const subject = w.digest.reminderSubject({ n: lines.length })
  return { subject, sections: [{ title: subject, lines, more: 0 }] }
}
