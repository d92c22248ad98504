import type { ReactNode } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { History } from '../../ledger/ui/history.tsx'
import { words as agendaWords } from '../messages/words.gen.ts'
import { ActivitySummary } from './activity-summary.tsx'
import { Attendance } from './attendance.tsx'
import { CiteSource } from './cite-source.tsx'
import { CloseVisit } from './close-visit.tsx'
import { Commitments } from './commitments.tsx'
import { MendVisit } from './mend-visit.tsx'
import { Photos } from './photos.tsx'
import { PlanAfter, PlanBefore, PlanFacts } from './plan/plan-parts.tsx'
import { Points } from './points.tsx'
import { MinutesLink } from './room/minutes-link.tsx'
import { PublishVisit } from './publish-visit.tsx'
import { SortUnder } from './sort-under.tsx'
import { Statements } from './statements.tsx'
import { tellActivity } from './tell-activity.ts'
import { useActivity } from './use-activity.ts'
import { VoidVisit } from './void-visit.tsx'
import { words } from './messages/words.gen.ts'

type Shown = ReturnType<typeof useActivity>

/**
 * One visit or meeting: what is recorded of it, what may be added, and what closes it. `papers` draws what the office
 * makes of it, which this slice does not know.
 */
export function ActivityPage({ papers }: { papers: (activity: Shown) => ReactNode }) {
  const activity = useActivity()
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(activity.about)
  const { voided, closedOn, planned, published, slug, id } = activity
  const mayMend = may('agenda.record') && voided === undefined
  return (
    <>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>
            <bdi>{activity.about}</bdi>
          </h1>
          <p className="sub">
            {activity.kind === undefined ? w.visit : agendaWords[language].kind[activity.kind]}
            {planned && ` · ${agendaWords[language].planned}`}
            {closedOn !== undefined && ` · ${w.closedOn({ date: formatDate(closedOn, language) })}`}
          </p>
        </div>
        {published && (
          <a className="btn sm" href={`/${language}/kegiatan/${slug}`}>
            {w.publicPage}
          </a>
        )}
      </div>
      {voided !== undefined && (
        <p className="note" role="note">
          {(voided.cancelled ? w.calledOff : w.voided)({
            date: formatDate(voided.on, language),
            reason: voided.reason,
          })}
        </p>
      )}
      <ActivitySummary activity={activity} />
      <PlanFacts activity={activity} />
      {mayMend && <SortUnder activity={activity} />}
      {mayMend && <MendVisit activity={activity} />}
      {mayMend && closedOn === undefined && <CloseVisit activity={activity} />}
      <PlanBefore activity={activity} mayMend={mayMend} />
      <Points activity={activity} mayMend={mayMend} />
      <Attendance activity={activity} mayMend={mayMend} />
      <PlanAfter activity={activity} mayMend={mayMend} />
      <Statements activity={activity} mayMend={mayMend} />
      <Commitments activity={activity} mayMend={mayMend} />
      {voided === undefined && <MinutesLink activity={activity} />}
      <Photos activity={activity} mayMend={mayMend} />
      {papers(activity)}
      {mayMend && <CiteSource activity={activity} />}
      {may('agenda.publish') && voided === undefined && <PublishVisit activity={activity} />}
      {mayMend && <VoidVisit activity={activity} />}
      {may('ledger.read') && (
        <section className="sec after">
          <h2 aria-hidden="true">{w.history}</h2>
          <History subject={id} title={w.history} tell={(changes) => tellActivity(language, changes)} />
        </section>
      )}
    </>
  )
}
