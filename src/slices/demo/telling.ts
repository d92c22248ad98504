import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { languages, type Language } from '../../shared/languages.ts'
import {
  addParticipant,
  noteCommitment,
  notePoint,
  noteStatement,
  publishCommitment,
  type NewParticipant,
  type NewPoint,
} from '../agenda/commands.ts'
import { getActivity } from '../agenda/queries.ts'
import { addTask } from '../followup/commands.ts'
import type { Capacity, OfficeId, SectorId } from '../reference/model.ts'
import { addField } from '../relations/commands.ts'
import { addProvenance, addSource, type NewSource } from '../sources/commands.ts'
import type { Occasion } from '../sources/model.ts'
import { getSourceOfText } from '../sources/queries.ts'
import { words } from './messages/words.gen.ts'

type Acting = { tx: Tx; act: Act }
type Told = (typeof words)['id']['told']

/** A story that is being entered: one article, and the day it tells of as far as that is known. */
export interface Story {
  call: Acting
  source: string
  day: string
}

/** Files a story's article: who printed it, never its text. It is known by the hash of the text without blank ends. */
export async function openStory(
  call: Acting,
  { day, ...source }: { day: string } & Omit<NewSource, 'enteredNote'>,
): Promise<Story> {
  const { id } = await addSource(call, { ...source, enteredNote: 'demonstration' })
  return { call, source: id, day }
}

/** A story whose article was filed before, by the hash of its text: for what is entered after the rest of it. */
export async function reopenStory(
  call: Acting,
  { day, textSha256 }: { day: string; textSha256: string },
): Promise<Story> {
  return { call, source: await getSourceOfText(call.tx, textSha256), day }
}

/** Who says something, in which office and on which occasion. */
export interface Speaker {
  name: string
  office: OfficeId
  person?: string
  /** In which capacity the office was held then; the definitive one needs no word. */
  capacity?: Capacity
  occasion?: Occasion
}

/** Where a story says something: our own words by language, the place in its text, and whose words they are. */
export interface Passage {
  told: (of: Told) => string
  /** First character and the one after the last, in UTF-16, of the article's text. */
  span: readonly [number, number]
  /** Without it the article itself says so. */
  by?: Speaker | undefined
  value?: unknown
}

/** Says of one field of a record that the story reports it. */
export async function tell(
  { call, source, day }: Story,
  { of, field, told, span, by, value }: Passage & { of: string; field: string },
): Promise<void> {
  await addProvenance(call, {
    subject: of,
    field,
    level: 'reported',
    source,
    saidOn: day,
    span: { from: span[0], to: span[1] },
    summary: summaryOf(told),
    occasion: by === undefined ? 'in_the_article' : by.occasion,
    ...(by !== undefined && {
      speaker: by.name,
      speakerOffice: by.office,
      speakerPerson: by.person,
      speakerCapacity: by.capacity,
    }),
    ...(value !== undefined && { value }),
  })
}

const summaryOf = (told: Passage['told']) =>
  Object.fromEntries(languages.map((language) => [language, told(words[language].told)])) as Record<Language, string>

/** Somebody took part, by the story's word. */
export async function attend(story: Story, { told, span, ...who }: NewParticipant & Passage): Promise<void> {
  const { id } = await addParticipant(story.call, who)
  const field = who.official !== undefined ? 'official' : who.person !== undefined ? 'person' : 'organisation'
  await tell(story, { of: id, field, told, span })
}

interface Quoted extends Passage {
  position: number
  by: Speaker
  official?: string
  person?: string
  /** What is shown as said: our own words in Indonesian. */
  words: string
}

/** Somebody said something during an activity; in the order they are given. */
export async function quote(
  story: Story,
  { activity, said }: { activity: string; said: readonly Omit<Quoted, 'position'>[] },
): Promise<void> {
  for (const [index, { official, person, words: text, ...passage }] of said.entries()) {
    const speaker = { ...(official !== undefined && { official }), ...(person !== undefined && { person }) }
    const position = index + 1
    const { id } = await noteStatement(story.call, { activity, position, words: text, ...speaker })
    await tell(story, { of: id, field: 'words', ...passage })
  }
}

/** A point was discussed, by the story's word; who answers it and until when no story says. */
export async function discuss(
  story: Story,
  { activity, points }: { activity: string; points: readonly (Passage & Pick<NewPoint, 'words' | 'theme'>)[] },
): Promise<void> {
  for (const [index, { words: text, theme, ...passage }] of points.entries()) {
    const { id } = await notePoint(story.call, { activity, position: index + 1, words: text, theme })
    await tell(story, { of: id, field: 'words', ...passage })
  }
}

interface Given extends Passage {
  /** Of ours an official gave it, of the partner's a person. */
  official?: string
  person?: string
  /** Our own words in Indonesian. */
  words: string
  /** The place of what was said there, in which it was heard. */
  heard?: number
  /** Whether it waits since that day to be done, in the same words; for whom and until when no story says. */
  follow?: boolean
  /** Whether the world sees it. */
  isPublic?: boolean
}

/** Words were given at a meeting, each by ours or by the partner's, in the order they are given. */
export async function promise(story: Story, { slug, given }: { slug: string; given: readonly Given[] }): Promise<void> {
  const { call, day } = story
  const { id: activity, statements } = await getActivity(call.tx, slug)
  for (const [index, { official, person, words: text, heard, follow, isPublic, ...passage }] of given.entries()) {
    const statement = statements.find(({ position }) => position === heard)?.id
    const side = official === undefined ? 'theirs' : 'ours'
    const { id } = await noteCommitment(call, {
      activity,
      position: index + 1,
      side,
      official,
      person,
      words: text,
      statement,
    })
    await tell(story, { of: id, field: 'words', ...passage })
    if (follow === true) {
      const step = { what: text, origin: 'promised' } as const
      const task = await addTask({ tx: call.tx, on: day }, { subject: id, step })
      await tell(story, { of: task.id, field: 'what', ...passage })
    }
    if (isPublic === true) await publishCommitment(call, { id })
  }
}

/** Names the fields of a relation in the story's order. What a story names has not been agreed: it is offered. */
export async function listFields(
  { call, day }: Story,
  { relation, sectors }: { relation: string; sectors: readonly SectorId[] },
): Promise<void> {
  for (const sector of sectors) {
    await addField(call, { id: relation, sector, standing: 'ditawarkan', occurredOn: day })
  }
}

/** What another outlet says, by our own words alone: its text is not known. */
export interface Elsewhere {
  field: string
  told: Passage['told']
  value?: unknown
}

/** Says what other outlets say of a record: beside it, never in it. Without outlets it is not known which. */
export async function tellElsewhere(
  call: Acting,
  {
    of,
    outlets = [undefined],
    said,
  }: { of: string; outlets?: readonly (string | undefined)[]; said: readonly Elsewhere[] },
): Promise<void> {
  for (const outlet of outlets) {
    const { id: source } = await addSource(call, {
      kind: 'news',
      outlet,
      otherOutlet: true,
      enteredNote: 'demonstration',
    })
    for (const { field, told, value } of said) {
      await addProvenance(call, { subject: of, field, level: 'reported', source, summary: summaryOf(told), value })
    }
  }
}
