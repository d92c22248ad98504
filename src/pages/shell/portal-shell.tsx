import { renderToStaticMarkup } from 'react-dom/server'
import type { Assets } from '../../platform/assets.ts'
import type { Page, Visit } from '../../platform/portal.ts'
import { formatDate } from '../../shared/format.ts'
import { languages, ownNames, type Language } from '../../shared/languages.ts'
import { inventedSentence } from '../../slices/demo/embed.tsx'
import { Band } from '../../ui/marks/band.tsx'
import { words } from './messages/words.gen.ts'

/** Draws the whole document of a portal page. */
export function drawPortal(assets: Assets, { baseUrl = '' }: Site = {}): (page: Page, visit: Visit) => string {
  return (page, visit) =>
    `<!doctype html>${renderToStaticMarkup(<Document page={page} visit={visit} assets={assets} baseUrl={baseUrl} />)}`
}

interface Site {
  /** BASE_URL. Without it addresses for other sites stay paths: a page is kept for every reader, whatever host she typed. */
  baseUrl?: string | undefined
}

interface Framed {
  page: Page
  visit: Visit
}

function Document({ page, visit, assets, baseUrl }: Framed & { assets: Assets; baseUrl: string }) {
  const { language, demonstration } = visit
  const of = page.region?.name ?? 'Jembatan'
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title === of ? of : `${page.title} · ${of}`}</title>
        {page.description !== undefined && <meta name="description" content={page.description} />}
        {demonstration && <meta name="robots" content="noindex" />}
        {languages.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={samePageIn(other, visit)} />
        ))}
        {page.feed !== undefined && (
          <link rel="alternate" type="application/atom+xml" href={`/${language}${page.feed}`} title={of} />
        )}
        {page.picture !== undefined && <ShareTags page={page} visit={visit} baseUrl={baseUrl} />}
        <link rel="preload" href={assets.fontPreload} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={assets.portalStylesheet} />
        <link rel="stylesheet" href={assets.printStylesheet} media="print" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a className="skip" href="#isi">
          {words[language].skip}
        </a>
        <Header page={page} visit={visit} />
        <main id="isi" className="wrap">
          {page.body}
        </main>
        <Footer page={page} visit={visit} baseUrl={baseUrl} />
      </body>
    </html>
  )
}

const locales: Record<Language, string> = { id: 'id_ID', en: 'en_GB', ja: 'ja_JP', ko: 'ko_KR' }

/** What messengers show under an address. A preview has none: its page is not there for them. */
function ShareTags({ page, visit, baseUrl }: Framed & { baseUrl: string }) {
  if (visit.fileAt !== undefined) return null
  const { language } = visit
  const tags = {
    'og:type': 'website',
    'og:site_name': page.region?.name ?? 'Jembatan',
    'og:title': page.title,
    'og:description': page.description ?? page.title,
    'og:url': `${baseUrl}/${language}${visit.path === '/' ? '' : visit.path}`,
    'og:locale': locales[language],
    'og:image': `${baseUrl}/${language}${page.picture}`,
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': page.title,
  }
  return (
    <>
      {Object.entries(tags).map(([name, content]) => (
        <meta key={name} property={name} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

function Header({ page, visit }: Framed) {
  const w = words[visit.language]
  const home = page.region === undefined ? homeOf(visit.language) : `/${visit.language}/daerah/${page.region.slug}`
  return (
    <header>
      <div className="demo">
        <div className="wrap">
          <p>{visit.demonstration && <DemonstrationLine page={page} visit={visit} />}</p>
          <Languages visit={visit} />
        </div>
      </div>
      <div className="wrap head">
        {page.region?.emblem !== undefined && <img src={page.region.emblem} alt="" width="36" />}
        <a className="mark" href={home}>
          {page.region?.name ?? 'Jembatan'}
          <small>{w.tagline}</small>
        </a>
        {page.region !== undefined && (
          <nav className="nav" aria-label={w.pages}>
            <Entries page={page} visit={visit} />
          </nav>
        )}
        <a className="btn wide" href={`/kerja?bahasa=${visit.language}`}>
          {w.signIn}
        </a>
        <a className="menu-link" href="#menu">
          {w.menu}
        </a>
      </div>
      <Band tall={page.entry === 'home' && page.region === undefined} />
    </header>
  )
}

function DemonstrationLine({ page, visit }: Framed) {
  const w = words[visit.language]
  const back = encodeURIComponent(`/${visit.language}${visit.path === '/' ? '' : visit.path}`)
  return (
    <>
      {inventedSentence(visit.language, page.region) ?? w.demo}{' '}
      <span className="nw">
        {w.demoDate({ date: formatDate(visit.on, visit.language, { short: true }) })}{' '}
        <a href={`/${visit.language}/tanggal?kembali=${back}`}>{w.change}</a>
      </span>
    </>
  )
}

/** The page in another language, with its query (?per=); the visitor's own day is kept by the cookie, not by links. */
function samePageIn(language: Language, { path, query }: Pick<Visit, 'path' | 'query'>): string {
  const { tanggal: _, cetak: __, ...kept } = query
  const search = new URLSearchParams(kept).toString()
  return `/${language}${path === '/' ? '' : path}${search === '' ? '' : `?${search}`}`
}

function Languages({ visit }: Pick<Framed, 'visit'>) {
  return (
    <nav className="langs" aria-label={words[visit.language].languages}>
      {languages.map((language) => (
        <a
          key={language}
          href={samePageIn(language, visit)}
          lang={language}
          {...(language === visit.language && { 'aria-current': 'true' as const })}
        >
          {ownNames[language]}
        </a>
      ))}
    </nav>
  )
}

function entriesOf({ page, visit }: Framed) {
  const { nav } = words[visit.language]
  if (page.region === undefined) return []
  const base = `/${visit.language}/daerah/${page.region.slug}`
  return [
    { entry: 'home', href: base, word: nav.home },
    { entry: 'relations', href: `${base}/kerja-sama`, word: nav.relations },
    { entry: 'activities', href: `${base}/kegiatan`, word: nav.activities },
    { entry: 'programmes', href: `${base}/program`, word: nav.programmes },
    { entry: 'documents', href: `${base}/dokumen`, word: nav.documents },
    { entry: 'search', href: `${base}/cari`, word: nav.search },
  ]
}

function Entries({ page, visit }: Framed) {
  return entriesOf({ page, visit }).map(({ entry, href, word }) => (
    <a key={entry} href={href} {...(page.entry === entry && { 'aria-current': 'page' as const })}>
      {word}
    </a>
  ))
}

function Footer({ page, visit, baseUrl }: Framed & { baseUrl: string }) {
  const { foot, menu, demo, signIn, printed } = words[visit.language]
  const address = `${baseUrl}${samePageIn(visit.language, visit)}`
  const about = `/${visit.language}/tentang`
  return (
    <footer className="foot">
      <Band />
      <div className="wrap">
        <nav id="menu" aria-label={menu}>
          <ul className="pages">
            {entriesOf({ page, visit }).map(({ entry, href, word }) => (
              <li key={entry}>
                <a href={href}>{word}</a>
              </li>
            ))}
            <li>
              <a href={`/kerja?bahasa=${visit.language}`}>{signIn}</a>
            </li>
          </ul>
        </nav>
        <ul>
          {visit.demonstration && (
            <>
              <li>
                <a href={homeOf(visit.language)}>{foot.start}</a>
              </li>
              <li>
                <a href={`${about}/lima-cerita`}>{foot.stories}</a>
              </li>
            </>
          )}
          <li>
            <a href={`${about}/cara-membaca`}>{foot.reading}</a>
          </li>
          <li>
            <a href={`${about}/aksesibilitas`}>{foot.accessibility}</a>
          </li>
          <li>
            <a href={`${about}/privasi`}>{foot.privacy}</a>
          </li>
          <li>
            <a href={`${about}/penyelenggara`}>{foot.imprint}</a>
          </li>
        </ul>
        {visit.demonstration && <p>{inventedSentence(visit.language, page.region) ?? demo}</p>}
        <p className="paper" hidden>
          {printed.from({ address })} · {printed.asOf({ date: formatDate(page.asOf ?? visit.on, visit.language) })}
        </p>
      </div>
    </footer>
  )
}

const homeOf = (language: Language): string => (language === 'id' ? '/' : `/${language}`)
