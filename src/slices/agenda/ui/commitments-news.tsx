import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, SelectField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { contentOf } from '../../files/ui/file-link.tsx'
import { dropNews, sayNews } from '../contract.ts'
import { words as agendaWords } from '../messages/words.gen.ts'
import { asksForNews, standingOn } from '../model.ts'
import type { CommitmentView } from './commitments.tsx'
import { DropButton } from './drop-button.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** selesai · berjalan · belum ada kabar, with the evidence; and the question once what followed is done. */
export function CommitmentStanding({ commitment, mayMend }: { commitment: CommitmentView; mayMend: boolean }) {
  const { language, on } = useVisitor()
  const { commitments: w } = words[language]
  const of = agendaWords[language].commitments
  const { id, rev, words: said, news, task } = commitment
  const { state, on: since } = standingOn(news, on)
  const last = news.findLast((one) => one.state === state && one.saidOn === since)
  const saved = useSaved()
  const keeping = useAct(sayNews, { key: `${id}/tepat`, done: async (_, act) => await saved(w.said, act) })
  const word = of.standing[state]
  return (
    <>
      <p>
        <b>{since === undefined ? word : of.since({ state: word, date: formatDate(since, language) })}</b>
        {last?.file !== undefined && (
          <>
            {' · '}
            <a href={contentOf(last.file)} download>
              {w.evidence}
            </a>
          </>
        )}
        {mayMend && last !== undefined && (
          <DropButton
            endpoint={dropNews}
            input={{ id: last.id, rev: last.rev }}
            label={w.dropNews}
            what={said}
            said={w.newsDropped}
          />
        )}
      </p>
      {last?.note !== undefined && (
        <p className="s q">
          <bdi className="typed">{last.note}</bdi>
        </p>
      )}
      {mayMend && asksForNews(commitment, { task, on }) && (
        <p className="note">
          {w.ask({ date: formatDate(task?.endedOn ?? on, language) })}{' '}
          <button
            type="button"
            className="btn sm"
            aria-busy={keeping.busy}
            onClick={() => void keeping.send({ id, rev, state: 'done', note: task?.note ?? task?.what ?? said })}
          >
            {w.keep}
            <span className="vh">: {said}</span>
          </button>
        </p>
      )}
      <FailureNotice acting={keeping} />
    </>
  )
}

/** How it stands since when, with what shows it. What was typed stays when somebody was faster. */
export function NewsForm({ commitment: { id, rev }, onClose }: { commitment: CommitmentView; onClose: () => void }) {
  const { language, on } = useVisitor()
  const { commitments: w, ...common } = words[language]
  const of = agendaWords[language].commitments.standing
  const draft = useDraft(`komitmen/${id}/kabar`, { base: { state: 'running', saidOn: on, note: '' }, rev })
  const { values } = draft
  const [file, setFile] = useState<KeptFile>()
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const saying = useAct(sayNews, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.said, act)
    },
  })
  const isStale = useStale(saying.failure) !== undefined
  const fields = {
    state: { id: `${id}-state`, label: w.state },
    saidOn: { id: `${id}-said`, label: w.saidOn },
    note: { id: `${id}-note`, label: w.note },
    file: { id: `${id}-file`, label: w.file },
  }
  const details = saying.failure?.code === 'invalid' ? saying.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const note = values.note.trim()
        const state = values.state === 'done' ? 'done' : 'running'
        // What stands above by now is what this person answers to.
        const shown = { note: note === '' ? {} : { note }, file: file === undefined ? {} : { file: file.id } }
        void saying.send({ id, rev, state, saidOn: values.saidOn, ...shown.note, ...shown.file })
      }}
    >
      <ErrorSummary title={common.fix} errors={errors} />
      {isStale && (
        <p className="err" role="alert">
          {w.stale}
        </p>
      )}
      <SelectField
        {...fields.state}
        value={values.state}
        choices={(['running', 'done'] as const).map((value) => ({ value, label: of[value] }))}
        onChange={(event) => draft.set({ state: event.currentTarget.value })}
      />
      <DayField
        {...fields.saidOn}
        error={errorOf(fields.saidOn.id)}
        value={values.saidOn}
        onDay={(saidOn) => draft.set({ saidOn })}
      />
      <LongTextField
        {...fields.note}
        hint={w.noteHint}
        error={errorOf(fields.note.id)}
        rows={2}
        maxLength={2000}
        value={values.note}
        onChange={(event) => draft.set({ note: event.currentTarget.value })}
      />
      <FileDrop {...fields.file} keep={keepFile} file={file} onFile={setFile} error={errorOf(fields.file.id)} />
      <FailureNotice acting={saying} />
      <div className="acts">
        <SaveButton label={w.save} busy={saying.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}
