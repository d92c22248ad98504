import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { voidActivity } from '../contract.ts'
import { Opened } from './opened.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from './use-saved.ts'
import { words } from './messages/words.gen.ts'

/** A wrong record is voided with its reason, and stays readable. */
export function VoidVisit({ activity }: { activity: ActivityView }) {
  const { void: w } = words[useLanguage()]
  return <Opened label={w.title}>{(close) => <VoidForm activity={activity} onClose={close} />}</Opened>
}

function VoidForm({ activity: { id, rev }, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const { void: w, cancel } = words[language]
  const saved = useSaved()
  const key = `kegiatan/${id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useAct(voidActivity, {
    key,
    async done(_, act) {
      close()
      await saved(w.done, act)
    },
  })
  const { failure, busy } = voiding
  const fault = failure?.code === 'invalid' ? failure.details.fields?.[0]?.fault : undefined
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void voiding.send({ id, rev, reason: draft.values.reason })
      }}
    >
      <LongTextField
        id="void-reason"
        label={w.reason}
        hint={w.why}
        error={fault === undefined ? undefined : faultWord(language, fault)}
        maxLength={2000}
        value={draft.values.reason}
        onChange={(event) => draft.set({ reason: event.currentTarget.value })}
      />
      <FailureNotice acting={voiding} />
      <div className="acts">
        <button type="submit" className="btn sm loss" aria-busy={busy}>
          {w.go}
        </button>
        <button type="button" className="btn sm" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  )
}
