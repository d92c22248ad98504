import type { ReactNode } from 'react'
import { soughtWords } from '../../platform/sought-words.ts'
import type { Page, PortalPage, Visit } from '../../platform/portal.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { lengthOf, tidyName } from '../../shared/text.ts'
import { ActivityLines } from '../../slices/agenda/embed.tsx'
import { readLastDays } from '../../slices/agenda/queries.ts'
import type { RegionCard } from '../../slices/reference/model.ts'
import { RelationLines } from '../../slices/relations/embed.tsx'
import { words } from './messages/words.gen.ts'
import { frameOf, Next, PastTheEnd, regionOf } from './region.tsx'
import { SearchForm, soughtMost } from './search-form.tsx'
import { findAlike, searchRegion, type Results } from './search.ts'

/** Cari: what a region has published that holds every word, in any script. A plain form; its address can be shared. */
export const searchPage: PortalPage = {
  path: '/daerah/:region/cari',
  async show(visit) {
    const region = await regionOf(visit)
    const typed = tidyName(visit.query['q'] ?? '').replace(/\p{Bidi_Control}/gu, '')
    const q = [...typed].slice(0, soughtMost).join('').trim()
    const isShortened = lengthOf(typed) > soughtMost
    return pageOf(visit, { region, q, isShortened, results: await resultsOf(visit, { region, q }) })
  },
}

type Found = Results & { isAlike: boolean; isFirst: boolean; lastDays: ReadonlyMap<string, string> }

async function resultsOf(visit: Visit, { region, q }: { region: RegionCard; q: string }): Promise<Found | undefined> {
  const { portal, on, query } = visit
  const after = query['sesudah']
  const sought = soughtWords(q, soughtMost)
  if (sought.length === 0) return undefined
  const asked = { region: region.slug, on, words: sought }
  const held = await searchRegion(portal, { ...asked, after })
  const isAlike = after === undefined && held.relations.length + held.activities.length === 0
  const results = isAlike ? await findAlike(portal, asked) : held
  const lastDays = await readLastDays(portal, { relations: results.relations.map(({ id }) => id), on })
  return { ...results, isAlike, isFirst: after === undefined, lastDays }
}

interface Shown {
  region: RegionCard
  q: string
  isShortened: boolean
  results: Found | undefined
}

function pageOf({ language, on }: Visit, { region, q, isShortened, results }: Shown): Page {
  const w = words[language]
  const name = nameIn(language, region)
  const address = `/${language}/daerah/${region.slug}/cari?${new URLSearchParams({ q }).toString()}`
  return {
    title: q === '' ? w.search.title : `${w.search.title}: ${q}`,
    region: frameOf(language, region),
    entry: 'search',
    body: (
      <>
        <section className="sec strong">
          <h1>{w.search.title}</h1>
          <div className="gap">
            <SearchForm language={language} region={region.slug} q={q} />
          </div>
          {isShortened && <p className="gap">{w.search.shortened}</p>}
          <div className="gap3">
            {results === undefined ? (
              <p className="empty">{w.search.ask({ region: name })}</p>
            ) : (
              <Verdict language={language} q={q} results={results} address={address} />
            )}
          </div>
        </section>
        {results !== undefined && results.relations.length > 0 && (
          <section className="sec">
            <h2>{w.region.relations}</h2>
            <RelationLines relations={results.relations} language={language} on={on} lastDays={results.lastDays} />
          </section>
        )}
        {results !== undefined && results.activities.length > 0 && (
          <section className="sec">
            <h2>{w.partner.activities}</h2>
            <ActivityLines activities={results.activities} language={language} />
          </section>
        )}
        {results?.next !== undefined && <Next language={language} query={{ q, sesudah: results.next }} />}
      </>
    ),
  }
}

interface VerdictProps {
  language: Language
  q: string
  results: Found
  address: string
}

/** How many were found, whether there are more, or what is only spelled alike. */
function Verdict({ language, q, results, address }: VerdictProps) {
  const w = words[language].search
  const n = results.relations.length + results.activities.length
  if (n === 0 && !results.isFirst) return <PastTheEnd language={language} path={address} />
  const sentence =
    n === 0
      ? w.nothing({ q: slot })
      : results.isAlike
        ? w.alike({ q: slot })
        : !results.isFirst
          ? w.further({ n, q: slot })
          : results.next !== undefined
            ? w.foundMany({ n, q: slot })
            : w.found({ n, q: slot })
  return <p role="status">{around(sentence, <bdi>{q}</bdi>)}</p>
}

/** Stands where the reader's own words go, until the sentence is cut there. */
const slot = '\u0000'

function around(sentence: string, piece: ReactNode): ReactNode {
  const [before, after] = sentence.split(slot)
  return (
    <>
      {before}
      {piece}
      {after}
    </>
  )
}
