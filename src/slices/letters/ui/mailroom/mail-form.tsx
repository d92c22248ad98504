import type { ReactNode } from 'react'
import type { Acting } from '../../../../ui/controls/act.ts'
import { Doubts } from '../../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../../ui/controls/faults.ts'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../../ui/marks/error-summary.tsx'
import type { Direction } from '../../model.ts'
import { UsedNumber } from '../used-number.tsx'
import { controlOf, MailFields } from './mail-fields.tsx'
import type { MailValues } from './mail-values.ts'
import { words } from './messages/words.gen.ts'

export type MailFormProps = {
  direction: Direction
  values: MailValues
  onChange: (change: Partial<MailValues>) => void
  /** Whether what was typed came back from a draft. */
  restored: boolean
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  sure: readonly string[]
  onSure: (sure: string[]) => void
  onSave: () => void
  label: string
  isNew: boolean
  children?: ReactNode
}

/** The form of a letter, new or mended; what is refused stands at its field, what is doubted is asked. */
export function MailForm({
  direction,
  values,
  onChange,
  restored,
  acting,
  sure,
  onSure,
  onSave,
  label,
  isNew,
  children,
}: MailFormProps) {
  const language = useLanguage()
  const w = words[language].form
  const labels: Record<string, string> = {
    subject: w.subject,
    partner: w.partner,
    correspondent: w.correspondent,
    number: w.number,
    datedOn: w.datedOn,
    passedOn: w.passedOn[direction],
    spoke: w.spoke,
    answerBy: w.answerBy,
    relations: w.relation,
    files: w.file,
    behind: w.behind,
    body: w.body,
    seenAt: w.seenAt,
    unit: w.unit,
    issuer: w.issuer,
    numberType: w.numberType,
    srikandiRef: w.srikandiRef,
    attachments: words[language].eml.files,
  }
  const fields = Object.fromEntries(Object.entries(labels).map(([path, said]) => [path, { id: controlOf(path), label: said }])) // prettier-ignore
  const { failure, busy } = acting
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      <UsedNumber details={failure?.details} />
      {restored && <p className="s st-wait">{w.restored}</p>}
      {children}
      <MailFields
        direction={direction}
        values={values}
        onChange={onChange}
        isNew={isNew}
        errorOf={(path) => errors.find(({ field }) => field === controlOf(path))?.fault}
      />
      <Doubts details={failure?.details} labels={labels} sure={sure} onSure={onSure} />
      <FailureNotice acting={acting} />
      {failure?.code === 'stale' && (
        <p className="st-wait" role="alert">
          {w.stale}
        </p>
      )}
      <SaveButton label={label} busy={busy} />
    </form>
  )
}
