import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { LinksOf } from '../../../links/ui/links-of.tsx'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { Opened } from '../../../../ui/controls/opened.tsx'
import { AgreeByPaper } from './agree-by-paper.tsx'
import { Answers } from './answers.tsx'
import { Follows } from './follows.tsx'
import { MinutesForm } from './minutes-form.tsx'
import { ReadBlocks } from './read-blocks.tsx'
import { ShareMinutes } from './share-minutes.tsx'
import { Translations } from './translations.tsx'
import { useMinutes } from './use-minutes.ts'
import { Versions } from './versions.tsx'
import { words } from './messages/words.gen.ts'

/** The minutes of an activity: written, brought together, shared, answered, agreed on; every version readable. */
export function MinutesPage() {
  const { activity, minutes } = useMinutes()
  const { language, may } = useVisitor()
  const { sum: w, door } = words[language]
  usePageTitle(`${w.title} · ${activity.about}`)
  const mayMend = may('agenda.record') && activity.voided === undefined
  const { state, version, agreed, id } = minutes
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">
            <bdi>{activity.about}</bdi>
            {id !== undefined && ` · ${agendaWords[language].room.state[state]} · ${w.version({ n: version })}`}
          </p>
        </div>
        <Link className="btn sm" to={`/kegiatan/${activity.slug}`}>
          {door.back}
        </Link>
      </div>
      {agreed !== undefined && (
        <p className="note" role="note">
          {w.agreed({
            date: formatDate(agreed.on, language),
            n: agreed.version,
            how: w.how[agreed.how]({
              who: [agreed.reference, agreed.by].filter((part) => part !== undefined).join(', '),
            }),
          })}
          {state !== 'disepakati' && ` ${w.changedSince}`}
        </p>
      )}
      <section className="sec strong">
        {mayMend ? (
          <MinutesForm key={id} activity={activity} minutes={minutes} />
        ) : (
          <ReadBlocks blocks={minutes.blocks} lang={minutes.lang} points={minutes.points} />
        )}
      </section>
      <Follows tasks={minutes.tasks} />
      {id !== undefined && (
        <>
          <Answers answers={minutes.answers} points={minutes.points} mayMend={mayMend} />
          {mayMend && (
            <section className="sec after">
              <h2>{w.links}</h2>
              <LinksOf subject={id} />
              <Opened label={w.share}>
                {() => <ShareMinutes minutes={minutes} id={id} party={partyOf(activity)} />}
              </Opened>
              {state !== 'disepakati' && (
                <Opened label={w.agree.open}>{(close) => <AgreeByPaper minutes={minutes} onClose={close} />}</Opened>
              )}
            </section>
          )}
          <Translations minutes={minutes} mayMend={mayMend} />
          <Versions minutes={minutes} />
        </>
      )}
    </>
  )
}

const partyOf = ({ relations }: { relations: readonly { name: string }[] }) => relations[0]?.name ?? ''
