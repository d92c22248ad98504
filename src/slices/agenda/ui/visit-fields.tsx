import { type ReactNode, useId, useState } from 'react'
import { addDays } from '../../../shared/dates.ts'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { DayBeside } from '../../reference/ui/day-beside.tsx'
import { words as agendaWords } from '../messages/words.gen.ts'
import { activityKinds, initiators, weekdays } from '../model.ts'
import type { VisitValues } from './visit-values.ts'
import { words } from './messages/words.gen.ts'

export type VisitFieldsProps = {
  values: VisitValues
  onChange: (change: Partial<VisitValues>) => void
  /** What is wrong with a field, by its name in the contract. */
  errorOf: (name: string) => string | undefined
  /** Stands under the folded fields open: one of them is asked again. */
  isOpen: boolean
  /** Where the guests come from, as ISO 3166 codes: their days off and clocks stand beside ours. */
  countries?: readonly string[] | undefined
  /** Stands with what may follow later. */
  folded?: ReactNode
  children?: ReactNode
}

/** When, where, what about; and folded what may follow later. */
export function VisitFields({ values, onChange, errorOf, isOpen, countries, folded, children }: VisitFieldsProps) {
  const { language, on } = useVisitor()
  const w = words[language]
  const of = agendaWords[language]
  const to = (name: keyof VisitValues) => ({
    id: name,
    value: values[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const none = { value: '', label: w.undecided }
  const group = useId()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <PartialDateField
        id="occurredOn"
        label={w.when}
        hint={w.whenHint}
        error={errorOf('occurredOn')}
        value={values.occurredOn}
        onChange={(occurredOn) => onChange({ occurredOn })}
      >
        <button type="button" className="btn sm" onClick={() => onChange({ occurredOn: on })}>
          {w.today}
        </button>
        <button type="button" className="btn sm" onClick={() => onChange({ occurredOn: addDays(on, -1) })}>
          {w.yesterday}
        </button>
      </PartialDateField>
      <DayBeside day={dateTyped(values.occurredOn) ?? ''} time={values.startsAt} countries={countries} />
      <TextField {...to('place')} label={w.place} maxLength={200} autoComplete="off" />
      <TextField {...to('about')} label={w.about} maxLength={200} autoComplete="off" />
      {children}
      <details open={opened || isOpen} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary id={group}>{w.more}</summary>
        <div className="form gap" role="group" aria-labelledby={group}>
          {folded}
          <SelectField
            {...to('kind')}
            label={w.kind}
            choices={[none, ...activityKinds.map((value) => ({ value, label: of.kind[value] }))]}
          />
          <TextField {...to('startsAt')} label={w.startsAt} type="time" short />
          <TextField {...to('endsAt')} label={w.endsAt} type="time" short />
          <PartialDateField
            id="endedOn"
            label={w.endedOn}
            error={errorOf('endedOn')}
            value={values.endedOn}
            onChange={(endedOn) => onChange({ endedOn })}
          />
          <SelectField
            {...to('weekday')}
            label={w.weekday}
            hint={w.weekdayHint}
            choices={[
              { value: '', label: w.notSaid },
              ...[...weekdays.slice(1), weekdays[0]].map((value) => ({ value, label: of.weekday[value] })),
            ]}
          />
          <SelectField
            {...to('initiator')}
            label={w.initiator}
            choices={[
              { value: '', label: w.notSaid },
              ...initiators.map((value) => ({ value, label: w.initiatorOf[value] })),
            ]}
          />
          <LongTextField {...to('note')} label={w.note} hint={w.noteHint} rows={4} />
        </div>
      </details>
    </>
  )
}
