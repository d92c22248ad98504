import type { PortalPage } from '../../platform/portal.ts'
import { formatDate } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { ActivityLines } from '../../slices/agenda/embed.tsx'
import { listPublicYears, listPublishedOfRegion } from '../../slices/agenda/queries.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { words } from './messages/words.gen.ts'
import { frameOf, Next, pageSize, PastTheEnd, regionOf } from './region.tsx'

/** Kegiatan: what a region has published up to the day, year by year, the newest first. */
export const activityList: PortalPage = {
  path: '/daerah/:region/kegiatan',
  reads: ['tahun', 'sebelum'],
  async show(visit) {
    const { language, on, portal, query } = visit
    const region = await regionOf(visit)
    const w = words[language]
    const year = /^\d{4}$/.test(query['tahun'] ?? '') ? query['tahun'] : undefined
    const before = query['sebelum']
    const of = { region: region.slug, on }
    const years = (await listPublicYears(portal, of)).map((row) => row.year)
    const found = await listPublishedOfRegion(portal, { ...of, year, before, limit: pageSize + 1 })
    const rows = found.slice(0, pageSize)
    const path = `/${language}/daerah/${region.slug}/kegiatan`
    const byYear = Map.groupBy(rows, ({ occurredOn }) => occurredOn.slice(0, 4))
    return {
      title: w.partner.activities,
      region: frameOf(language, region),
      entry: 'activities',
      body: (
        <>
          <section className="sec strong">
            <h1>{w.partner.activities}</h1>
            {(years.length > 1 || year !== undefined) && (
              <Years language={language} years={years} shown={year} path={path} />
            )}
            {rows.length === 0 &&
              (before !== undefined ? (
                <PastTheEnd language={language} path={path} />
              ) : (
                <EmptyState>{year === undefined ? w.region.noActivities : w.years.none({ year })}</EmptyState>
              ))}
          </section>
          {[...byYear].map(([of, activities]) => (
            <section key={of} className="sec">
              <h2>{formatDate(of, language)}</h2>
              <ActivityLines activities={activities} language={language} />
            </section>
          ))}
          {found.length > pageSize && <Next language={language} query={{ tahun: year, sebelum: rows.at(-1)?.slug }} />}
        </>
      ),
    }
  },
}

interface YearsProps {
  language: Language
  years: readonly string[]
  shown: string | undefined
  path: string
}

function Years({ language, years, shown, path }: YearsProps) {
  const w = words[language].years
  const current = (of: string | undefined) => of === shown && { 'aria-current': 'true' as const }
  return (
    <nav className="langs gap" aria-label={w.title}>
      <a href={path} {...current(undefined)}>
        {w.all}
      </a>
      {years.map((year) => (
        <a key={year} href={`?tahun=${year}`} {...current(year)}>
          {formatDate(year, language)}
        </a>
      ))}
    </nav>
  )
}
