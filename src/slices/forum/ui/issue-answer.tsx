import { useState } from 'react'
import { addressOf } from '../../../shared/endpoint.ts'
import { formatBytes, formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { DropButton } from '../../agenda/ui/drop-button.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { keepFile } from '../../files/contract.ts'
import { addEvidence, answerIssue, dropEvidence, readEvidence } from '../contract.ts'
import { StaleLine } from './issue-parts.tsx'
import type { IssuePageView, IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What was answered: words, and a file that becomes evidence. */
export function AnswerForm({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const task = issue.task?.endedOn === undefined ? issue.task : undefined
  const draft = useDraft(`isu/${issue.id}/jawaban`, { base: { words: '' }, rev: task?.rev ?? 0 })
  const [file, setFile] = useState<KeptFile>()
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const answering = useAct(answerIssue, {
    key: issue.id,
    async done(_, act) {
      close()
      await saved(w.answered, act)
    },
  })
  const fields = { words: { id: 'jawaban-kata', label: w.answerWords } }
  const details = answering.failure?.code === 'invalid' ? answering.failure.details : {}
  const [error] = formErrors(details, { language, fields })
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void answering.send({
          id: issue.id,
          words: draft.values.words,
          ...(task !== undefined && { task: { id: task.id, rev: task.rev } }),
          ...(file !== undefined && { file: file.id }),
        })
      }}
    >
      <StaleLine failure={answering.failure} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <LongTextField
        {...fields.words}
        error={error?.fault}
        maxLength={2000}
        value={draft.values.words}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
      <FileDrop id="jawaban-berkas" label={w.answerFile} keep={keepFile} file={file} onFile={setFile} bare />
      <FailureNotice acting={answering} />
      <div className="acts">
        <SaveButton label={w.save} busy={answering.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

/** What shows that an answer is kept. */
export function EvidenceList({ evidence, keeps }: Pick<IssuePageView, 'evidence' | 'keeps'>) {
  const language = useLanguage()
  const w = words[language]
  if (evidence.length === 0) return <p className="empty">{w.noEvidence}</p>
  return (
    <ul className="lines">
      {evidence.map(({ id, words: said, seenOn, file, rev }) => (
        <li key={id}>
          <p className="key">{formatDate(seenOn, language)}</p>
          {said !== null && (
            <p>
              <bdi lang="id">{said}</bdi>
            </p>
          )}
          {file !== null && (
            <p>
              <a href={addressOf(readEvidence, { id }).url} download>
                <bdi>{file.name}</bdi>
              </a>{' '}
              <span className="q">{formatBytes(file.bytes, language)}</span>
            </p>
          )}
          {keeps && (
            <div className="acts">
              <DropButton
                endpoint={dropEvidence}
                input={{ id, rev }}
                label={w.drop}
                what={said ?? file?.name ?? ''}
                said={w.dropped}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Evidence: what it shows, the file, and the day it shows. */
export function EvidenceForm({ issue, on, onClose }: { issue: IssueView; on: string; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const draft = useDraft(`isu/${issue.id}/bukti`, { base: { words: '', seenOn: on }, rev: 0 })
  const { values } = draft
  const [file, setFile] = useState<KeptFile>()
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addEvidence, {
    key: issue.id,
    async done(_, act) {
      close()
      await saved(w.evidenceAdded, act)
    },
  })
  const fields = { words: { id: 'bukti-kata', label: w.evidenceWords }, seenOn: { id: 'bukti-hari', label: w.seenOn } }
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void adding.send({
          id: issue.id,
          words: values.words,
          ...(values.seenOn !== '' && { seenOn: dateTyped(values.seenOn) }),
          ...(file !== undefined && { file: file.id }),
        })
      }}
    >
      <LongTextField
        {...fields.words}
        error={errorOf('bukti-kata')}
        maxLength={2000}
        value={values.words}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
      <PartialDateField
        {...fields.seenOn}
        error={errorOf('bukti-hari')}
        value={values.seenOn}
        onChange={(seenOn) => draft.set({ seenOn })}
      />
      <FileDrop id="bukti-berkas" label={w.evidenceFile} keep={keepFile} file={file} onFile={setFile} bare />
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.save} busy={adding.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
