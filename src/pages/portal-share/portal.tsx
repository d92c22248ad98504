import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import { nameIn } from '../../shared/names.ts'
import { activityTitle } from '../../slices/agenda/embed.tsx'
import { findPublishedActivity, isWithdrawn } from '../../slices/agenda/queries.ts'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { relationTitle } from '../../slices/relations/embed.tsx'
import { getPublished } from '../../slices/relations/published.ts'
import { TextField } from '../../ui/marks/field.tsx'
import { gonePage } from '../shell/gone-page.tsx'
import { feeds } from './feed.ts'
import { words } from './messages/words.gen.ts'
import { sharePictures, type DrawPng } from './share-picture.ts'
import { lists } from './sitemap.ts'
import { activitySummary, relationSummary } from './summary.ts'

interface Shared {
  title: string
  summary: string
  /** The page's path without language. */
  page: string
  /** The feed that tells of it; an activity is told of by its relation's. */
  feed: string | undefined
  region: { slug: string; name: string }
  entry: NonNullable<Page['entry']>
}

/** How to hand a page on: its address, messengers, its picture, its feed. Its address is as the reader sees it. */
function sharePage({ language, origin = '' }: Visit, { title, summary, page, feed, region, entry }: Shared): Page {
  const w = words[language].share
  const address = `${origin}/${language}${page}`
  const picture = `/${language}${page}/gambar.png`
  const told = encodeURIComponent(`${title}\n${address}`)
  return {
    title: `${w.title}: ${title}`,
    region,
    entry,
    body: (
      <article className="source">
        <p className="key">
          <a href={`/${language}${page}`}>{w.back}</a>
        </p>
        <h1 className="gap">{w.title}</h1>
        <p className="gap">{title}</p>
        <div className="form gap3">
          <TextField id="alamat" label={w.address} hint={w.addressHint} defaultValue={address} readOnly />
          <div className="acts">
            <a className="btn" href={`https://wa.me/?text=${told}`} rel="noreferrer">
              {w.whatsapp}
            </a>
            <a className="btn" href={`mailto:?subject=${encodeURIComponent(title)}&body=${told}`}>
              {w.mail}
            </a>
          </div>
        </div>
        <section className="sec gap3">
          <h2>{w.picture}</h2>
          <p>{w.pictureText}</p>
          <a className="gap" href={picture}>
            <img src={picture} loading="lazy" alt={words[language].picture.alt({ title, summary })} />
          </a>
        </section>
        {feed !== undefined && (
          <section className="sec">
            <h2>{w.follow}</h2>
            <p>{w.followText}</p>
            <p className="links">
              <a href={`/${language}${feed}`} type="application/atom+xml">
                {w.followOpen}
              </a>
            </p>
          </section>
        )}
      </article>
    ),
  }
}

const shareRelation: PortalPage = {
  path: '/kerja-sama/:slug/bagikan',
  private: true,
  async show(visit) {
    const { language, on, portal, parameters } = visit
    const relation = await getPublished(portal, parameters['slug'] ?? '')
    if (relation === 'gone') return gonePage(language)
    const page = `/kerja-sama/${relation.slug}`
    return sharePage(visit, {
      title: relationTitle(language, relation),
      summary: relationSummary(language, relation, { on }),
      page,
      feed: `${page}/umpan.xml`,
      region: { slug: relation.region.slug, name: nameIn(language, relation.region) },
      entry: 'relations',
    })
  },
}

const shareActivity: PortalPage = {
  path: '/kegiatan/:slug/bagikan',
  private: true,
  async show(visit) {
    const { language, on, portal, parameters } = visit
    const slug = parameters['slug'] ?? ''
    const activity = await findPublishedActivity(portal, slug)
    if (activity === undefined && (await isWithdrawn(portal, slug))) return gonePage(language)
    if (activity === undefined || !isOnOrBefore(activity.occurredOn, on)) throw new Failure('not_found')
    const { relationSlug, region } = activity
    return sharePage(visit, {
      title: activityTitle(language, activity),
      summary: activitySummary(language, activity),
      page: `/kegiatan/${slug}`,
      feed: relationSlug === undefined ? undefined : `/kerja-sama/${relationSlug}/umpan.xml`,
      region: { slug: region.slug, name: nameIn(language, region) },
      entry: 'activities',
    })
  },
}

const shareRegion: PortalPage = {
  path: '/daerah/:region/bagikan',
  private: true,
  async show(visit) {
    const { language, portal, parameters } = visit
    const card = await findRegionCard(portal, parameters['region'] ?? '')
    if (card === undefined) throw new Failure('not_found')
    const name = nameIn(language, card)
    const page = `/daerah/${card.slug}`
    const w = words[language].picture
    return sharePage(visit, {
      title: w.region({ region: name }),
      summary: w.lead,
      page,
      feed: `${page}/umpan.xml`,
      region: { slug: card.slug, name },
      entry: 'home',
    })
  },
}

export const pages: PortalPage[] = [shareRelation, shareActivity, shareRegion]

/** Feeds, pictures, and the lists for robots; `draw` makes a PNG in a process beside ours. */
export const madeWith = (draw: DrawPng) => [...feeds, ...sharePictures(draw), ...lists]
