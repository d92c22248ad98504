import type { Draft, DraftValues } from '../../../ui/controls/use-draft.ts'

/** The values of a form that were typed anew; an emptied one is null, for the contract's "nothing". */
export function changedIn<Values extends DraftValues>({
  values,
  base,
}: Pick<Draft<Values>, 'values' | 'base'>): { [Key in keyof Values]?: Values[Key] | null } {
  const names = (Object.keys(base) as (keyof Values)[]).filter((name) => values[name] !== base[name])
  return Object.fromEntries(names.map((name) => [name, values[name] === '' ? null : values[name]])) as never
}

/** The values of a form that say something, for a record that is new. */
export function filledIn<Values extends DraftValues>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Values>
}
