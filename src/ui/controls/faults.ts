import type { FailureDetails, FieldFault } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { words } from '../../shared/messages/words.gen.ts'
import type { FormError } from '../marks/error-summary.tsx'

type FaultKey = keyof (typeof words)['id']['fault']

/** "wajib diisi": what is wrong with one field. */
export function faultWord(language: Language, fault: FieldFault): string {
  const key = fault.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as FaultKey
  return words[language].fault[key]
}

/** A line of the summary, and what stands beside the field itself, where the label is already said. */
export type FieldError = FormError & { fault: string }

/**
 * The lines of an error summary from what the server refused. `fields` maps each name in the contract to the control on
 * screen; a fault of something that is not on screen leads to the first control.
 */
export function formErrors(
  details: FailureDetails,
  { language, fields }: { language: Language; fields: Record<string, { id: string; label: string }> },
): FieldError[] {
  const first = Object.values(fields)[0]
  return (details.fields ?? []).flatMap(({ path, fault }) => {
    const control = fields[path] ?? first
    return control === undefined
      ? []
      : [
          {
            field: control.id,
            message: `${control.label}: ${faultWord(language, fault)}`,
            fault: faultWord(language, fault),
          },
        ]
  })
}
