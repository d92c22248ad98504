import type { PortalPage } from '../../platform/portal.ts'
import { formatNumber } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { nameIn } from '../../shared/names.ts'
import { readLastDays } from '../../slices/agenda/queries.ts'
import { countryName } from '../../slices/reference/model.ts'
import { RelationLines } from '../../slices/relations/embed.tsx'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { countPublished, listPublished } from '../../slices/relations/published.ts'
import { EmptyState } from '../../ui/marks/empty-state.tsx'
import { SelectField } from '../../ui/marks/field.tsx'
import { filteredFrom, readFilters, sumUp, type Filters } from './filters.ts'
import { words } from './messages/words.gen.ts'
import { frameOf, Next, pageSize, PastTheEnd, regionOf } from './region.tsx'

/** Kerja sama: what a region has published, by name; from nine on it can be narrowed by status and country. */
export const relationList: PortalPage = {
  path: '/daerah/:region/kerja-sama',
  reads: ['keadaan', 'negara', 'sesudah'],
  async show(visit) {
    const { language, on, portal, query } = visit
    const region = await regionOf(visit)
    const w = words[language]
    const filters = readFilters(query)
    const after = query['sesudah']
    const of = { region: region.slug, on }
    const counts = sumUp(await countPublished(portal, of), filters)
    const found = await listPublished(portal, { ...of, ...filters, after, limit: pageSize + 1 })
    const rows = found.slice(0, pageSize)
    const lastDays = await readLastDays(portal, { relations: rows.map(({ id }) => id), on })
    const isNarrowed = filters.status !== undefined || filters.country !== undefined
    const path = `/${language}/daerah/${region.slug}/kerja-sama`
    return {
      title: w.region.relations,
      region: frameOf(language, region),
      entry: 'relations',
      body: (
        <section className="sec strong">
          <h1>{w.region.relations}</h1>
          {(counts.all >= filteredFrom || isNarrowed) && (
            <details className="asof" open={isNarrowed}>
              <summary>{w.filter.title}</summary>
              <FilterForm language={language} filters={filters} counts={counts} />
            </details>
          )}
          {isNarrowed && (
            <p className="gap">
              {w.filter.shown({ n: counts.left, of: counts.all })} <a href={path}>{w.filter.clear}</a>
            </p>
          )}
          {rows.length > 0 ? (
            <RelationLines relations={rows} language={language} on={on} lastDays={lastDays} />
          ) : isNarrowed && counts.left === 0 ? (
            <EmptyState>{w.filter.none}</EmptyState>
          ) : after === undefined ? (
            <EmptyState>{w.region.noRelations({ region: nameIn(language, region) })}</EmptyState>
          ) : (
            <PastTheEnd language={language} path={path} />
          )}
          {found.length > pageSize && (
            <Next
              language={language}
              query={{ keadaan: filters.status, negara: filters.country, sesudah: rows.at(-1)?.slug }}
            />
          )}
        </section>
      ),
    }
  },
}

interface FilterProps {
  language: Language
  filters: Filters
  counts: ReturnType<typeof sumUp>
}

function FilterForm({ language, filters, counts }: FilterProps) {
  const w = words[language].filter
  const choices = <Key extends string>(counted: readonly { key: Key; n: number }[], write: (key: Key) => string) => [
    { value: '', label: w.any },
    ...counted.map(({ key, n }) => ({ value: key, label: `${write(key)} (${formatNumber(n, language)})` })),
  ]
  return (
    <form className="form" method="get">
      <SelectField
        id="keadaan"
        name="keadaan"
        label={w.status}
        defaultValue={filters.status ?? ''}
        choices={choices(counts.statuses, (key) => relationWords[language].status[key])}
      />
      <SelectField
        id="negara"
        name="negara"
        label={w.country}
        defaultValue={filters.country ?? ''}
        choices={choices(counts.countries, (key) => countryName(language, key))}
      />
      <div className="acts">
        <button className="btn" type="submit">
          {w.apply}
        </button>
      </div>
    </form>
  )
}
