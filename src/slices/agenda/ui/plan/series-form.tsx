import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../../ui/controls/query.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { SelectField } from '../../../../ui/marks/field.tsx'
import { beginSeries, joinSeries, listSeries, mendSeries } from '../../contract.ts'
import { cadences, type Cadence } from '../../plan-model.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { ActForm, changedOf } from '../../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../../ledger/ui/form-line.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

export type SeriesFormProps = { activity: ActivityView; plan: PlanView; onClose: () => void }

/** The series of a meeting: begun with it, joined, changed, or left. */
export function SeriesForm(props: SeriesFormProps) {
  return props.plan.series === undefined ? <BeginForm {...props} /> : <MendForm {...props} />
}

function useSeriesLines(): FormLine[] {
  const { series: w, cadence } = words[useLanguage()]
  const often = cadences.map((value) => ({ value, label: cadence[value] }))
  return [
    { name: 'name', label: w.name },
    { name: 'cadence', label: w.cadence, choices: [...often, { value: '', label: cadence.none }], short: true },
  ]
}

function BeginForm({ activity: { id, rev, about }, onClose }: SeriesFormProps) {
  const { series: w } = words[useLanguage()]
  const lines = useSeriesLines()
  return (
    <>
      <ActForm
        id={`series-${id}`}
        endpoint={beginSeries}
        lines={lines}
        base={{ name: about, cadence: 'triwulanan' }}
        rev={rev}
        input={(values, at) => ({
          id,
          rev: at.rev,
          name: values['name'] ?? '',
          ...(values['cadence'] !== '' && { cadence: values['cadence'] as Cadence }),
        })}
        save={w.save}
        said={w.made}
        onClose={onClose}
      />
      <JoinForm activity={{ id, rev }} onClose={onClose} />
    </>
  )
}

function JoinForm({ activity: { id, rev }, onClose }: { activity: { id: string; rev: number }; onClose: () => void }) {
  const { series: w } = words[useLanguage()]
  const { data } = useQuery(queryOf(listSeries, {}))
  const [chosen, setChosen] = useState('')
  const saved = useSaved()
  const joining = useAct(joinSeries, {
    key: `gabung-${id}`,
    async done(_, act) {
      onClose()
      await saved(w.made, act)
    },
  })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  const series = chosen === '' ? rows[0]?.id : chosen
  return (
    <form
      className="form after"
      onSubmit={(event) => {
        event.preventDefault()
        if (series !== undefined) void joining.send({ id, rev, series })
      }}
    >
      <SelectField
        id={`join-${id}`}
        label={w.join}
        value={series}
        choices={rows.map((row) => ({ value: row.id, label: row.name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <FailureNotice acting={joining} />
      <div className="acts">
        <SaveButton label={w.put} busy={joining.busy} small />
      </div>
    </form>
  )
}

const mendable = ['name', 'cadence', 'place', 'startsAt', 'endsAt'] as const

function MendForm({ activity, plan: { series, rev }, onClose }: SeriesFormProps) {
  const { series: w, next } = words[useLanguage()]
  const lines: FormLine[] = [
    ...useSeriesLines(),
    { name: 'place', label: w.place },
    { name: 'startsAt', label: next.startsAt, kind: 'time', column: 'starts_at' },
    { name: 'endsAt', label: next.endsAt, kind: 'time', column: 'ends_at' },
  ]
  const saved = useSaved()
  const leaving = useAct(joinSeries, {
    key: `keluar-${activity.id}`,
    async done(_, act) {
      onClose()
      await saved(w.left, act)
    },
  })
  if (series === undefined) return null
  const { name, cadence = '', place = '', startsAt = '', endsAt = '' } = series
  return (
    <>
      <ActForm
        id={`series-${activity.id}`}
        endpoint={mendSeries}
        lines={lines}
        base={{ name, cadence, place, startsAt, endsAt }}
        rev={series.rev}
        input={(values, at) => ({ id: series.id, rev: at.rev, ...changedOf(values, at.base, mendable) })}
        save={w.save}
        said={w.made}
        onClose={onClose}
      />
      <p className="acts">
        <button
          type="button"
          className="btn sm"
          aria-busy={leaving.busy}
          onClick={() => void leaving.send({ id: activity.id, rev, series: null })}
        >
          {w.leave}
        </button>
      </p>
      <FailureNotice acting={leaving} />
    </>
  )
}
