import type { Draft, DraftValues } from '../../../ui/controls/use-draft.ts'

/** The values of a form that were changed, ready to send: null empties one, what stayed is absent. */
export function changedOf<Values extends DraftValues>({
  values,
  base,
}: Pick<Draft<Values>, 'values' | 'base'>): { [Key in keyof Values]?: string | null } {
  const changed = Object.entries(values).filter(([name, text]) => text.trim() !== (base[name] ?? ''))
  return Object.fromEntries(changed.map(([name, text]) => [name, text.trim() === '' ? null : text.trim()])) as never
}
