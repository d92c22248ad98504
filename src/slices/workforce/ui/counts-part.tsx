import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { FileLink } from '../../files/ui/file-link.tsx'
import { Sourced } from '../../sources/ui/sourced.tsx'
import { addCount, voidCount } from '../contract.ts'
import { words as ourWords } from '../messages/words.gen.ts'
import { bodyKinds, steps, type BodyKind, type Step } from '../model.ts'
import { countText, peopleText } from '../embed.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { RecordForm, type Control } from './record-form.tsx'
import { dayOrNull, numberTyped } from './typed.ts'
import { useSavingAct } from './use-saving-act.ts'
import type { CohortView, CountView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** How many stand at each step, the newest of each first seen, then what was counted before. */
export function CountsPart({ cohort }: { cohort: CohortView }) {
  const { language } = useVisitor()
  const { count: w } = words[language]
  const newest = cohort.counts.flatMap(({ id }) => cohort.history.find((count) => count.id === id) ?? [])
  const older = cohort.history.filter(({ id }) => !newest.some((count) => count.id === id))
  return (
    <section className="sec" id="langkah">
      <h2>{w.title}</h2>
      {newest.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="lines">
        {newest.map((count) => (
          <CountEntry key={count.id} {...{ count, cohort }} />
        ))}
      </ul>
      {cohort.mayKeep && (
        <Opened label={w.add} draft={`angkatan/${cohort.id}/hitungan`}>
          {(close) => <CountForm cohort={cohort} onClose={close} />}
        </Opened>
      )}
      {older.length > 0 && (
        <details className="gap">
          <summary>{w.older}</summary>
          <ul className="lines">
            {older.map((count) => (
              <CountEntry key={count.id} {...{ count, cohort }} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function CountEntry({ count, cohort }: { count: CountView; cohort: CohortView }) {
  const { language } = useVisitor()
  const { count: w } = words[language]
  const { step, body, portal } = ourWords[language]
  const [isVoiding, setVoiding] = useState(false)
  const what = countText(language, count)
  const sheet = { subject: count.id, field: 'number', what, inUse: peopleText(language, count.number) }
  return (
    <li>
      <p>
        {step[count.step]}:{' '}
        <b>
          <Sourced level={count.level} {...sheet}>
            {peopleText(language, count.number)}
          </Sourced>
        </b>{' '}
        <span className="s q">{portal.asOf({ date: formatDate(count.countedOn, language) })}</span>
      </p>
      {count.bodyKind !== undefined && (
        <p className="s">{portal.handedTo({ name: count.bodyName ?? '', kind: body[count.bodyKind] })}</p>
      )}
      {count.licenceUntil !== undefined && (
        <p className="s q">
          {w.licenceNo} {count.licenceNo} · {w.licenceUntil} {formatDate(count.licenceUntil, language)}
        </p>
      )}
      {count.reason !== undefined && <p className="s">{portal.fewer({ reason: count.reason })}</p>}
      {count.note !== undefined && <p className="s q">{count.note}</p>}
      {count.file !== undefined && (
        <p className="s">
          <FileLink {...count.file} />
        </p>
      )}
      {count.voidedReason !== undefined && <p className="s st-loss">{w.voided({ reason: count.voidedReason })}</p>}
      {cohort.mayKeep && count.voidedOn === undefined && !isVoiding && (
        <p className="acts">
          <button type="button" className="linklike s" onClick={() => setVoiding(true)}>
            {w.void}
            <span className="vh">: {what}</span>
          </button>
        </p>
      )}
      {isVoiding && <VoidCount count={count} onClose={() => setVoiding(false)} />}
    </li>
  )
}

function VoidCount({ count, onClose }: { count: CountView; onClose: () => void }) {
  const { voiding: w, form } = words[useVisitor().language]
  const key = `hitungan/${count.id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev: count.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useSavingAct(voidCount, { key, said: w.done, after: close })
  const { reason } = draft.values
  return (
    <ReasonForm
      id={`alasan-${count.id}`}
      words={w}
      reason={reason}
      onReason={(next) => draft.set({ reason: next })}
      acting={voiding}
      onSend={() => void voiding.send({ id: count.id, rev: count.rev, reason })}
      cancel={{ label: form.cancel, onCancel: close }}
    />
  )
}

const blank = {
  step: 'pelatihan',
  number: '',
  countedOn: '',
  bodyKind: '',
  bodyName: '',
  licenceNo: '',
  licenceUntil: '',
  reason: '',
  note: '',
  file: '',
  fileName: '',
  fileBytes: '0',
}

function CountForm({ cohort, onClose }: { cohort: CohortView; onClose: () => void }) {
  const { language } = useVisitor()
  const { count: w } = words[language]
  const { step: stepName, body } = ourWords[language]
  const key = `angkatan/${cohort.id}/hitungan`
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useSavingAct(addCount, { key, said: w.saved, after: close })
  const save = async () => {
    const given = (name: keyof typeof blank) => (values[name].trim() === '' ? undefined : values[name])
    const optional = {
      bodyKind: given('bodyKind') as BodyKind | undefined,
      bodyName: given('bodyName'),
      licenceNo: given('licenceNo'),
      licenceUntil: dayOrNull(values.licenceUntil) ?? undefined,
      reason: given('reason'),
      note: given('note'),
      file: given('file'),
    }
    await adding.send({
      id: cohort.id,
      step: values.step as Step,
      number: numberTyped(values.number),
      countedOn: dayOrNull(values.countedOn) ?? '',
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
      ...(sure.length > 0 && { sure }),
    })
  }
  const asksReason = adding.failure?.details.fields?.some(({ path }) => path === 'reason') === true
  const handed: Control[] = [
    {
      as: 'select',
      name: 'bodyKind',
      label: w.bodyKind,
      choices: [{ value: '', label: w.choose }, ...bodyKinds.map((value) => ({ value, label: body[value] }))],
    },
    { as: 'line', name: 'bodyName', label: w.bodyName },
    ...(values.bodyKind === 'p3mi'
      ? ([
          { as: 'line', name: 'licenceNo', label: w.licenceNo },
          { as: 'day', name: 'licenceUntil', label: w.licenceUntil },
        ] as const)
      : []),
  ]
  return (
    <RecordForm
      id={`hitungan-${cohort.id}`}
      draft={draft}
      acting={adding}
      onSave={() => void save()}
      onClose={onClose}
      sure={{ paths: sure, set: setSure, why: { countedOn: w.ahead } }}
      controls={[
        {
          as: 'select',
          name: 'step',
          label: w.step,
          choices: steps.map((value) => ({ value, label: stepName[value] })),
        },
        { as: 'number', name: 'number', label: w.number, hint: w.numberHint },
        { as: 'day', name: 'countedOn', label: w.countedOn },
        ...(values.step === 'diserahkan' ? handed : []),
        ...(asksReason || values.reason !== '' ? [{ as: 'long', name: 'reason', label: w.reason } as const] : []),
        { as: 'line', name: 'note', label: w.note },
        { as: 'file', name: 'file', label: w.file },
      ]}
    />
  )
}
