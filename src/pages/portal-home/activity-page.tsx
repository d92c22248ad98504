import { addressOfFile, type PortalPage } from '../../platform/portal.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import { nameIn } from '../../shared/names.ts'
import {
  activityTitle,
  ActivityFacts,
  ActivityInitiator,
  Bodies,
  Commitments,
  isBody,
  PublicSummary,
  Statements,
} from '../../slices/agenda/embed.tsx'
import { words as agendaWords } from '../../slices/agenda/messages/words.gen.ts'
import { findPublishedActivity, isWithdrawn, listPublishedCommitments } from '../../slices/agenda/queries.ts'
import { IsWrong } from '../../slices/corrections/embed.tsx'
import { relationTitle } from '../../slices/relations/embed.tsx'
import { Facts } from '../../ui/marks/facts.tsx'
import { PrintHint, ShareActs } from '../portal-share/share-acts.tsx'
import { activitySummary } from '../portal-share/summary.ts'
import { openSourceNotes, WithSourceNotes } from '../relation-page/source-notes.tsx'
import { topicsOfActivity } from '../relation-page/topics.ts'
import { gonePage } from '../shell/gone-page.tsx'
import { words } from './messages/words.gen.ts'

/** One activity's public page. Before its day it is not there. */
export const activityPage: PortalPage = {
  path: '/kegiatan/:slug',
  reads: ['cetak'],
  async show(visit) {
    const { language, on, parameters, portal } = visit
    const slug = parameters['slug'] ?? ''
    const activity = await findPublishedActivity(portal, slug)
    if (activity === undefined && (await isWithdrawn(portal, slug))) return gonePage(language)
    if (activity === undefined || !isOnOrBefore(activity.occurredOn, on)) throw new Failure('not_found')
    const w = words[language].activity
    const region = nameIn(language, activity.region)
    const relation =
      activity.relationSlug === undefined ? undefined : `/${language}/kerja-sama/${activity.relationSlug}`
    const title = activityTitle(language, activity)
    const sources = relation && `${relation}/sumber`
    const [given] = await listPublishedCommitments(portal, [activity.id])
    const topics = topicsOfActivity(activity, given && [given])
    const people = activity.participants.filter((one) => !isBody(one))
    return {
      title,
      region: { slug: activity.region.slug, name: region },
      description: activitySummary(language, activity),
      entry: 'activities',
      picture: `/kegiatan/${activity.slug}/gambar.png`,
      ...(activity.relationSlug !== undefined && { feed: `/kerja-sama/${activity.relationSlug}/umpan.xml` }),
      body: (
        <WithSourceNotes notes={openSourceNotes({ topics, language, sources })}>
          <div className="top">
            <div>
              <h1>{title}</h1>
              <p className="sub">{formatDate(activity.occurredOn, language, { weekday: true })}</p>
            </div>
            <div className="acts">
              <ShareActs visit={visit} page={`/kegiatan/${activity.slug}`} />
            </div>
          </div>
          <PrintHint visit={visit} />
          <section className="sec strong">
            <Facts>
              <ActivityInitiator activity={activity} language={language} sources={sources} />
              <ActivityFacts activity={{ ...activity, participants: people }} language={language} sources={sources} />
            </Facts>
            {relation !== undefined && (
              <p className="gap">
                {w.of}:{' '}
                <a href={relation}>{relationTitle(language, { region: activity.region, partner: activity.partner })}</a>
              </p>
            )}
          </section>
          <Bodies activity={activity} language={language} sources={sources} />
          {activity.statements.length > 0 && (
            <section className="sec">
              <h2>{w.said}</h2>
              <Statements activity={activity} language={language} sources={sources} />
            </section>
          )}
          {given !== undefined && (
            <section className="sec" id="komitmen">
              <h2>{agendaWords[language].commitments.title}</h2>
              <Commitments {...{ activity, given, language, sources, on }} />
            </section>
          )}
          {activity.summary !== undefined && <PublicSummary summary={activity.summary} language={language} />}
          {activity.photos.length > 0 && (
            <section className="sec" id="foto">
              <h2>{w.photos}</h2>
              {activity.photos.map(({ id, caption }) => (
                <figure key={id} className="gap3">
                  <img src={addressOfFile(visit, `/kegiatan/${slug}/foto/${id}`)} alt="" loading="lazy" />
                  <figcaption className="key">
                    <bdi lang="id">{caption}</bdi>
                  </figcaption>
                </figure>
              ))}
            </section>
          )}
          <IsWrong language={language} page={`/kegiatan/${activity.slug}`} />
        </WithSourceNotes>
      ),
    }
  },
}
