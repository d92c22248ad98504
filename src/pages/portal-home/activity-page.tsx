import type { PortalPage } from '../../platform/portal.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { formatDate } from '../../shared/format.ts'
import { nameIn } from '../../shared/names.ts'
import { activityTitle, ActivityFacts, Statements } from '../../slices/agenda/embed.tsx'
import { findPublishedActivity } from '../../slices/agenda/queries.ts'
import { relationTitle } from '../../slices/relations/embed.tsx'
import { Facts } from '../../ui/marks/facts.tsx'
import { words } from './messages/words.gen.ts'

/** One activity's public page. Before its day it is not there. */
export const activityPage: PortalPage = {
  path: '/kegiatan/:slug',
  async show({ language, on, parameters, portal }) {
    const activity = await findPublishedActivity(portal, parameters['slug'] ?? '')
    if (activity === undefined || !isOnOrBefore(activity.occurredOn, on)) throw new Failure('not_found')
    const w = words[language].activity
    const region = nameIn(language, activity.region)
    const relation =
      activity.relationSlug === undefined ? undefined : `/${language}/kerja-sama/${activity.relationSlug}`
    const title = activityTitle(language, activity)
    return {
      title,
      region: { slug: activity.region.slug, name: region },
      entry: 'activities',
      body: (
        <>
          <div className="top">
            <div>
              <h1>{title}</h1>
              <p className="sub">{formatDate(activity.occurredOn, language, { weekday: true })}</p>
            </div>
          </div>
          <section className="sec strong">
            <Facts>
              <ActivityFacts activity={activity} language={language} sources={relation && `${relation}/sumber`} />
            </Facts>
            {relation !== undefined && (
              <p className="gap">
                {w.of}:{' '}
                <a href={relation}>{relationTitle(language, { region: activity.region, partner: activity.partner })}</a>
              </p>
            )}
          </section>
          {activity.statements.length > 0 && (
            <section className="sec">
              <h2>{w.said}</h2>
              <Statements activity={activity} language={language} sources={relation && `${relation}/sumber`} />
            </section>
          )}
        </>
      ),
    }
  },
}
