import { addDays, lastDayOf, type DateText } from '../../shared/dates.ts'
import { foldForSearch, tidyName } from '../../shared/text.ts'
import type { Activity, Participant } from './model.ts'

/** Who came or was expected, as a line of a list says it. */
export interface Attendee {
  name: string
  organisation: string
  role: string
}

/** At most so many people put their own name down at the doors of one activity. */
export const mostAtDoor = 500

/** At most so many stand in an order of precedence. */
export const mostOrdered = 800

/** At most so many lines are taken over from one pasted list. */
export const mostLines = 100

/** Degrees stand after a name behind a comma and belong to it: "Ir. X, S.T., M.Si." */
const degree =
  /^(?:[SMD]\.?\s?[A-Z][\w.]*|A\.?\s?Md[\w.]*|Ph\.?\s?D\.?|M\.?B\.?A\.?|LL\.?M\.?|Sp\.?\s?[A-Z][\w.]*|B\.?\s?(?:A|Sc|Eng)\.?|Ak\.?|CA\.?)$/

/** What bodies are called in the four languages, where a line names one alone. */
const bodies =
  /^(?:dinas|badan|bagian|kantor|sekretariat|inspektorat|kecamatan|kelurahan|desa|bidang|kementerian|kedutaan|konsulat|komite|kadin|pdam|perumda|bumd|bappe\w+|bapenda|rsud|satpol\b.*|universitas|politeknik|smk|sma|yayasan|asosiasi|himpunan|forum|pemerintah|pemkot|pemkab|dprd|polres\w*|kodim|pt|cv|embassy|ministry|chamber|office|university|association|company|city|prefecture)\b|(?:株式会社|大使館|市|県|協会|商工会議所|대사관|시청|도청|협회|주식회사)$/iu

const bullet = /^(?:[-–•*▪◦]|\(?\d{1,3}[.)])\s+/u

/** Reads a list as it is pasted from a chat, a sheet or a letter: a line each, name, organisation, role. */
export function parseAttendees(text: string): Attendee[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\s+/, '').replace(bullet, ''))
    .filter((line) => line.trim() !== '')
    .map(readLine)
    .filter(({ name, organisation }) => name !== '' || organisation !== '')
}

function readLine(line: string): Attendee {
  const between = ['\t', ';', '|', ' – ', ' — ', ' - ', '、', ','].find((sign) => line.includes(sign))
  const parts = (between === undefined ? [line] : line.split(between)).map(tidyName)
  const joined = between === ',' ? withDegrees(parts) : parts
  const [first = '', second = '', ...rest] = joined
  const role = rest.filter((part) => part !== '').join(', ')
  if (second === '' && role === '' && bodies.test(first)) return { name: '', organisation: first, role: '' }
  // "PDAM, direktur": a body first, and then as what somebody came for it.
  if (bodies.test(first) && second !== '' && role === '' && !bodies.test(second)) {
    return { name: '', organisation: first, role: second }
  }
  return { name: first, organisation: second, role }
}

function withDegrees(parts: readonly string[]): string[] {
  const read: string[] = []
  for (const part of parts) {
    if (read.length === 1 && degree.test(part)) read[0] = `${read[0]}, ${part}`
    else read.push(part)
  }
  return read
}

/** What two lines have in common when they mean the same person or body: their names, folded. */
export function attendeeKey({ name, organisation }: Pick<Attendee, 'name' | 'organisation'>): string {
  const fold = (text: string) => foldForSearch(text).replace(/[\p{P}\p{White_Space}]+/gu, '')
  return `${fold(name)}/${fold(organisation)}`
}

/** Somebody recorded, as far as a list of names compares her. */
export function attendeeOf(
  participant: Pick<Participant, 'givenName' | 'familyName' | 'organisation' | 'role'>,
): Attendee {
  const { givenName, familyName, organisation = '', role = '' } = participant
  return { name: [givenName, familyName].filter((part) => part !== '').join(' '), organisation, role }
}

/**
 * Who of those recorded is the same person or body as a line: the same name of the same organisation, or of none where
 * one of both says none.
 */
export function findAlike<Row extends { attendee: Attendee }>(rows: readonly Row[], line: Attendee): Row | undefined {
  const key = attendeeKey(line)
  const exact = rows.find(({ attendee }) => attendeeKey(attendee) === key)
  if (exact !== undefined || line.name === '') return exact
  const bare = attendeeKey({ name: line.name, organisation: '' })
  return rows.find(
    ({ attendee }) =>
      (attendee.organisation === '' || line.organisation === '') &&
      attendeeKey({ name: attendee.name, organisation: '' }) === bare,
  )
}

/**
 * Which of two lines that mean the same stays: an official or a person of a partner before a name as typed, and what the
 * office wrote before what came from the door; else the first.
 */
export function mergeOrder<Row extends { isTyped: boolean; byDoor: boolean; invited: boolean }>(
  into: Row,
  other: Row,
): [stays: Row, goes: Row] {
  const isOfficeFirst = into.isTyped === other.isTyped && isFromDoor(into) && !isFromDoor(other)
  return (into.isTyped && !other.isTyped) || isOfficeFirst ? [other, into] : [into, other]
}

/** What two lines say of one person together: what the first does not say the second does. */
export function together(into: Attendee, other: Attendee): Attendee {
  return {
    name: into.name || other.name,
    organisation: into.organisation || other.organisation,
    role: into.role || other.role,
  }
}

/** Whether a line was first written at the door, by whoever stood there: nobody of the office vouched for it. */
export function isFromDoor({
  byDoor,
  invited,
}: {
  byDoor?: boolean | undefined
  invited?: boolean | undefined
}): boolean {
  return byDoor === true && invited !== true
}

/** How many came and how many were expected; a body without a head count is one. */
export function headCounts(participants: readonly Pick<Participant, 'headcount' | 'invited' | 'absent'>[]): {
  present: number
  expected: number
  missing: number
} {
  const count = (of: (row: Pick<Participant, 'headcount' | 'invited' | 'absent'>) => boolean) =>
    participants.filter(of).reduce((sum, { headcount = 1 }) => sum + headcount, 0)
  return {
    present: count(({ absent }) => absent !== true),
    expected: count(({ invited }) => invited === true),
    missing: count(({ absent }) => absent === true),
  }
}

/** The last day on which somebody may put her name down at the door: the day after the activity. */
export function lastDoorDay({ occurredOn, endedOn }: Pick<Activity, 'occurredOn' | 'endedOn'>): DateText {
  return addDays(lastDayOf(endedOn ?? occurredOn), 1)
}
