import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatDateRange } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { foldForSearch } from '../../../shared/text.ts'
import { addOfficial, listOfficials } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { exportOfficials } from '../contract.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { filledIn } from './changed.ts'
import { MendOfficial, type OfficialRow } from './mend-official.tsx'
import { OfficialForm, officialDraftKey, type OfficialValues } from './official-form.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** Who holds and held the offices of the region: letters and steps name who was in office on their day. */
export function OfficialsPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  const { office, capacity } = referenceWords[language]
  usePageTitle(w.section.officials)
  const [q, setQ] = useState('')
  const { data, error, refetch } = useQuery(queryOf(listOfficials, {}))
  const found = data?.rows.filter((row) =>
    foldForSearch(`${row.name} ${office[row.office]}`).includes(foldForSearch(q)),
  )
  const mayMend = may('reference.administer')
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.section.officials}</h1>
        <SearchField label={w.search} hint={w.officials.searchHint} text={q} onSearch={setQ} />
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {found !== undefined && found.length > 0 && (
        <ListActs
          title={w.section.officials}
          lines={found.map((row) => [row.name, office[row.office], capacity[row.capacity]].join(' · '))}
          endpoint={may('reference.take') ? exportOfficials : undefined}
          input={q === '' ? {} : { q }}
        />
      )}
      {found !== undefined && found.length > 0 && (
        <SettingsTable
          title={w.section.officials}
          rows={found}
          columns={[
            { label: w.officials.name, cell: ({ name }) => <bdi>{name}</bdi> },
            { label: w.officials.office, cell: (row) => office[row.office] },
            { label: w.officials.capacity, cell: (row) => capacity[row.capacity] },
            { label: w.officials.term, cell: (row) => termOf(language, row) },
          ]}
          nameOf={({ name }) => name}
          draftOf={({ id }) => officialDraftKey(id)}
          Form={mayMend ? MendOfficial : undefined}
        />
      )}
      {found?.length === 0 && <EmptyState>{q === '' ? w.officials.none : w.nothingFound}</EmptyState>}
      {mayMend && <AddOfficial />}
    </>
  )
}

/** The term as far as it is known; where it is not, the day on which a source shows the person in office. */
function termOf(language: Language, { fromOn, toOn, seenOn }: OfficialRow): string {
  const w = words[language].officials
  if (fromOn !== undefined && toOn !== undefined) return formatDateRange(fromOn, toOn, language)
  if (fromOn !== undefined) return w.since({ date: formatDate(fromOn, language) })
  if (toOn !== undefined) return w.until({ date: formatDate(toOn, language) })
  return w.seen({ date: formatDate(seenOn, language) })
}

function AddOfficial() {
  const { language, on } = useVisitor()
  const w = words[language].officials
  const key = officialDraftKey('new')
  const blank: OfficialValues = {
    name: '',
    office: 'kepala_dinas',
    capacity: 'definitif',
    unit: '',
    fromOn: '',
    toOn: '',
    seenOn: on,
  }
  const draft = useDraft(key, { base: blank, rev: 0 })
  const adding = useSettledAct(addOfficial, { key, said: w.added, after: draft.clear })
  const { name, office, capacity, seenOn, ...rest } = draft.values
  const save = async (sure: string[]) => await adding.send({ name, office, capacity, seenOn, ...filledIn(rest), sure })
  return (
    <section className="sec after">
      <h2>{w.addTitle}</h2>
      <OfficialForm id="new" draft={draft} acting={adding} label={w.add} onSave={(sure) => void save(sure)} />
    </section>
  )
}
