import { Link } from 'react-router'
import { formatDate, formatDateRange } from '../../../shared/format.ts'
import { attended } from '../../../slices/agenda/model.ts'
import { words as agendaWords } from '../../../slices/agenda/messages/words.gen.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { presence } from './counts.ts'
import { Known } from './known.tsx'
import { SpeakerName, useOfficeWord } from './speaker-name.tsx'
import type { ActivityView } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** One activity: day, kind and place, what it was about, who was there, what was said. */
export function ActivityEntry({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  const w = agendaWords[language]
  const officeWord = useOfficeWord()
  const { id, slug, kind, about, topics, place, occurredOn, endedOn, participants, statements } = activity
  const day =
    endedOn === undefined
      ? formatDate(occurredOn, language, { weekday: true })
      : formatDateRange(occurredOn, endedOn, language)
  return (
    <li>
      <span className="day">
        <Known subject={id} field="occurred_on" what={words[language].fact.meeting}>
          {day}
        </Known>
      </span>
      <div>
        <p>
          {kind !== undefined && <b>{w.kind[kind]}: </b>}
          <Link to={`/kegiatan/${slug}`}>
            <bdi lang="id">{about}</bdi>
          </Link>
        </p>
        <p className="s q">
          {[...topics.map((topic) => w.topic[topic]), ...(place === undefined ? [] : [place])].join(' · ')}
        </p>
        <div className="gap">
          {attended(participants).map((person) => (
            <p key={person.id}>
              {w.side[person.side]}:{' '}
              <Known subject={person.id} field={presence} what={w.side[person.side]}>
                <SpeakerName {...person} />
              </Known>
              {officeWord(person)}
            </p>
          ))}
        </div>
        {statements.map(({ id: statement, words: said, wordsLang, speaker }) => (
          <blockquote className="say-q gap" key={statement}>
            <Known subject={statement} field="words" what={words[language].statement}>
              <span lang={wordsLang}>{said}</span>
            </Known>
            <footer>
              <SpeakerName {...speaker} />
              {officeWord(speaker)}
            </footer>
          </blockquote>
        ))}
      </div>
    </li>
  )
}
