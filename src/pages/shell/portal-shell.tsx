import { renderToStaticMarkup } from 'react-dom/server'
import type { Assets } from '../../platform/assets.ts'
import type { Page, Visit } from '../../platform/portal.ts'
import { formatDate } from '../../shared/format.ts'
import { languages, ownNames, type Language } from '../../shared/languages.ts'
import { Band } from '../../ui/marks/band.tsx'
import { words } from './messages/words.gen.ts'

/** Draws the whole document of a portal page. */
export function drawPortal(assets: Assets): (page: Page, visit: Visit) => string {
  return (page, visit) =>
    `<!doctype html>${renderToStaticMarkup(<Document page={page} visit={visit} assets={assets} />)}`
}

interface Framed {
  page: Page
  visit: Visit
}

function Document({ page, visit, assets }: Framed & { assets: Assets }) {
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
        <link rel="preload" href={assets.fontPreload} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={assets.portalStylesheet} />
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
        <Footer page={page} visit={visit} />
      </body>
    </html>
  )
}

function Header({ page, visit }: Framed) {
  const w = words[visit.language]
  const home = page.region === undefined ? homeOf(visit.language) : `/${visit.language}/daerah/${page.region.slug}`
  return (
    <header>
      <div className="demo">
        <div className="wrap">
          <p>{visit.demonstration && <DemonstrationLine visit={visit} />}</p>
          <Languages visit={visit} />
        </div>
      </div>
      <div className="wrap head">
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

function DemonstrationLine({ visit }: Pick<Framed, 'visit'>) {
  const w = words[visit.language]
  const back = encodeURIComponent(`/${visit.language}${visit.path === '/' ? '' : visit.path}`)
  return (
    <>
      {w.demo}{' '}
      <span className="nw">
        {w.demoDate({ date: formatDate(visit.on, visit.language, { short: true }) })}{' '}
        <a href={`/${visit.language}/tanggal?kembali=${back}`}>{w.change}</a>
      </span>
    </>
  )
}

/** The page in another language, with its query (?per=); the visitor's own day is kept by the cookie, not by links. */
function samePageIn(language: Language, { path, query }: Pick<Visit, 'path' | 'query'>): string {
  const { tanggal: _, ...kept } = query
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
  ]
}

function Entries({ page, visit }: Framed) {
  return entriesOf({ page, visit }).map(({ entry, href, word }) => (
    <a key={entry} href={href} {...(page.entry === entry && { 'aria-current': 'page' as const })}>
      {word}
    </a>
  ))
}

function Footer({ page, visit }: Framed) {
  const { foot, menu, demo, signIn } = words[visit.language]
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
            <li>
              <a href={`${about}/lima-cerita`}>{foot.stories}</a>
            </li>
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
        {visit.demonstration && <p>{demo}</p>}
      </div>
    </footer>
  )
}

const homeOf = (language: Language): string => (language === 'id' ? '/' : `/${language}`)
