import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { SmallForm } from '../../partners/ui/small-form.tsx'
import { dropStep, mendStep } from '../contract.ts'
import { changedOf } from './changed.ts'
import { RowConflict } from './row-conflict.tsx'
import type { TakenView } from './steps-list.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** Corrects the days and the note of a step, or removes one that was noted by mistake and has no paper. */
export function StepActs({ step, name }: { step: TakenView; name: string }) {
  const w = words[useLanguage()].steps
  const [isOpen, setOpen] = useState(false)
  const saved = useSaved()
  const dropping = useAct(dropStep, { key: step.id, done: (_, act) => saved(w.dropped, act) })
  if (isOpen) return <MendStep step={step} onClose={() => setOpen(false)} />
  const isFiled = dropping.failure?.code === 'invalid'
  return (
    <>
      <p className="acts">
        <button type="button" className="btn sm" onClick={() => setOpen(true)}>
          {w.mend}
          <span className="vh">: {name}</span>
        </button>
        {!step.documented && (
          <button
            type="button"
            className="btn sm text"
            aria-busy={dropping.busy}
            onClick={() => void dropping.send({ id: step.id, rev: step.rev })}
          >
            {w.drop}
            <span className="vh">: {name}</span>
          </button>
        )}
      </p>
      {isFiled ? <p role="alert">{w.hasPaper}</p> : <FailureNotice acting={dropping} />}
      {dropping.failure?.code === 'stale' && <p role="alert">{dropping.failure.message}</p>}
    </>
  )
}

function MendStep({ step, onClose }: { step: TakenView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language].steps
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const base = { occurredOn: step.occurredOn, fromOn: step.fromOn ?? '', toOn: step.toOn ?? '', note: step.note ?? '' }
  const draft = useDraft(`step/${step.id}`, { base, rev: step.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendStep, {
    key: step.id,
    async done(_, act) {
      close()
      await saved(w.mended, act)
    },
  })
  const { occurredOn, ...rest } = changedOf(draft)
  const changed = { ...rest, ...(typeof occurredOn === 'string' && { occurredOn }) }
  const save = (rev: number) => void mending.send({ id: step.id, rev, ...changed, ...(sure.length > 0 && { sure }) })
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const conflict = { changes: failure.details.changes ?? [], mine: changed, labels: w.label, busy }
    return <RowConflict {...conflict} onMine={() => save(step.rev)} onTheirs={close} />
  }
  const refused = failure?.code === 'invalid' ? failure.details : undefined
  return (
    <SmallForm
      id={`step-${step.id}`}
      {...{ draft, acting: mending, label: w.save, labels: w.label, onCancel: close }}
      onSave={() => save(draft.rev)}
    >
      {({ day, errorOf }) => (
        <>
          {day('occurredOn', { hint: words[language].record.dayHint })}
          {day('fromOn')}
          {day('toOn')}
          <LongTextField
            id={`note-step-${step.id}`}
            label={w.label.note}
            error={errorOf('note')}
            value={draft.values.note}
            onChange={(event) => draft.set({ note: event.currentTarget.value })}
          />
          <Doubts details={refused} labels={w.label} sure={sure} onSure={setSure} />
        </>
      )}
    </SmallForm>
  )
}
