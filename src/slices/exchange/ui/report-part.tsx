import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { FileLink } from '../../files/ui/file-link.tsx'
import { reportExchange } from '../contract.ts'
import { conflictRows, namesById } from './conflict-rows.ts'
import { readFile, writeFile } from './file-in-draft.ts'
import { words } from './messages/words.gen.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import type { ExchangeView } from './view.ts'

const keyOf = (id: string) => `pertukaran/${id}/laporan`

/** What was reported: a summary, a file, or that there is none yet. */
export function ReportPart({ exchange }: { exchange: ExchangeView }) {
  const language = useLanguage()
  const w = words[language].report
  const { report, reportFile, reportedOn, standing, keeps, id } = exchange
  const mayReport = keeps && standing !== 'direncanakan' && standing !== 'batal'
  const isThere = report !== undefined || reportFile !== undefined
  return (
    <section className="sec" aria-labelledby="laporan">
      <h2 id="laporan">{w.title}</h2>
      {!isThere && <EmptyState>{standing === 'direncanakan' ? w.notYet : w.none}</EmptyState>}
      {report?.words.split(/\n+/).map((line, index) => (
        // Lines of one text, which never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} className="gap" lang={report.lang}>
          {line}
        </p>
      ))}
      {reportFile !== undefined && (
        <p className="gap">
          <FileLink {...reportFile} />
        </p>
      )}
      {reportedOn !== undefined && <p className="s q">{w.reportedOn({ date: formatDate(reportedOn, language) })}</p>}
      {mayReport && (
        <Opened label={isThere ? w.mend : w.save} draft={keyOf(id)}>
          {(close) => <ReportForm exchange={exchange} onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

function ReportForm({ exchange, onClose }: { exchange: ExchangeView; onClose: () => void }) {
  const language = useLanguage()
  const { report: w, cancel } = words[language]
  const saved = useSaved()
  const { id, rev, report, reportFile } = exchange
  const base = { words: report?.words ?? '', file: writeFile(reportFile) }
  const draft = useDraft(keyOf(id), { base, rev })
  const file = readFile(draft.values.file)
  const close = () => {
    draft.clear()
    onClose()
  }
  const reporting = useAct(reportExchange, {
    key: keyOf(id),
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const { failure } = reporting
  const errors = formErrors(failure?.code === 'invalid' ? failure.details : {}, {
    language,
    fields: { words: { id: 'report-words', label: w.words } },
  })
  const stale = useStale(reporting.failure)
  const send = async (at: number) => {
    const said = draft.values.words
    const lang = said === draft.base.words ? {} : { lang: language }
    await reporting.send({ id, rev: at, words: said, ...lang, file: file?.id ?? null })
  }
  if (stale !== undefined) {
    const mine = { report: draft.values.words, reportFile: file?.id ?? '' }
    const named = { report_file: namesById([file, reportFile].flatMap((one) => one ?? [])) }
    const rows = conflictRows(stale, { language, mine, named })
    return <Conflict rows={rows} busy={reporting.busy} onMine={() => void send(rev)} onTheirs={close} />
  }
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(draft.rev)
      }}
    >
      {draft.restored && draft.dirty && <p className="s st-wait">{words[language].restored}</p>}
      <LongTextField
        id="report-words"
        label={w.words}
        hint={w.wordsHint}
        error={errors[0]?.fault}
        rows={5}
        value={draft.values.words}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
      <FileDrop
        id="report-file"
        label={w.file}
        keep={keepFile}
        file={file}
        onFile={(kept) => draft.set({ file: writeFile(kept) })}
        bare
      />
      <FailureNotice acting={reporting} />
      <div className="acts">
        <SaveButton label={w.save} busy={reporting.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  )
}
