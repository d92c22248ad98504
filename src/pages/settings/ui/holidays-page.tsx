import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { foldForSearch } from '../../../shared/text.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { listHolidays } from '../../../slices/reference/contract.ts'
import { exportHolidays } from '../contract.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { AddHoliday } from './add-holiday.tsx'
import { CheckTable } from './check-table.tsx'
import { ClocksLine } from './clocks-line.tsx'
import { ForeignHolidays } from './foreign-holidays.tsx'
import { holidayDraftKey } from './holiday-values.ts'
import { JointLeave } from './joint-leave.tsx'
import { MendHoliday } from './mend-holiday.tsx'
import { SettingsTable } from './settings-table.tsx'
import { TakeOverTable } from './take-over-table.tsx'
import { yearOf } from './year-of.ts'
import { YearState } from './year-state.tsx'
import { words } from './messages/words.gen.ts'

/** The days off of a year: what every count of working days stands on. */
export function HolidaysPage() {
  const { language, may, on } = useVisitor()
  const w = words[language]
  usePageTitle(w.section.holidays)
  const [search, setSearch] = useSearchParams()
  const [q, setQ] = useState('')
  const year = yearOf(search, on)
  const { data, error, refetch } = useQuery(queryOf(listHolidays, { year }))
  const known = data?.years.map((one) => one.year) ?? []
  const years = [...new Set([...known, year, Math.max(year, ...known) + 1])].toSorted((a, b) => a - b)
  const found = data?.rows.filter((row) =>
    foldForSearch(Object.values(row.names).join(' ') + row.name).includes(foldForSearch(q)),
  )
  const state = data?.years.find((one) => one.year === year) ?? { year, basis: null, complete: false, days: 0, rev: 0 }
  const mayMend = may('reference.administer')
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.section.holidays}</h1>
        <SearchField label={w.search} hint={w.holidays.searchHint} text={q} onSearch={setQ} />
      </div>
      <div className="chips" role="group" aria-label={w.holidays.year}>
        {years.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === year}
            onClick={() => setSearch({ tahun: String(one) }, { replace: true })}
          >
            {one}
          </button>
        ))}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <YearState key={`state-${year}`} year={state} mayMend={mayMend} />}
      <ClocksLine />
      {found !== undefined && found.length > 0 && (
        <ListActs
          title={`${w.section.holidays} ${year}`}
          lines={found.map((row) => [formatDate(row.day, language), nameIn(language, row)].join(' · '))}
          endpoint={exportHolidays}
          input={{ year, ...(q !== '' && { q }) }}
        />
      )}
      {found !== undefined && found.length > 0 && (
        <SettingsTable
          title={w.section.holidays}
          rows={found}
          columns={[
            { label: w.holidays.day, cell: ({ day }) => formatDate(day, language, { weekday: true }) },
            {
              label: w.holidays.name,
              cell: (row) => <bdi lang={languageOfName(language, row)}>{nameIn(language, row)}</bdi>,
            },
            { label: w.holidays.kind, cell: ({ kind }) => referenceWords[language].holidayKind[kind] },
            { label: w.holidays.basis, cell: ({ basis }) => <bdi lang="id">{basis ?? w.empty}</bdi> },
          ]}
          nameOf={(row) => `${formatDate(row.day, language)}, ${nameIn(language, row)}`}
          draftOf={({ id }) => holidayDraftKey(id)}
          Form={mayMend ? MendHoliday : undefined}
        />
      )}
      {data !== undefined && <CheckTable table="holidays" year={year} rows={data.rows} />}
      {found?.length === 0 && (
        <EmptyState>{q === '' ? w.holidays.none({ year: String(year) }) : w.nothingFound}</EmptyState>
      )}
      {mayMend && <AddHoliday />}
      {mayMend && data !== undefined && <TakeOverTable key={`take-over-${year}`} year={state} />}
      <JointLeave mayMend={mayMend} />
      <ForeignHolidays key={`foreign-${year}`} year={year} mayMend={mayMend} />
    </>
  )
}
