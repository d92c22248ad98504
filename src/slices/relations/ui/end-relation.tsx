import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from '../../partners/ui/small-form.tsx'
import { discontinueRelation, resumeRelation } from '../contract.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The region does not continue a cooperation, from which day and why; or takes it up again. */
export function EndRelation({ relation }: { relation: RelationView }) {
  const language = useLanguage()
  const w = words[language].end
  const saved = useSaved()
  const { id, rev, notContinuedOn } = relation
  const resuming = useAct(resumeRelation, { key: id, done: (_, act) => saved(w.resumed, act) })
  if (notContinuedOn === null) {
    return <Opened label={w.open}>{(close) => <Discontinue relation={relation} onClose={close} />}</Opened>
  }
  return (
    <>
      <p className="gap">{w.since({ date: formatDate(notContinuedOn, language) })}</p>
      <p className="gap">
        <button
          type="button"
          className="btn sm"
          aria-busy={resuming.busy}
          onClick={() => void resuming.send({ id, rev })}
        >
          {w.resume}
        </button>
      </p>
      {resuming.failure?.code === 'stale' && <p role="alert">{resuming.failure.message}</p>}
      <FailureNotice acting={resuming} />
    </>
  )
}

function Discontinue({ relation: { id, rev }, onClose }: { relation: RelationView; onClose: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language].end
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const draft = useDraft(`end/${id}`, { base: { notContinuedOn: on, reason: '' }, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const ending = useAct(discontinueRelation, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const { notContinuedOn, reason } = draft.values
  const refused = ending.failure?.code === 'invalid' ? ending.failure.details : undefined
  return (
    <SmallForm
      id="end"
      {...{ draft, acting: ending, label: w.save, labels: w.label, onCancel: close }}
      onSave={() => void ending.send({ id, rev, notContinuedOn, reason, ...(sure.length > 0 && { sure }) })}
    >
      {({ day, errorOf }) => (
        <>
          {day('notContinuedOn', { hint: words[language].record.dayHint })}
          <LongTextField
            id="reason-end"
            label={w.label.reason}
            error={errorOf('reason')}
            value={reason}
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
          />
          <Doubts details={refused} labels={w.label} sure={sure} onSure={setSure} />
        </>
      )}
    </SmallForm>
  )
}
