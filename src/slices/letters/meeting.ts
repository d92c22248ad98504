// What papers about a meeting are written from, in formal Indonesian as in consultation.ts.
import { formatDate, formatTime } from '../../shared/format.ts'
import { personName } from '../../shared/person-name.ts'
import type { Zone } from '../../shared/dates.ts'
import type { Activity, Participant } from '../agenda/model.ts'
import { attended, isPlanned, speakerLine, speakerOffice, writeWhen } from '../agenda/model.ts'
import { words as agendaWords } from '../agenda/messages/words.gen.ts'
import { holderText, type FollowUp } from '../followup/model.ts'
import { blank } from './model.ts'

/** A meeting with what was said, decided and promised at it, as it stood on a day. */
export interface Meeting {
  activity: Activity
  note: string | undefined
  zone: Zone
  /** Its partners by name, as Indonesian pages call them. */
  partners: string[]
  /** What follows from it: its tasks, those of its points, the next step of its relations. */
  followUps: FollowUp[]
  /** What its summary (notulen) says, where somebody wrote one. */
  summary: { opening: string; discussion: Readonly<Record<string, string>>; decisions: string[] } | undefined
  /** Each in words: who published what when. */
  sources: string[]
  /** Photographs in their order, by the file that holds each. */
  photos: { file: string; caption: string }[]
  on: string
}

export interface Attendee {
  name: string
  role: string
  /** The body somebody came for. */
  body: string
  headcount: number | undefined
}

/** Who took part or was expected, hosts first, then guests, then the others, each as a row of a list. */
export function attendeesOf(
  { participants }: Pick<Activity, 'participants'>,
  who: 'everybody' | 'present' = 'everybody',
): Attendee[] {
  const order = { host: 0, guest: 1, other: 2 }
  return (who === 'everybody' ? participants : attended(participants))
    .toSorted((a, b) => order[a.side] - order[b.side] || Number(b.leads) - Number(a.leads))
    .map((participant) => ({
      name: personName(participant),
      role: speakerOffice(participant, 'id') ?? participant.role ?? '',
      body: participant.organisation ?? '',
      headcount: participant.headcount,
    }))
}

/** "Dani Ramdan, Pj. Bupati" · "Dinas Perhubungan (peserta), 3 orang": one of those who took part, in a line. */
export function attendeeLine({ name, role, body, headcount }: Attendee): string {
  const who = [name, role, body].filter((part) => part !== '').join(', ')
  return headcount === undefined ? who : `${who}, ${headcount} orang`
}

/** Who led the meeting for the region, of those who came. */
export function leaderOf({ participants }: Pick<Activity, 'participants'>): Participant | undefined {
  const hosts = attended(participants).filter(({ side }) => side === 'host')
  return hosts.find(({ leads }) => leads) ?? hosts[0]
}

/** "Kamis, 24 Juli 2025", "pukul 09.00 WIB" or a blank, the place or a blank. */
export function whenAndWhere({ activity, zone }: Pick<Meeting, 'activity' | 'zone'>) {
  const { startsAt, place } = activity
  return {
    day: writeWhen('id', activity),
    time: startsAt === undefined ? blank('waktu kegiatan') : `pukul ${formatTime(startsAt, zone, 'id')}`,
    place: place ?? blank('tempat kegiatan'),
  }
}

/** Whether a meeting is still to come on the day of the paper: then nothing was done, said or reported at it. */
export const isToCome = ({ activity, on }: Pick<Meeting, 'activity' | 'on'>): boolean => isPlanned(activity, on)

/** The kind of a meeting in words. */
export function kindOf({ kind }: Pick<Activity, 'kind'>): string {
  return agendaWords.id.kind[kind ?? 'lain']
}

/** What follows, as rows: what, who, until when, how far. A ready reason for nothing to do is no row. */
export function followUpRows({ followUps, on }: Pick<Meeting, 'followUps' | 'on'>) {
  return followUps
    .filter(({ what, outcome }) => what !== undefined && outcome !== 'replaced' && outcome !== 'dropped')
    .map(({ what = '', dueOn, endedOn, note, ...task }) => ({
      apa: what,
      siapa: holderText({ ...task, endedOn }) ?? blank('penanggung jawab'),
      kapan: dueOn === undefined ? blank('batas waktu') : formatDate(dueOn, 'id'),
      keadaan: endedOn !== undefined && endedOn <= on ? (note ?? 'selesai') : 'terbuka',
    }))
}

/** The points discussed, each with its theme and what its summary says of it, where there is any. */
export function pointLines({ activity, summary }: Pick<Meeting, 'activity' | 'summary'>): string[] {
  return activity.points.map(({ id, words, theme }) => {
    const named = theme === undefined ? words : `${words} (${agendaWords.id.theme[theme]})`
    const said = summary?.discussion[id]?.replaceAll(/\s*\n\s*/g, ' ') ?? ''
    return said === '' ? named : `${named}: ${said}`
  })
}

/** What was said, each with who said it. */
export function statementLines({ activity }: Pick<Meeting, 'activity'>): string[] {
  return activity.statements.map(({ words, speaker }) => {
    const who = speakerLine(speaker, 'id')
    return who === '' ? words : `${who}: ${words}`
  })
}
