import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foldForSearch } from '../../../shared/text.ts'
import { addAffair, listAffairs, listUnits } from '../../../slices/reference/contract.ts'
import { words as referenceWords } from '../../../slices/reference/messages/words.gen.ts'
import { affairName } from '../../../slices/reference/model.ts'
import { exportAffairs } from '../contract.ts'
import { FailureLine } from '../../../ui/controls/failure-line.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { ListActs } from '../../../ui/controls/list-acts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { SearchField } from '../../../ui/controls/search-field.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { AffairForm, affairDraftKey, type AffairValues, readSectors } from './affair-form.tsx'
import { CheckTable } from './check-table.tsx'
import { MendAffair } from './mend-affair.tsx'
import { SectorTable } from './sector-table.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useSettledAct } from './use-settled-act.ts'
import { words } from './messages/words.gen.ts'

/** Field of cooperation → affair of the region → body in charge: what an agreement may be about, and who answers for it. */
export function AffairsPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  const { heading, sector } = referenceWords[language]
  usePageTitle(w.section.affairs)
  const [q, setQ] = useState('')
  const [view, setView] = useState<'bySector' | 'byAffair'>('bySector')
  const { data, error, refetch } = useQuery(queryOf(listAffairs, {}))
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const unitName = (id: string | null) => units?.rows.find((unit) => unit.id === id)?.name ?? w.empty
  const found = data?.rows.filter((row) =>
    foldForSearch([row.name, affairName(language, row), ...row.sectors.map((id) => sector[id])].join(' ')).includes(
      foldForSearch(q),
    ),
  )
  const mayMend = may('reference.administer')
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{w.section.affairs}</h1>
        <SearchField label={w.search} hint={w.affairs.searchHint} text={q} onSearch={setQ} />
      </div>
      <div className="chips" role="group" aria-label={w.affairs.view}>
        {(['bySector', 'byAffair'] as const).map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === view} onClick={() => setView(one)}>
            {w.affairs[one]}
          </button>
        ))}
      </div>
      {error !== null && <FailureLine error={error} onRetry={() => void refetch()} />}
      {found !== undefined && found.length > 0 && (
        <ListActs
          title={w.section.affairs}
          lines={found.map((row) => `${affairName(language, row)} · ${unitName(row.unit)}`)}
          endpoint={exportAffairs}
          input={q === '' ? {} : { q }}
        />
      )}
      {data !== undefined && view === 'bySector' && <SectorTable affairs={data.rows} unitName={unitName} q={q} />}
      {found !== undefined && found.length > 0 && view === 'byAffair' && (
        <SettingsTable
          title={w.section.affairs}
          rows={found}
          columns={[
            { label: w.affairs.name, cell: (row) => <bdi>{affairName(language, row)}</bdi> },
            { label: w.affairs.heading, cell: (row) => heading[row.heading] },
            { label: w.affairs.sectors, cell: (row) => row.sectors.map((id) => sector[id]).join(', ') || w.empty },
            { label: w.affairs.unit, cell: ({ unit }) => <bdi>{unitName(unit)}</bdi> },
          ]}
          nameOf={(row) => affairName(language, row)}
          draftOf={({ id }) => affairDraftKey(id)}
          Form={mayMend ? MendAffair : undefined}
        />
      )}
      {found?.length === 0 && view === 'byAffair' && (
        <EmptyState>{q === '' ? w.affairs.none : w.nothingFound}</EmptyState>
      )}
      {data !== undefined && <CheckTable table="affairs" rows={data.rows} />}
      {mayMend && view === 'byAffair' && <AddAffair />}
    </>
  )
}

const blank: AffairValues = { name: '', heading: 'pilihan', sectors: '', unit: '' }

function AddAffair() {
  const { language } = useVisitor()
  const w = words[language].affairs
  const key = affairDraftKey('new')
  const draft = useDraft(key, { base: blank, rev: 0 })
  const adding = useSettledAct(addAffair, { key, said: w.added, after: draft.clear })
  const { name, heading, sectors, unit } = draft.values
  const save = async () =>
    await adding.send({ name, heading, sectors: readSectors(sectors), ...(unit !== '' && { unit }) })
  return (
    <section className="sec after">
      <h2>{w.addTitle}</h2>
      <AffairForm id="new" draft={draft} acting={adding} label={w.add} isNew onSave={() => void save()} />
    </section>
  )
}
