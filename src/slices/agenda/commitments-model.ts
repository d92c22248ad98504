import { firstDayOf, lastDayOf, type DateText, type PartialDate } from '../../shared/dates.ts'
import type { FieldFault } from '../../shared/failure.ts'
import { foldForSearch, lengthOf } from '../../shared/text.ts'
import type { PublicationGround, PublicLine } from '../sources/model.ts'
import type { Speaker } from './model.ts'

/** Whose word it is: one of ours, or one of the partner's. */
export const commitmentSides = ['ours', 'theirs'] as const
export type CommitmentSide = (typeof commitmentSides)[number]

/** What may be said of a commitment of ours; nothing is ever said of the partner's. */
export const newsStates = ['done', 'running'] as const
export type NewsState = (typeof newsStates)[number]

/** selesai · berjalan · belum ada kabar: the last one stands while nobody said anything. */
export type Standing = NewsState | 'silent'

/** What was heard of a commitment of ours on a day. */
export interface CommitmentNews {
  id: string
  state: NewsState
  saidOn: DateText
  note?: string | undefined
  /** A file of the region that shows it. */
  file?: string | undefined
  rev: number
}

interface Voice {
  side: CommitmentSide
  official?: string | undefined
  person?: string | undefined
  speaker?: string | undefined
}

interface Given extends Voice {
  dueOn?: PartialDate | undefined
}

/**
 * Why a commitment cannot be taken as it was entered. An official speaks for us and a person of the partner for the
 * partner; one voice has to be named. A day before the meeting's own is asked again.
 */
export function commitmentFault(
  { side, official, person, speaker, dueOn }: Given,
  { occurredOn, sure = [] }: { occurredOn: PartialDate; sure?: readonly string[] | undefined },
): { path: 'speaker' | 'side' | 'dueOn'; fault: FieldFault } | undefined {
  const voices = [official, person, speaker].filter((voice) => voice !== undefined)
  if (voices.length === 0) return { path: 'speaker', fault: 'required' }
  if (voices.length > 1) return { path: 'speaker', fault: 'wrong' }
  if ((side === 'ours' && person !== undefined) || (side === 'theirs' && official !== undefined)) {
    return { path: 'side', fault: 'wrong' }
  }
  if (dueOn !== undefined && lastDayOf(dueOn) < firstDayOf(occurredOn) && !sure.includes('dueOn')) {
    return { path: 'dueOn', fault: 'doubtful' }
  }
  return undefined
}

/** Whose word a statement is, where its speaker says so; undefined for a name that was only typed. */
export function sideOf({ official, person }: Omit<Voice, 'side'>): CommitmentSide | undefined {
  if (official !== undefined) return 'ours'
  return person === undefined ? undefined : 'theirs'
}

/** Why news cannot be taken: done wants a note or a file, and nothing is heard before it was given or tomorrow. */
export function newsFault(
  { state, saidOn, note, file }: Pick<CommitmentNews, 'state' | 'saidOn' | 'note' | 'file'>,
  { occurredOn, on }: { occurredOn: PartialDate; on: DateText },
): { path: 'note' | 'saidOn'; fault: FieldFault } | undefined {
  if (saidOn > on) return { path: 'saidOn', fault: 'wrong' }
  if (saidOn < firstDayOf(occurredOn)) return { path: 'saidOn', fault: 'wrong_order' }
  if (state === 'done' && !note && file === undefined) return { path: 'note', fault: 'required' }
  return undefined
}

/** The standing of a commitment of ours on a day: the newest that was heard by then. */
export function standingOn(
  news: readonly Pick<CommitmentNews, 'state' | 'saidOn'>[],
  on: DateText,
): { state: Standing; on: DateText | undefined } {
  const heard = news.filter(({ saidOn }) => saidOn <= on)
  const last = heard.reduce<(typeof heard)[number] | undefined>(
    (newest, one) => (newest === undefined || one.saidOn >= newest.saidOn ? one : newest),
    undefined,
  )
  return last === undefined ? { state: 'silent', on: undefined } : { state: last.state, on: last.saidOn }
}

/** Whether the day that was named for a commitment of ours has passed and it is not done: told inside only. */
export function isPast(
  { side, dueOn, news }: { side: CommitmentSide; dueOn?: PartialDate | undefined; news: readonly CommitmentNews[] },
  on: DateText,
): boolean {
  return side === 'ours' && dueOn !== undefined && lastDayOf(dueOn) < on && standingOn(news, on).state !== 'done'
}

/** Whether what followed from a commitment is done while nobody said that it is kept: then that is asked. */
export function asksForNews(
  { side, news }: { side: CommitmentSide; news: readonly CommitmentNews[] },
  { task, on }: { task: { outcome?: string | undefined; endedOn?: string | undefined } | undefined; on: DateText },
): boolean {
  if (side !== 'ours' || task?.outcome !== 'done') return false
  const standing = standingOn(news, on)
  return standing.state !== 'done' && (standing.on === undefined || standing.on <= (task.endedOn ?? ''))
}

/** What of a commitment forbids showing it to the world; nothing when it may be shown. */
export function lackingToPublish({
  side,
  office,
  isVoided,
  isActivityPublic,
}: {
  side: CommitmentSide
  office: string | undefined
  isVoided: boolean
  isActivityPublic: boolean
}): ('ours' | 'office' | 'stands' | 'activity')[] {
  return [
    ...(side === 'ours' ? [] : (['ours'] as const)),
    // A name that was only typed may be a private person's.
    ...(office === undefined ? (['office'] as const) : []),
    ...(isVoided ? (['stands'] as const) : []),
    ...(isActivityPublic ? [] : (['activity'] as const)),
  ]
}

/** What may be said of a commitment to the world, without its sources. The day that was named and the evidence stay inside. */
export interface PublicWords {
  words: string
  wordsLang: string
  speaker: Speaker
  /** One of the meeting's relations, where it belongs to that one alone. */
  relation?: string | undefined
  standings: Pick<CommitmentNews, 'state' | 'saidOn'>[]
}

/** A commitment of ours as it was published; when and where it was given stand with its activity. */
export interface PublishedCommitment extends PublicWords {
  id: string
  position: number
  ground: PublicationGround
  provenance: PublicLine[]
}

/** What is public of the commitments given at one activity. */
export interface PublicCommitments {
  activity: string
  shown: PublishedCommitment[]
  /** The days on which others were taken back. */
  withdrawn: DateText[]
}

/** The public part of a commitment as it is now. */
export function publicWords({
  words,
  wordsLang,
  speaker,
  relation,
  news,
}: Omit<PublicWords, 'standings'> & { news: readonly CommitmentNews[] }): PublicWords {
  const standings = news.map(({ state, saidOn }) => ({ state, saidOn }))
  return { words, wordsLang, speaker, standings, ...(relation !== undefined && { relation }) }
}

/** Whether the world reads something else than what stands now. */
export function isBehind(shown: PublicWords, now: PublicWords): boolean {
  return signOf(shown) !== signOf(now)
}

function signOf({ words, wordsLang, speaker, relation, standings }: PublicWords): string {
  const { givenName, familyName, office, capacity } = speaker
  const heard = standings.map(({ state, saidOn }) => `${state} ${saidOn}`)
  return JSON.stringify([words, wordsLang, givenName, familyName, office ?? '', capacity ?? '', relation ?? '', heard])
}

/** What is to be done after a commitment is written as long as this at most; its words may be longer. */
export const followLimit = 500

/** Whether what is to be done says no more than the words it follows from: in the same words, or as much of them as fits. */
export function saysSame(what: string, said: string): boolean {
  const [one, other] = [what, said].map((text) =>
    foldForSearch(text)
      .replace(/[\p{P}\s]+$/u, '')
      .trim(),
  ) as [string, string]
  return one === other || (lengthOf(what) >= followLimit && other.startsWith(one))
}
