import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { addDays } from '../../../../shared/dates.ts'
import { formatDate } from '../../../../shared/format.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { ReasonForm } from '../../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../../ui/controls/visitor.ts'
import { DayBeside } from '../../../reference/ui/day-beside.tsx'
import { cancelActivity, copyActivity, planNext, proposeNext } from '../../contract.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { ActForm, draftOf, saidOf } from '../../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../../ledger/ui/form-line.tsx'
import { SeriesForm } from './series-form.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

type Which = 'next' | 'copy' | 'series' | 'cancel'

/** What may be done with a meeting as a plan: the next one, a copy, its series, calling it off. One form at a time. */
export function PlanActs({ activity, plan }: { activity: ActivityView; plan: PlanView }) {
  const { drafts, language } = useVisitor()
  const w = words[language]
  const { id, planned } = activity
  const kept = (['next', 'copy', 'series', 'cancel'] as const).find(
    (one) => drafts.read(draftOf(`${one}-${id}`)) !== undefined,
  )
  const [open, setOpen] = useState<Which | undefined>(kept)
  const close = () => setOpen(undefined)
  const labels: Record<Which, string> = {
    next: w.next.go,
    copy: w.next.copy,
    series: plan.series === undefined ? w.series.make : w.series.mend,
    cancel: w.cancel.go,
  }
  const shown: Which[] = planned ? ['next', 'series', 'copy', 'cancel'] : ['next', 'series', 'copy']
  return (
    <div id="berikutnya">
      <p className="acts gap">
        {shown.map((which) => (
          <button
            key={which}
            type="button"
            className="btn sm"
            aria-expanded={open === which}
            onClick={() => setOpen(open === which ? undefined : which)}
          >
            {labels[which]}
          </button>
        ))}
      </p>
      {open === 'next' && <NextForm activity={activity} onClose={close} />}
      {open === 'copy' && <CopyForm activity={activity} onClose={close} />}
      {open === 'series' && <SeriesForm activity={activity} plan={plan} onClose={close} />}
      {open === 'cancel' && <CancelForm activity={activity} onClose={close} />}
    </div>
  )
}

function useLines(): FormLine[] {
  const { next: w } = words[useLanguage()]
  return [
    { name: 'occurredOn', label: w.day, kind: 'date' },
    { name: 'startsAt', label: w.startsAt, kind: 'time' },
    { name: 'endsAt', label: w.endsAt, kind: 'time' },
    { name: 'place', label: w.place },
    { name: 'about', label: w.about },
  ]
}

const names = ['occurredOn', 'startsAt', 'endsAt', 'place', 'about'] as const
type Sent = Pick<Parameters<typeof saidOf>[0], string> & { occurredOn: string; about: string }

type FormProps = { activity: ActivityView; onClose: () => void }

function useGoThere() {
  const navigate = useNavigate()
  return async ({ slug }: { slug: string }) => await navigate(`/kegiatan/${slug}`)
}

function NextForm({ activity: { id }, onClose }: FormProps) {
  const language = useLanguage()
  const { next: w } = words[language]
  const { data } = useQuery({ ...queryOf(proposeNext, { id }), gcTime: 0 })
  const lines = useLines()
  const goThere = useGoThere()
  if (data === undefined) return null
  const { occurredOn, startsAt = '', endsAt = '', place = '', about, wished, open, planned } = data
  return (
    <ActForm
      id={`next-${id}`}
      endpoint={planNext}
      lines={lines}
      base={{ occurredOn, startsAt, endsAt, place, about }}
      rev={0}
      input={(values) => ({ id, ...(saidOf(values, names) as Sent) })}
      save={w.save}
      said={w.done}
      onClose={onClose}
      onDone={goThere}
      why={() => ({ about: w.twice })}
    >
      {(values) => (
        <>
          <p>
            <b>{w.go}</b>
          </p>
          <p className="hint">
            {w.proposed({ date: formatDate(occurredOn, language, { weekday: true }) })}{' '}
            {wished !== undefined && w.moved({ wished: formatDate(wished, language, { weekday: true }) })}
          </p>
          <p className="hint">
            {w.takes} {w.open({ n: open })}
          </p>
          {planned !== undefined && (
            <p className="hint st-wait">{w.planned({ date: formatDate(planned.occurredOn, language) })}</p>
          )}
          <DayBeside day={values['occurredOn'] ?? ''} time={values['startsAt']} abroad />
        </>
      )}
    </ActForm>
  )
}

function CopyForm({ activity, onClose }: FormProps) {
  const { language, on } = useVisitor()
  const { next: w } = words[language]
  const lines = useLines()
  const goThere = useGoThere()
  const { id, startsAt = '', endsAt = '', place = '', about, occurredOn } = activity
  const day = occurredOn > on && occurredOn.length === 10 ? addDays(occurredOn, 7) : ''
  return (
    <ActForm
      id={`copy-${id}`}
      endpoint={copyActivity}
      lines={lines}
      base={{ occurredOn: day, startsAt, endsAt, place, about }}
      rev={0}
      input={(values) => ({ id, ...(saidOf(values, names) as Sent) })}
      save={w.copy}
      said={w.copied}
      onClose={onClose}
      onDone={goThere}
    >
      {(values) => (
        <>
          <p className="hint">{w.copyWhat}</p>
          <DayBeside day={values['occurredOn'] ?? ''} time={values['startsAt']} abroad />
        </>
      )}
    </ActForm>
  )
}

function CancelForm({ activity: { id, rev }, onClose }: FormProps) {
  const { cancel: w, cancelForm } = words[useLanguage()]
  const saved = useSaved()
  const draft = useDraft(draftOf(`cancel-${id}`), { base: { reason: '' }, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const cancelling = useAct(cancelActivity, {
    key: `batal-${id}`,
    async done(_, act) {
      close()
      await saved(w.done, act)
    },
  })
  return (
    <ReasonForm
      id="cancel-reason"
      words={{ reason: w.reason, why: w.why, go: w.send }}
      reason={draft.values.reason}
      onReason={(reason) => draft.set({ reason })}
      acting={cancelling}
      onSend={() => void cancelling.send({ id, rev, reason: draft.values.reason })}
      cancel={{ label: cancelForm, onCancel: close }}
    />
  )
}
