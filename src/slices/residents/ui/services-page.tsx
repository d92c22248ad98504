import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { ProgrammeLink } from '../../../ui/controls/programme-link.tsx'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { listServices } from '../contract.ts'
import { textIn } from '../model.ts'
import { ContactPoint } from './contact-point.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { AddService } from './service-form.tsx'
import { words } from './messages/words.gen.ts'

export const servicesQuery = (q: string) => queryOf(listServices, q === '' ? {} : { q })

/** Layanan warga asing: the services, newest first, and the contact point. */
export function ServicesPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  const [search, setSearch] = useSearchParams()
  const q = search.get('q') ?? ''
  const { rows } = useSuspenseQuery(servicesQuery(q)).data
  usePageTitle(w.title)
  return (
    <>
      <ProgrammeLink />
      <div className="top">
        <div>
          <h1 tabIndex={-1}>{w.title}</h1>
          <p className="sub">{w.lead}</p>
        </div>
      </div>
      <section className="sec after" aria-labelledby="layanan">
        <h2 id="layanan">{w.services}</h2>
        {(rows.length > 5 || q !== '') && (
          <SearchField
            label={w.search}
            hint={w.search}
            text={q}
            onSearch={(text) => setSearch(text === '' ? {} : { q: text })}
          />
        )}
        {rows.length === 0 ? (
          <EmptyState>{q === '' ? w.none : w.noneFound}</EmptyState>
        ) : (
          <ul className="rows">
            {rows.map(({ id, slug, texts, occurredOn, coming, published, unit, opensOn, closesOn }) => {
              const { title, lang } = textIn(language, texts)
              return (
                <li key={id}>
                  <p className="key">
                    {formatDate(occurredOn, language)} · {published ? w.published : w.inside}
                    {unit !== undefined && (
                      <>
                        {' '}
                        · <bdi>{unit.name}</bdi>
                      </>
                    )}
                  </p>
                  <p>
                    <Link to={`/program/layanan/${slug}`}>
                      <bdi lang={lang}>{title}</bdi>
                    </Link>
                  </p>
                  <p className="q">
                    {w.coming(coming)}
                    {opensOn !== undefined && closesOn !== undefined && (
                      <>
                        {' '}
                        ·{' '}
                        {w.service.windowOf({
                          from: formatDate(opensOn, language),
                          to: formatDate(closesOn, language),
                        })}
                      </>
                    )}
                  </p>
                </li>
              )
            })}
          </ul>
        )}
        {may('programmes.keep') && <Opened label={w.add}>{(close) => <AddService onClose={close} />}</Opened>}
      </section>
      <ContactPoint />
    </>
  )
}
