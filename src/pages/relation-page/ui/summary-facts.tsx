import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { CitedRules } from '../../../slices/procedures/embed.tsx'
import { attended } from '../../../slices/agenda/model.ts'
import { words as agendaWords } from '../../../slices/agenda/messages/words.gen.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../ui/marks/facts.tsx'
import { useInitiative } from './initiative.ts'
import { presence } from './counts.ts'
import { Known } from './known.tsx'
import { SaidOf } from './said-of.tsx'
import { SpeakerName, useOfficeWord } from './speaker-name.tsx'
import { useRelationPage } from './use-page.ts'
import { onSameDay, usePer } from './use-per.ts'
import { useWork } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/**
 * Initiative, newest meeting with host and guest, texts, purpose, and what their dotted lines mean. A row without a value
 * is left out.
 */
export function SummaryFacts() {
  const { relation, activities, levels } = useRelationPage()
  const isReported = Object.values(levels).includes('reported')
  const language = useLanguage()
  const w = words[language].fact
  const { texts } = useWork()
  const per = usePer()
  const text = texts.findLast(({ voidedOn }) => voidedOn === null)
  const meeting = activities[0]
  const initiative = useInitiative()
  const day = meeting && formatDate(meeting.occurredOn, language, { weekday: true })
  return (
    <>
      <Facts>
        {initiative !== undefined && (
          <Fact term={w.initiative}>
            <Known
              subject={relation.process?.id ?? meeting?.id ?? relation.id}
              field="initiator"
              what={w.initiative}
              offers
            >
              {initiative}
            </Known>
          </Fact>
        )}
        {meeting !== undefined && (
          <Fact term={w.meeting}>
            <Known subject={meeting.id} field="occurred_on" what={w.meeting} offers>
              {day}
              {meeting.place !== undefined && (
                <>
                  {', '}
                  <bdi lang="id">{meeting.place}</bdi>
                </>
              )}
            </Known>
          </Fact>
        )}
        <Leader side="host" term={w.host} />
        <Leader side="guest" term={w.guest} />
        {relation.process === null && <Present />}
        <Fact term={w.text}>
          {text === undefined ? (
            w.noText
          ) : (
            <Link to={onSameDay(`/kerja-sama/${relation.slug}/naskah`, per)}>{text.title}</Link>
          )}
        </Fact>
        <Fact term={w.purpose}>
          {relation.purpose === null ? (
            <span className="q">{w.noPurpose}</span>
          ) : (
            <Known subject={relation.id} field="purpose" what={w.purpose} offers>
              <bdi lang="id">{relation.purpose}</bdi>
            </Known>
          )}
        </Fact>
        <SaidOf topic="manfaat" />
        <SaidOf topic="contoh" />
        <CitedRules
          language={language}
          texts={activities.flatMap(({ statements }) => statements.map((said) => said.words))}
        />
      </Facts>
      {isReported && <p className="key legend">{words[language].legend}</p>}
    </>
  )
}

/** Who else was there: named where no procedure fills the page. */
function Present() {
  const { activities } = useRelationPage()
  const language = useLanguage()
  const officeWord = useOfficeWord()
  const others = attended(activities[0]?.participants ?? []).filter((person) => person.side === 'other')
  if (others.length === 0) return null
  const term = agendaWords[language].side.other
  return (
    <Fact term={term}>
      {others.map((person, at) => (
        <span key={person.id}>
          {at > 0 && agendaWords[language].semicolon}
          <Known subject={person.id} field={presence} what={term}>
            <SpeakerName {...person} />
          </Known>
          {officeWord(person)}
        </span>
      ))}
    </Fact>
  )
}

function Leader({ side, term }: { side: 'host' | 'guest'; term: string }) {
  const { activities } = useRelationPage()
  const officeWord = useOfficeWord()
  const meeting = activities[0]
  const present = attended(meeting?.participants ?? []).filter((person) => person.side === side)
  const person = present.find(({ leads }) => leads) ?? present[0]
  if (meeting === undefined || person === undefined) return null
  return (
    <Fact term={term}>
      <Known subject={person.id} field={presence} what={term} offers>
        <SpeakerName {...person} />
      </Known>
      {officeWord(person)}
    </Fact>
  )
}
