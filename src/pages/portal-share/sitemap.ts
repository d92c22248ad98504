import type { MadeAsked, PortalMade } from '../../platform/portal-made.ts'
import { languages } from '../../shared/languages.ts'
import { countListed, listings, listListed, type Listing } from './queries.ts'
import { xmlText } from './xml.ts'

/** Addresses in one file. The protocol allows 50,000; with four languages that would be 30 MB to hold at once. */
const most = 5_000
const perFile = most / languages.length

/** Pages of the installation that are for everyone, by path without language. */
const standing = [
  '',
  '/tentang/cara-membaca',
  '/tentang/aksesibilitas',
  '/tentang/privasi',
  '/tentang/penyelenggara',
] as const

const listsOf = (region: string) => [`/daerah/${region}`, `/daerah/${region}/kerja-sama`, `/daerah/${region}/kegiatan`]

/**
 * For search engines: every public page in every language, or where its parts are. A demonstration has none: it asks not
 * to be found, and an empty list would not be a valid one.
 */
const sitemap: PortalMade = {
  path: '/sitemap.xml',
  async make(asked) {
    if (asked.demonstration) return undefined
    const counts = await countListed(asked.portal, asked.on)
    const pages = standing.length + counts.daerah * 3 + counts['kerja-sama'] + counts.kegiatan
    if (pages <= perFile) {
      const parts = await Promise.all(listings.map((of) => listPart(asked, { of, part: 1 })))
      return xml('urlset', addresses(asked, [...standingPages(), ...parts.flat()]))
    }
    const files = listings.flatMap((of) =>
      Array.from({ length: Math.ceil(counts[of] / recordsOf(of)) }, (_, index) => `${of}-${index + 1}`),
    )
    return xml(
      'sitemapindex',
      ['halaman', ...files].map((name) => `<sitemap><loc>${asked.origin}/sitemap/${name}.xml</loc></sitemap>`),
    )
  },
}

const part: PortalMade = {
  path: '/sitemap/:file{[a-z-]+(?:-[0-9]{1,5})?\\.xml}',
  async make(asked) {
    if (asked.demonstration) return undefined
    const file = asked.parameters['file'] ?? ''
    if (file === 'halaman.xml') return xml('urlset', addresses(asked, standingPages()))
    const [, name, number] = /^([a-z-]+)-([1-9]\d*)\.xml$/.exec(file) ?? []
    const of = listings.find((known) => known === name)
    if (of === undefined || number === undefined) return undefined
    const found = await listPart(asked, { of, part: Number(number) })
    return found.length === 0 ? undefined : xml('urlset', addresses(asked, found))
  },
}

/** A region has three pages. */
const recordsOf = (of: Listing): number => Math.floor(of === 'daerah' ? perFile / 3 : perFile)

interface Address {
  path: string
  /** The day it was last published. */
  on?: string
}

const standingPages = (): Address[] => standing.map((path) => ({ path }))

async function listPart({ portal, on }: MadeAsked, { of, part: number }: { of: Listing; part: number }) {
  const limit = recordsOf(of)
  const found = await listListed(portal, { of, on, from: (number - 1) * limit, limit })
  return found.flatMap(({ slug, on: day }): Address[] =>
    of === 'daerah' ? listsOf(slug).map((path) => ({ path })) : [{ path: `/${of}/${slug}`, on: day }],
  )
}

/** Each page once per language, and with each its other languages. */
function addresses({ origin }: MadeAsked, pages: readonly Address[]): string[] {
  return pages.flatMap(({ path, on }) => {
    const at = languages.map((language) => ({ language, href: xmlText(`${origin}/${language}${path}`) }))
    const others = at.map(({ language, href }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`)
    const day = on === undefined ? '' : `<lastmod>${on}</lastmod>`
    return at.map(({ href }) => `<url><loc>${href}</loc>${day}${others.join('')}</url>`)
  })
}

function xml(root: 'urlset' | 'sitemapindex', lines: readonly string[]) {
  const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<${root} ${schema}>\n${lines.join('\n')}\n</${root}>\n`
  return { type: 'application/xml; charset=utf-8', body }
}

/** What robots may read. Nothing of a demonstration; of a region everything but what belongs to one person. */
const robots: PortalMade = {
  path: '/robots.txt',
  async make({ demonstration, origin }) {
    const ours = ['masuk', 'tanda-terima', 'tanggal'].flatMap((page) =>
      languages.map((language) => `/${language}/${page}`),
    )
    const lines = demonstration
      ? ['User-agent: *', 'Disallow: /']
      : [
          'User-agent: *',
          ...['/kerja', '/api/', ...ours].map((path) => `Disallow: ${path}`),
          '',
          `Sitemap: ${origin}/sitemap.xml`,
        ]
    return { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` }
  },
}

export const lists: PortalMade[] = [sitemap, part, robots]
