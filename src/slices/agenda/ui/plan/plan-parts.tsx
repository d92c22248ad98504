import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { Fact, Facts } from '../../../../ui/marks/facts.tsx'
import { mendActivity } from '../../contract.ts'
import { Opened } from '../../../../ui/controls/opened.tsx'
import type { ActivityView } from '../use-activity.ts'
import { CarriedPoints } from './carried.tsx'
import { Checklist } from './checklist.tsx'
import { Gifts } from './gifts.tsx'
import { Order } from './order.tsx'
import { PlanActs } from './plan-acts.tsx'
import { ActForm } from '../../../ledger/ui/act-form.tsx'
import { Rundown } from './rundown.tsx'
import { usePlan, type PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

export type PlanPartsProps = { activity: ActivityView; mayMend: boolean }

/** Before what was discussed: what may be planned, and what earlier meetings left to this one. */
export function PlanBefore({ activity, mayMend }: PlanPartsProps) {
  const plan = usePlan(activity.id)
  return (
    <>
      {mayMend && <PlanActs activity={activity} plan={plan} />}
      <CarriedPoints plan={plan} />
    </>
  )
}

/** After who takes part: order, interpreter, rundown, checklist and gifts, folded where nothing of it is there. */
export function PlanAfter({ activity, mayMend }: PlanPartsProps) {
  const language = useLanguage()
  const w = words[language]
  const plan = usePlan(activity.id)
  const { rundown, checklist, gifts, interpreter, order } = plan
  const isUsed = [rundown, checklist, gifts].some((rows) => rows.length > 0)
  const isOrdered = order.some(({ position }) => position !== undefined)
  if (!mayMend && !isUsed && !isOrdered && interpreter === undefined) return null
  return (
    <details className="sec after" open={isUsed || isOrdered || interpreter !== undefined || activity.planned}>
      <summary>{w.prepare}</summary>
      <Order activity={activity} plan={plan} mayMend={mayMend} />
      <Interpreter plan={plan} mayMend={mayMend} />
      <Rundown activity={activity} plan={plan} mayMend={mayMend} />
      <Checklist activity={activity} plan={plan} mayMend={mayMend} />
      <Gifts plan={plan} mayMend={mayMend} />
    </details>
  )
}

/** The series of a meeting and its neighbours in it: a further row under what is known of the meeting. */
export function PlanFacts({ activity }: Pick<PlanPartsProps, 'activity'>) {
  const { series, previous, following } = usePlan(activity.id)
  const language = useLanguage()
  const w = words[language]
  if (series === undefined && previous === undefined && following === undefined) return null
  const neighbour = (label: string, one: PlanView['previous']) =>
    one === undefined ? undefined : (
      <span className="row">
        {label}: <Link to={`/kegiatan/${one.slug}`}>{formatDate(one.occurredOn, language)}</Link>
      </span>
    )
  return (
    <Facts>
      <Fact term={series === undefined ? w.series.row : w.series.title}>
        {series !== undefined && (
          <span className="row">
            <Link to={`/agenda?tampil=lewat&berkala=${series.id}`}>
              <bdi>{series.name}</bdi>
            </Link>{' '}
            ({w.cadence[series.cadence ?? 'none']})
          </span>
        )}
        {neighbour(w.series.previous, previous)}
        {neighbour(w.series.following, following)}
      </Fact>
    </Facts>
  )
}

function Interpreter({ plan, mayMend }: { plan: PlanView; mayMend: boolean }) {
  const { interpreter: w, checklist, gifts } = words[useLanguage()]
  const { id, rev, interpreter, interpreterLangs } = plan
  return (
    <section className="sec after" id="penerjemah">
      <h2>{w.label}</h2>
      {interpreter === undefined ? (
        <p className="q">{checklist.nobody}</p>
      ) : (
        <p>
          <bdi>{interpreter}</bdi>
          {interpreterLangs.length > 0 && <span className="q"> ({interpreterLangs.join(', ')})</span>}
        </p>
      )}
      {mayMend && (
        <Opened label={`${gifts.mend}: ${w.label}`}>
          {(close) => (
            <ActForm
              id={`interpreter-${id}`}
              endpoint={mendActivity}
              lines={[
                { name: 'interpreter', label: w.label, hint: w.hint },
                {
                  name: 'interpreterLangs',
                  label: w.langs,
                  hint: w.langsHint,
                  column: 'interpreter_langs',
                  short: true,
                },
              ]}
              base={{ interpreter: interpreter ?? '', interpreterLangs: interpreterLangs.join(', ') }}
              rev={rev}
              input={(values, at) => ({
                id,
                rev: at.rev,
                interpreter: values['interpreter']?.trim() ? values['interpreter'] : null,
                interpreterLangs: (values['interpreterLangs'] ?? '').split(/[\s,、]+/).filter((code) => code !== ''),
              })}
              save={checklist.save}
              said={checklist.saved}
              onClose={close}
            />
          )}
        </Opened>
      )}
    </section>
  )
}
