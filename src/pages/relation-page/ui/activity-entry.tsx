import { formatDate, formatDateRange } from '../../../shared/format.ts'
import { words as agendaWords } from '../../../slices/agenda/messages/words.gen.ts'
import { activityTopic, partOf } from '../../../slices/agenda/model.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Known } from './known.tsx'
import { SpeakerName, useOfficeWord } from './speaker-name.tsx'
import type { ActivityView } from './use-page.ts'

/** One activity: day, kind and place, what it was about, who was there, what was said. */
export function ActivityEntry({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  const w = agendaWords[language]
  const officeWord = useOfficeWord()
  const { id, kind, about, topics, place, occurredOn, endedOn, participants, statements } = activity
  const day =
    endedOn === undefined
      ? formatDate(occurredOn, language, { weekday: true })
      : formatDateRange(occurredOn, endedOn, language)
  return (
    <li>
      <span className="day">
        <Known subject={id} topic={activityTopic(activity, 'pertemuan')}>
          {day}
        </Known>
      </span>
      <div>
        <p>
          {kind !== undefined && <b>{w.kind[kind]}: </b>}
          <bdi lang="id">{about}</bdi>
        </p>
        <p className="s q">
          {[...topics.map((topic) => w.topic[topic]), ...(place === undefined ? [] : [place])].join(' · ')}
        </p>
        <div className="gap">
          {participants.map((person) => (
            <p key={person.id}>
              {w.side[person.side]}:{' '}
              <Known subject={person.id} topic={activityTopic(activity, partOf(person))}>
                <SpeakerName {...person} />
              </Known>
              , {officeWord(person.office)}
            </p>
          ))}
        </div>
        {statements.map(({ id: statement, position, words: said, wordsLang, speaker }) => (
          <blockquote className="say-q gap" key={statement}>
            <Known subject={statement} topic={activityTopic(activity, `ucapan-${position}`)}>
              <span lang={wordsLang}>{said}</span>
            </Known>
            <footer>
              <SpeakerName {...speaker} />, {officeWord(speaker.office)}
            </footer>
          </blockquote>
        ))}
      </div>
    </li>
  )
}
