import type { Made, MadeAsked, PortalMade } from '../../platform/portal-made.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { activityTitle } from '../../slices/agenda/embed.tsx'
import { findRegionCard } from '../../slices/reference/queries.ts'
import { relationTitle } from '../../slices/relations/embed.tsx'
import { getPublished } from '../../slices/relations/published.ts'
import { words } from './messages/words.gen.ts'
import { findRegionIssue, listIssued, listIssuedOf, type Issued } from './queries.ts'
import { activitySummary, relationSummary } from './summary.ts'
import { element, xmlText } from './xml.ts'

interface Feed {
  title: string
  /** Paths without language: of the feed itself, and of the page it follows. */
  self: string
  page: string
  updated: string
  author: string
  entries: Issued[]
}

/** What a region has newly published, for feed readers: Atom 1.0, in the language of the address. */
const regionFeed: PortalMade = {
  path: '/:language/daerah/:region/umpan.xml',
  async make(asked) {
    const { language, on, portal, parameters } = asked
    const region = await findRegionCard(portal, parameters['region'] ?? '')
    if (region === undefined) return undefined
    const entries = await listIssued(portal, { region: region.slug, on })
    const page = `/daerah/${region.slug}`
    return atom(asked, {
      title: words[language].feed.region({ region: nameIn(language, region) }),
      self: `${page}/umpan.xml`,
      page,
      updated: entries[0]?.updated ?? (await findRegionIssue(portal, region.slug)) ?? '',
      author: nameIn(language, region),
      entries,
    })
  },
}

/** The same of one relation and what happens in it. */
const relationFeed: PortalMade = {
  path: '/:language/kerja-sama/:slug/umpan.xml',
  async make(asked) {
    const { language, on, portal, parameters } = asked
    const relation = await getPublished(portal, parameters['slug'] ?? '')
    if (relation === 'gone') return 'gone'
    const entries = await listIssuedOf(portal, { relation: relation.id, on })
    const page = `/kerja-sama/${relation.slug}`
    return atom(asked, {
      title: words[language].feed.relation({ title: relationTitle(language, relation) }),
      self: `${page}/umpan.xml`,
      page,
      updated: entries[0]?.updated ?? '',
      author: nameIn(language, relation.region),
      entries,
    })
  },
}

function atom({ language, on, demonstration, origin }: MadeAsked, feed: Feed): Made {
  const at = (path: string) => xmlText(`${origin}/${language}${path}`)
  // A demonstration speaks for no office: its title says so, and its author is the product.
  const title = demonstration ? words[language].feed.demo({ title: feed.title }) : feed.title
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('title', title),
    `<id>${at(feed.self)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${at(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${at(feed.page)}"/>`,
    element('updated', feed.updated),
    `<author>${element('name', demonstration ? 'Jembatan' : feed.author)}</author>`,
    ...feed.entries.map((entry) => entryOf(entry, { language, on, at })),
    '</feed>',
    '',
  ]
  return { type: 'application/atom+xml; charset=utf-8', body: lines.join('\n') }
}

function entryOf(
  issued: Issued,
  { language, on, at }: { language: Language; on: string; at: (path: string) => string },
): string {
  const told =
    issued.kind === 'relation'
      ? {
          path: `/kerja-sama/${issued.document.slug}`,
          title: relationTitle(language, issued.document),
          summary: relationSummary(language, issued.document, { on }),
        }
      : {
          path: `/kegiatan/${issued.document.slug}`,
          title: activityTitle(language, issued.document),
          summary: activitySummary(language, issued.document),
        }
  return [
    '<entry>',
    element('title', told.title),
    `<id>urn:uuid:${issued.id}</id>`,
    `<link rel="alternate" type="text/html" href="${at(told.path)}"/>`,
    element('updated', issued.updated),
    `<category term="${issued.kind}" label="${xmlText(words[language].feed.kind[issued.kind])}"/>`,
    told.summary === '' ? '' : element('summary', told.summary),
    '</entry>',
  ].join('')
}

export const feeds: PortalMade[] = [regionFeed, relationFeed]
