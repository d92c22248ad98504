import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { words as agendaWords } from '../../../slices/agenda/messages/words.gen.ts'
import { PeoplePart } from '../../../slices/partners/ui/people-part.tsx'
import { partnerName } from '../../../slices/relations/ui/view.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { readPartnerPage } from '../../partner-page/contract.ts'
import { peopleOf, presence } from './counts.ts'
import { Known } from './known.tsx'
import { SpeakerName, useOfficeWord } from './speaker-name.tsx'
import { useRelationPage } from './use-page.ts'
import { perInput, usePer } from './use-per.ts'
import { words } from './messages/words.gen.ts'

/** Who took part, with the office held then; and who holds which office at the partner over time. */
export function PeopleTab() {
  const { partnerSlug } = useRelationPage()
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <section aria-label={w.tab.people}>
      <h2 className="vh">{w.tab.people}</h2>
      <div className="cols">
        <div>
          <Met />
        </div>
        <div>{partnerSlug !== undefined && may('partners.read') && <OfPartner slug={partnerSlug} />}</div>
      </div>
    </section>
  )
}

function Met() {
  const { activities } = useRelationPage()
  const language = useLanguage()
  const w = words[language]
  const officeWord = useOfficeWord()
  const people = peopleOf(activities)
  return (
    <section className="sec">
      <h3>{w.met}</h3>
      {people.length === 0 && <EmptyState>{w.noPeople}</EmptyState>}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <p>
              <b>
                <Known subject={person.id} field={presence} what={agendaWords[language].side[person.side]}>
                  <SpeakerName {...person} />
                </Known>
              </b>
              {officeWord(person)}
            </p>
            <p className="s q">
              <Link to={`/kegiatan/${person.activity.slug}`}>
                {w.metOn({
                  side: agendaWords[language].side[person.side],
                  date: formatDate(person.activity.occurredOn, language),
                })}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The people of the partner's own record, to which the link leads. */
function OfPartner({ slug }: { slug: string }) {
  const { relation } = useRelationPage()
  const language = useLanguage()
  const per = usePer()
  const { data, error, refetch } = useQuery(queryOf(readPartnerPage, { slug, ...perInput(per) }))
  if (error !== null) return <FailureLine error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <p role="status" />
  return (
    <>
      <PeoplePart partner={data.partner} levels={data.levels} />
      <p className="gap">
        <Link to={`/mitra/${slug}`}>{words[language].partnerPage({ partner: partnerName(relation, language) })}</Link>
      </p>
    </>
  )
}
