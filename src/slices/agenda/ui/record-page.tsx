import { useQuery } from '@tanstack/react-query'
import { NavLink, useSearchParams } from 'react-router'
import { isId } from '../../../shared/ids.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { readRelation } from '../../relations/contract.ts'
import { partnerName } from '../../relations/ui/view.ts'
import { RecordVisit } from './record-visit.tsx'
import { words } from './messages/words.gen.ts'

/** What may be recorded, and its form. `?kerja-sama={id}` begins with that relation chosen. */
export function RecordPage() {
  const language = useLanguage()
  const w = words[language]
  usePageTitle(w.visit)
  const [search] = useSearchParams()
  const relation = search.get('kerja-sama') ?? ''
  const isAsked = isId(relation)
  const { data, isError } = useQuery({ ...queryOf(readRelation, { id: relation }), enabled: isAsked })
  return (
    <>
      <RecordHead title={w.visit} />
      <p className="q">{w.intro}</p>
      {isAsked && data === undefined && !isError ? null : (
        <RecordVisit
          key={data?.id ?? ''}
          preset={data === undefined ? undefined : { who: partnerName(data, language), relation: data.id }}
        />
      )}
    </>
  )
}

/** The heading of every form of + Catat, with the way to the other kinds. */
export function RecordHead({ title }: { title: string }) {
  const { language, may } = useVisitor()
  const w = words[language]
  return (
    <>
      <div className="top">
        <h1 tabIndex={-1}>{title}</h1>
      </div>
      <nav className="chips" aria-label={w.kinds}>
        {may('agenda.record') && (
          <NavLink className="chip" to="/catat" end>
            {w.visit}
          </NavLink>
        )}
        {may('agenda.record') && (
          <NavLink className="chip" to="/catat/kalender">
            {w.fromFile}
          </NavLink>
        )}
        {may('relations.mend') && (
          <NavLink className="chip" to="/catat/kerja-sama" end>
            {w.newRelation}
          </NavLink>
        )}
        {may('followup.mend') && (
          <NavLink className="chip" to="/catat/tindak-lanjut" end>
            {w.newTask}
          </NavLink>
        )}
      </nav>
    </>
  )
}
