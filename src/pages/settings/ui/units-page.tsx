import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foldForSearch } from '../../../shared/text.ts'
import { addUnit, listUnits } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { exportUnits } from '../contract.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { MendUnit } from './mend-unit.tsx'
import { SettingsTable } from './settings-table.tsx'
import { UnitForm, unitDraftKey, type UnitValues } from './unit-form.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** The bodies of the region: who may be in charge of an affair, a step, a follow-up. */
export function UnitsPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.section.units)
  const [q, setQ] = useState('')
  const { data, error, refetch } = useQuery(queryOf(listUnits, {}))
  const sought = foldForSearch(q)
  const found = data?.rows.filter((row) => foldForSearch(`${row.name} ${row.shortName ?? ''}`).includes(sought))
  const mayMend = may('reference.administer')
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.section.units}</h1>
        <SearchField label={w.search} hint={w.units.searchHint} text={q} onSearch={setQ} />
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {found !== undefined && found.length > 0 && (
        <ListActs
          title={w.section.units}
          lines={found.map((row) => (row.shortName == null ? row.name : `${row.name} (${row.shortName})`))}
          endpoint={exportUnits}
          input={q === '' ? {} : { q }}
        />
      )}
      {found !== undefined && found.length > 0 && (
        <SettingsTable
          title={w.section.units}
          rows={found}
          columns={[
            { label: w.units.name, cell: ({ name }) => <bdi>{name}</bdi> },
            { label: w.units.shortName, cell: ({ shortName }) => <bdi>{shortName ?? w.empty}</bdi> },
            { label: w.units.kind, cell: ({ kind }) => referenceWords[language].unitKind[kind] },
          ]}
          nameOf={({ name }) => name}
          draftOf={({ id }) => unitDraftKey(id)}
          Form={mayMend ? MendUnit : undefined}
        />
      )}
      {found?.length === 0 && <EmptyState>{q === '' ? w.units.none : w.nothingFound}</EmptyState>}
      {mayMend && <AddUnit />}
    </>
  )
}

const blank: UnitValues = { name: '', shortName: '', kind: 'opd', mail: '' }

function AddUnit() {
  const { language } = useVisitor()
  const w = words[language].units
  const key = unitDraftKey('new')
  const draft = useDraft(key, { base: blank, rev: 0 })
  const adding = useSettledAct(addUnit, { key, said: w.added, after: draft.clear })
  const { name, shortName, kind, mail } = draft.values
  const save = async () =>
    await adding.send({ name, kind, ...(shortName !== '' && { shortName }), ...(mail.trim() !== '' && { mail }) })
  return (
    <section className="sec after">
      <h2>{w.addTitle}</h2>
      <UnitForm id="new" draft={draft} acting={adding} label={w.add} onSave={() => void save()} />
    </section>
  )
}
