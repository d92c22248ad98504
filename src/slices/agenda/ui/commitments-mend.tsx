import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { isPartialDate } from '../../../shared/dates.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { mendCommitment } from '../contract.ts'
import { CommitmentFields, useCommitmentFields, type CommitmentValues } from './commitments-fields.tsx'
import type { CommitmentView } from './commitments.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type CommitmentMenderProps = {
  commitment: CommitmentView
  relations: ActivityView['relations']
  onClose: () => void
}

/** Corrects a commitment; what somebody else wrote meanwhile stands beside what was typed here. */
export function CommitmentMender({ commitment, relations, onClose }: CommitmentMenderProps) {
  const language = useLanguage()
  const { commitments: w, ...common } = words[language]
  const saved = useSaved()
  const { id, rev, words: said, told = '', dueOn = '', relation = '' } = commitment
  const draft = useDraft(`komitmen/${id}`, { base: { words: said, told, dueOn, relation }, rev })
  const { values, base } = draft
  const [sure, setSure] = useState<string[]>([])
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendCommitment, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.mended, act)
    },
  })
  const isStale = useStale(mending.failure) !== undefined
  const save = async (at: number) => {
    const mend = changesOf(values, base)
    if (Object.keys(mend).length === 0) return close()
    await mending.send({ id, rev: at, ...mend, ...(sure.length > 0 && { sure }) })
  }
  const fields = useCommitmentFields(id)
  if (isStale) {
    const nameOf = { words: 'words', told: 'told', due_on: 'dueOn', relation: 'relation' } as const
    const write = (value: unknown) =>
      typeof value !== 'string' || value === ''
        ? common.told.empty
        : isPartialDate(value)
          ? formatDate(value, language)
          : value
    const rows = (mending.failure?.details.changes ?? []).map(({ field, now, by, at }) => {
      const name = Object.hasOwn(nameOf, field) ? nameOf[field as keyof typeof nameOf] : undefined
      const label = name === undefined ? w.title : fields[name].label
      const mine = name === undefined ? {} : { mine: write(values[name]) }
      return { label, ...mine, theirs: write(now), by, at: writeInstant(at, language) }
    })
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void save(rev)} onTheirs={close} />
  }
  const details = mending.failure?.code === 'invalid' ? mending.failure.details : {}
  const wrong = (details.fields ?? []).filter(({ fault }) => fault !== 'doubtful')
  const errors = formErrors({ fields: wrong }, { language, fields })
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={common.fix} errors={errors} />
      <CommitmentFields
        fields={fields}
        values={values}
        onChange={draft.set}
        errorOf={(at) => errors.find(({ field }) => field === at)?.fault}
        relations={relations}
      />
      <Doubts
        details={details}
        labels={{ dueOn: fields.dueOn.label }}
        why={{ dueOn: w.doubtDue }}
        sure={sure}
        onSure={setSure}
      />
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.saveWords} busy={mending.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}

/** Only what was changed is sent, so that two people may mend different values. */
function changesOf(values: CommitmentValues, base: CommitmentValues) {
  const emptied = (value: string) => (value.trim() === '' ? null : value)
  return {
    ...(values.words !== base.words && { words: values.words }),
    ...(values.told !== base.told && { told: emptied(values.told) }),
    ...(values.dueOn !== base.dueOn && { dueOn: emptied(values.dueOn) }),
    ...(values.relation !== base.relation && { relation: emptied(values.relation) }),
  }
}
