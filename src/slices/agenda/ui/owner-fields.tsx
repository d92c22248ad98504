import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { queryOf } from '../../../ui/controls/query.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { listAffairs, listUnits } from '../../reference/contract.ts'
import { DayBeside } from '../../reference/ui/day-beside.tsx'
import type { Theme } from '../model.ts'
import { proposeUnits } from './propose-units.ts'

export type OwnerValues = { unit: string; owner: string; dueOn: string }

export type OwnerFieldsProps = {
  /** The control and label of each value. */
  fields: Record<keyof OwnerValues, { id: string; label: string }>
  words: { proposed: string; undecided: string; ownerHint: string; otherUnit?: string }
  theme: Theme | undefined
  values: OwnerValues
  busy: boolean
  errorOf: (id: string) => string | undefined
  onSet: (change: Partial<OwnerValues>) => void
  /** A proposed body was pressed: it is given at once, with the rest as it is typed. */
  onGive: (values: OwnerValues) => void
  /** What stands in place of proposals where there are none. */
  none?: ReactNode
  /** What stands after the proposals. */
  children?: ReactNode
}

/** Who answers and until when, with the bodies that usually do for a theme. */
export function OwnerFields(props: OwnerFieldsProps) {
  const { fields, words: w, theme, values, busy, errorOf, onSet, onGive, none, children } = props
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const { data: affairs } = useQuery(queryOf(listAffairs, {}))
  const proposed = proposeUnits(theme, { units: units?.rows ?? [], affairs: affairs?.rows ?? [] })
  return (
    <>
      {proposed.length > 0 && (
        <div>
          <p className="hint">{w.proposed}</p>
          <p className="acts gap">
            {proposed.map(({ id: unit, name }) => (
              <button
                key={unit}
                type="button"
                className="btn sm"
                aria-busy={busy}
                onClick={() => onGive({ ...values, unit })}
              >
                <bdi>{name}</bdi>
              </button>
            ))}
          </p>
        </div>
      )}
      {proposed.length === 0 && units !== undefined && none}
      {children}
      <SelectField
        {...fields.unit}
        label={proposed.length > 0 ? (w.otherUnit ?? fields.unit.label) : fields.unit.label}
        value={values.unit}
        error={errorOf(fields.unit.id)}
        choices={[
          { value: '', label: w.undecided },
          ...(units?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
        ]}
        onChange={(event) => onSet({ unit: event.currentTarget.value })}
      />
      <TextField
        {...fields.owner}
        hint={w.ownerHint}
        error={errorOf(fields.owner.id)}
        maxLength={200}
        autoComplete="off"
        value={values.owner}
        onChange={(event) => onSet({ owner: event.currentTarget.value })}
      />
      <TextField
        {...fields.dueOn}
        error={errorOf(fields.dueOn.id)}
        type="date"
        short
        value={values.dueOn}
        onChange={(event) => onSet({ dueOn: event.currentTarget.value })}
      />
      <DayBeside day={values.dueOn} abroad />
    </>
  )
}
