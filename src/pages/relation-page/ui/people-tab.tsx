import { formatDate } from '../../../shared/format.ts'
import { words as agendaWords } from '../../../slices/agenda/messages/words.gen.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { peopleOf } from './counts.ts'
import { Known } from './known.tsx'
import { SpeakerName, useOfficeWord } from './speaker-name.tsx'
import { useRelationPage } from './use-page.ts'
import { words } from './messages/words.gen.ts'

/** Who was met, with the office held then and the day. */
export function PeopleTab() {
  const { activities } = useRelationPage()
  const language = useLanguage()
  const w = words[language]
  const officeWord = useOfficeWord()
  const people = peopleOf(activities)
  return (
    <section aria-label={w.tab.people}>
      <h2 className="vh">{w.tab.people}</h2>
      {people.length === 0 && <EmptyState>{w.noPeople}</EmptyState>}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <p>
              <b>
                <Known subject={person.id}>
                  <SpeakerName {...person} />
                </Known>
              </b>
              , {officeWord(person.office)}
            </p>
            <p className="s q">
              {w.metOn({
                side: agendaWords[language].side[person.side],
                date: formatDate(person.activity.occurredOn, language),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
