import type { ReactNode } from 'react'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { Fact, Facts } from '../../ui/marks/facts.tsx'
import { RecordedName } from '../../ui/marks/person-name.tsx'
import { SourceMark } from '../../ui/marks/source-mark.tsx'
import { officeAt, officeTitle } from '../reference/model.ts'
import { words as relationWords } from '../relations/messages/words.gen.ts'
import { levelOf, type Level } from '../sources/model.ts'
import { words as sourceWords } from '../sources/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import {
  activityTopic,
  standingOn,
  partOf,
  sides,
  writeWhen,
  type ActivityPart,
  type Participant,
  type Point,
  type PublicCommitments,
  type PublishedCommitment,
  type PublishedActivity,
  type Speaker,
} from './model.ts'

export { PublicSummary } from './summary-embed.tsx'

interface Shown {
  activity: PublishedActivity
  language: Language
  /** Where the source sheets of this activity stand; without it the marks cannot be opened. */
  sources: string | undefined
}

/** "Kunjungan resmi delegasi Kota Izumisano", in the reader's language where the record allows it. */
export function activityTitle(
  language: Language,
  { kind, about, partner }: Pick<PublishedActivity, 'kind' | 'about' | 'partner'>,
): string {
  if (kind === 'kunjungan_resmi' && partner !== undefined) {
    return words[language].visitOf({ guest: nameIn(language, partner) })
  }
  if (language !== 'id' && partner !== undefined && kind !== undefined && kind !== 'lain') {
    return words[language].kindWith({ kind: words[language].kind[kind], partner: nameIn(language, partner) })
  }
  return about
}

/** How well a record of this activity is known. */
export function levelIn({ provenance }: Pick<PublishedActivity, 'provenance'>, record: string): Level {
  return levelOf(provenance.filter(({ subject }) => subject === record))
}

function Marked({
  activity,
  language,
  sources,
  record,
  part,
  children,
}: Shown & { record: string; part: ActivityPart; children: ReactNode }) {
  const level = levelIn(activity, record)
  const sheet = activityTopic(activity, part)
  return (
    <SourceMark level={level} href={sources && `${sources}/${sheet}`} label={sourceWords[language].level[level]}>
      {children}
    </SourceMark>
  )
}

/** Day and place, hosts and guests, what was discussed, each with its source mark: rows of a list of facts. */
export function ActivityFacts(shown: Shown) {
  const { activity, language } = shown
  const w = words[language]
  return (
    <>
      <Fact term={w.meeting} id="pertemuan">
        <Marked {...shown} record={activity.id} part="pertemuan">
          {writeWhen(language, activity)}
          {activity.place !== undefined && (
            <>
              {words[language].comma}
              <span lang="id">{activity.place}</span>
            </>
          )}
        </Marked>
      </Fact>
      {activity.topics.length > 0 && (
        <Fact term={w.purposeOfMeeting} id="tujuan-pertemuan">
          <Marked {...shown} record={activity.id} part="pertemuan">
            {activity.topics.map((topic) => w.topic[topic]).join(w.semicolon)}
          </Marked>
        </Fact>
      )}
      {activity.points.length > 0 && (
        <Fact term={w.topics} id="pokok-bahasan">
          {activity.points.map((point) => (
            <p key={point.id}>
              <Marked {...shown} record={point.id} part="pertemuan">
                <PointWords point={point} language={language} />
              </Marked>
            </p>
          ))}
        </Fact>
      )}
      <Fact term={w.side.host}>{peopleOf('host', shown)}</Fact>
      <Fact term={w.side.guest}>{peopleOf('guest', shown)}</Fact>
      <Fact term={w.side.other}>{peopleOf('other', shown)}</Fact>
    </>
  )
}

/** A point as it was written; for a reader of another language its theme stands before it. */
export function PointWords({ point: { words: said, wordsLang, theme }, language }: PointWordsProps) {
  const text = <bdi lang={wordsLang}>{said}</bdi>
  if (wordsLang === language || theme === undefined) return text
  return (
    <>
      {words[language].theme[theme]} <span className="q">{text}</span>
    </>
  )
}

interface PointWordsProps {
  point: Pick<Point, 'words' | 'wordsLang' | 'theme'>
  language: Language
}

/** Who was there as an organisation, by side, each with its role and how many came; absent where none was. */
export function Bodies(shown: Shown) {
  const { activity, language } = shown
  const w = words[language].attendance
  const bodies = activity.participants.filter(isBody)
  if (bodies.length === 0) return null
  const counted = bodies.filter(({ headcount }) => headcount !== undefined)
  const people = counted.reduce((sum, { headcount = 0 }) => sum + headcount, 0)
  return (
    <section className="sec" id="hadir">
      <h2>{w.title}</h2>
      <Facts>
        {sides.map((side) => (
          <Fact key={side} term={words[language].side[side]}>
            {bodies
              .filter((body) => body.side === side)
              .map((body) => (
                <p key={body.id}>
                  <Marked {...shown} record={body.id} part={partOf(body)}>
                    <Name person={body} />
                  </Marked>
                  {officeOf(body, shown)}
                </p>
              ))}
          </Fact>
        ))}
      </Facts>
      {people > 0 && <p className="key">{w.counted({ people, bodies: counted.length })}</p>}
    </section>
  )
}

/** Whether an organisation took part, not a person. */
export function isBody({ givenName, familyName, organisation }: Participant): boolean {
  return organisation !== undefined && givenName === '' && familyName === ''
}

/** Who called the meeting; a row for pages where no process tells who began. */
export function ActivityInitiator(shown: Shown) {
  const { activity, language } = shown
  const { initiator, partner, region } = activity
  if (initiator === undefined) return null
  const say = relationWords[language].initiator
  const named = {
    partner: () => (partner === undefined ? undefined : say.partner({ partner: nameIn(language, partner) })),
    region: () => say.region({ region: nameIn(language, region) }),
    third_party: () => say.third_party,
  }[initiator]()
  if (named === undefined) return null
  return (
    <Fact term={words[language].initiative}>
      <Marked {...shown} record={activity.id} part="pertemuan">
        {named}
      </Marked>
    </Fact>
  )
}

function peopleOf(side: Participant['side'], shown: Shown): ReactNode {
  const { activity, language } = shown
  const people = activity.participants.filter((participant) => participant.side === side)
  if (people.length === 0) return undefined
  return people.map((person, index) => (
    <span key={person.id}>
      {index > 0 && words[language].semicolon}
      <Marked {...shown} record={person.id} part={partOf(person)}>
        <Name person={person} />
      </Marked>
      {officeOf(person, shown)}
    </span>
  ))
}

/** What follows a name: the office and whose it is, else the role; of an organisation how many came. */
function officeOf(person: Participant, { activity, language }: Shown): string {
  const w = words[language]
  if (person.office === undefined) {
    const count = person.headcount === undefined ? undefined : w.people({ n: person.headcount })
    return [person.role, count].map((part) => (part === undefined ? '' : `${w.comma}${part}`)).join('')
  }
  const of = person.side === 'guest' ? activity.partner : activity.region
  const place = of === undefined ? '' : nameIn(language, of)
  return `${w.comma}${officeAt(language, { office: person.office, place, capacity: person.capacity })}`
}

/** A speaker's name, or the organisation where no person is named. */
export function Name({ person }: { person: Speaker & Pick<Participant, 'organisation'> }) {
  if (person.givenName === '' && person.familyName === '') return <bdi>{person.organisation}</bdi>
  return <RecordedName name={person} />
}

/** What was said, in the language it was written in, with speaker, day and source. */
export function Statements(shown: Shown) {
  const { activity, language } = shown
  return activity.statements.map((statement) => (
    <blockquote key={statement.id} className="say-q">
      <p lang={statement.wordsLang}>{statement.words}</p>
      <footer>
        <Name person={statement.speaker} />
        {statement.speaker.office !== undefined &&
          `${words[language].comma}${officeTitle(language, { office: statement.speaker.office, capacity: statement.speaker.capacity })}`}
        {words[language].comma}
        <Marked {...shown} record={statement.id} part={`ucapan-${statement.position}`}>
          <span className="nw">{formatDate(activity.occurredOn, language)}</span>
        </Marked>
      </footer>
    </blockquote>
  ))
}

/** The public sheet of a commitment, by its place at the meeting. */
const sheetOf = ({ position }: Pick<PublishedCommitment, 'position'>): ActivityPart => `komitmen-${position}`

interface Promised extends Shown {
  given: PublicCommitments
  /** The day of the page: what was heard later is not said. */
  on: string
  /** Where the page tells of several meetings, each commitment names its own. */
  names?: boolean
}

/** The commitments of ours that were published, in the words they were noted in, each with voice, day and standing. */
export function Commitments({ given, on, names = false, ...shown }: Promised) {
  const { activity, language, sources } = shown
  const w = words[language].commitments
  const comma = words[language].comma
  return (
    <>
      {given.shown.map((one) => {
        const { state, on: since } = standingOn(one.standings, on)
        const level = levelOf(one.provenance)
        const own = one.provenance.find(({ summary }) => summary?.[language] !== undefined)?.summary?.[language]
        const place = nameIn(language, activity.region)
        const { office, capacity } = one.speaker
        return (
          <blockquote key={one.id} className="say-q">
            <p lang={one.wordsLang}>{one.words}</p>
            {own !== undefined && one.wordsLang !== language && <p className="key">{own}</p>}
            <footer>
              <Name person={one.speaker} />
              {office !== undefined && `${comma}${officeAt(language, { office, place, capacity })}`}
              {comma}
              {names && (
                <>
                  <a href={`/${language}/kegiatan/${activity.slug}`}>{activityTitle(language, activity)}</a>
                  {comma}
                </>
              )}
              <SourceMark
                level={level}
                href={sources && `${sources}/${activityTopic(activity, sheetOf(one))}`}
                label={sourceWords[language].level[level]}
              >
                <span className="nw">{formatDate(activity.occurredOn, language)}</span>
              </SourceMark>
              {' · '}
              <span className="nw">
                {since === undefined
                  ? w.standing[state]
                  : w.since({ state: w.standing[state], date: formatDate(since, language) })}
              </span>
            </footer>
          </blockquote>
        )
      })}
      {given.withdrawn.map((day, at) => (
        <p key={at} className="key">
          {w.withdrawn({ date: formatDate(day, language) })}
        </p>
      ))}
    </>
  )
}

/** Published activities as rows, newest first. */
export function ActivityLines({
  activities,
  language,
}: {
  activities: readonly PublishedActivity[]
  language: Language
}) {
  return (
    <ul className="log">
      {activities.map((activity) => (
        <li key={activity.id}>
          <time dateTime={activity.occurredOn}>{formatDate(activity.occurredOn, language)}</time>
          <span>
            <a href={`/${language}/kegiatan/${activity.slug}`}>{activityTitle(language, activity)}</a>
            {activity.topics.map((topic) => `${words[language].comma}${words[language].topic[topic]}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
