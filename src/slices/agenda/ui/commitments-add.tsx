import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField } from '../../../ui/marks/field.tsx'
import { addCommitment } from '../contract.ts'
import { commitmentSides, type CommitmentSide } from '../model.ts'
import { blankCommitment, CommitmentFields, useCommitmentFields } from './commitments-fields.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { peopleChoices } from './people-choices.ts'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

const draftKey = (activity: string) => `kegiatan/${activity}/komitmen`

/** [Tambah komitmen]: in the officer's own words, with who gave it. A draft keeps the form open. */
export function AddCommitment({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  return (
    <Opened label={words[language].commitments.add} draft={draftKey(activity.id)}>
      {(close) => <AddForm activity={activity} onClose={close} />}
    </Opened>
  )
}

const blank = { ...blankCommitment, side: '', speaker: '' }

function AddForm({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const { commitments: w, ...common } = words[language]
  const saved = useSaved()
  const key = draftKey(activity.id)
  const draft = useDraft(key, { base: blank, rev: 0 })
  const [sure, setSure] = useState<string[]>([])
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addCommitment, {
    key,
    async done(_, act) {
      close()
      await saved(w.added, act)
    },
  })
  const choices = peopleChoices(language, activity)
  const chosen = choices.find(({ label }) => label === values.speaker)?.as
  // Who is chosen from a list says whose word it is.
  const side = chosen === undefined ? values.side : 'official' in chosen ? 'ours' : 'theirs'
  const own = useCommitmentFields('commitment')
  const fields = {
    ...own,
    speaker: { id: 'commitment-speaker', label: w.speaker },
    side: { id: 'commitment-side', label: w.side },
  }
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : {}
  const asked = doubtsOf(details)
  const errors = formErrors(
    { fields: (details.fields ?? []).filter(({ fault }) => fault !== 'doubtful') },
    { language, fields },
  )
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const typed = values.speaker.trim() === '' ? {} : { speaker: values.speaker }
        void adding.send({
          id: activity.id,
          words: values.words,
          wordsLang: language,
          ...(chosen ?? typed),
          ...(side !== '' && { side: side as CommitmentSide }),
          ...(values.told.trim() !== '' && { told: values.told }),
          ...(values.dueOn !== '' && { dueOn: values.dueOn }),
          ...(values.relation !== '' && { relation: values.relation }),
          ...(sure.length > 0 && { sure }),
        })
      }}
    >
      <ErrorSummary title={common.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{common.restored}</p>}
      <CommitmentFields
        fields={own}
        values={values}
        onChange={draft.set}
        errorOf={errorOf}
        relations={activity.relations}
      >
        <ChoiceBox
          {...fields.speaker}
          hint={common.attendance.whoHint}
          error={errorOf(fields.speaker.id)}
          text={values.speaker}
          choices={choices}
          onText={(speaker) => draft.set({ speaker })}
        />
        {chosen === undefined && (
          <SelectField
            {...fields.side}
            error={errorOf(fields.side.id)}
            value={values.side}
            choices={[
              { value: '', label: common.undecided },
              ...commitmentSides.map((value) => ({ value, label: w.sideOf[value] })),
            ]}
            onChange={(event) => draft.set({ side: event.currentTarget.value })}
          />
        )}
      </CommitmentFields>
      {(asked.length > 0 || sure.length > 0) && (
        <Doubts
          details={details}
          labels={{ words: fields.words.label, dueOn: fields.dueOn.label }}
          why={{ words: w.doubtWords, dueOn: w.doubtDue }}
          sure={sure}
          onSure={setSure}
        />
      )}
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.add} busy={adding.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}
