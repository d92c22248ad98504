import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { keepFile } from '../../files/contract.ts'
import { reportRealisation, voidRealisation } from '../contract.ts'
import { rupiahIn } from '../embed.tsx'
import { words as sliceWords } from '../messages/words.gen.ts'
import { rupiahOf } from '../model.ts'
import { ActForm, saidOf } from '../../ledger/ui/act-form.tsx'
import type { MatchDetail } from './match-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

type Report = MatchDetail['realisations'][number]

/** One report: what, by whom, with which files, and what the village says of it. */
export function RealisationLine({ report, mayKeep }: { report: Report; mayKeep: boolean }) {
  const { language, may } = useVisitor()
  const w = words[language].realisation
  const { report: standings } = sliceWords[language]
  const {
    occurredOn,
    value,
    inKind,
    words: said,
    wordsLang,
    standing,
    answer,
    answerLang,
    answerName,
    bast,
    hibah,
  } = report
  return (
    <li>
      <p>
        {formatDate(occurredOn, language)}
        {value !== null && ` · ${rupiahIn(language, value)}`}
        {inKind !== null && (
          <>
            {' · '}
            <bdi>{inKind}</bdi>
          </>
        )}
      </p>
      {said !== null && (
        <p>
          <bdi lang={wordsLang}>{said}</bdi>
        </p>
      )}
      <p className={standing === 'dikonfirmasi' ? 's st-live' : standing === 'dibantah' ? 's st-loss' : 's st-wait'}>
        {standings[standing]}
      </p>
      {(answer !== null || answerName !== null) && (
        <p className="s">
          <bdi lang={answerLang ?? undefined}>{answer}</bdi>
          {answerName !== null && (
            <span className="q">
              {' '}
              (<bdi>{answerName}</bdi>)
            </span>
          )}
        </p>
      )}
      <p className="s q">
        {report.byCompany ? w.byCompany : w.byOfficer}
        {hibah && ` · ${bast === null ? w.hibah : w.hibahWith({ number: bast })}`}
        {report.evidence.map((file) => (
          <span key={file.id}>
            {' · '}
            {may('files.read') ? (
              <a href={`/api/files/${file.id}/content`}>
                <bdi>{file.name}</bdi>
              </a>
            ) : (
              <bdi>{file.name}</bdi>
            )}
          </span>
        ))}
      </p>
      {mayKeep && <Void report={report} />}
    </li>
  )
}

function Void({ report: { id, rev } }: { report: Report }) {
  const { language } = useVisitor()
  const { realisation: w, form } = words[language]
  const saved = useSaved()
  const [reason, setReason] = useState('')
  const voiding = useAct(voidRealisation, { key: id, done: async (_, act) => await saved(w.voided, act) })
  return (
    <Opened label={w.void}>
      {(close) => (
        <ReasonForm
          id={`batal-${id}`}
          words={{ reason: form.reason, go: w.void }}
          reason={reason}
          onReason={setReason}
          acting={voiding}
          onSend={() => void voiding.send({ id, rev, reason })}
          cancel={{ label: form.cancel, onCancel: close }}
        />
      )}
    </Opened>
  )
}

/** What the company told an officer. The village confirms it, nobody here. */
export function RealisationForm({ match, onClose }: { match: string; onClose: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language].realisation
  const [file, setFile] = useState<KeptFile>()
  return (
    <ActForm
      id={`lapor-${match}`}
      endpoint={reportRealisation}
      lines={[
        { name: 'occurredOn', label: w.day, kind: 'day' },
        { name: 'value', label: w.value, hint: w.valueHint, kind: 'number' },
        { name: 'inKind', label: w.inKind },
        { name: 'words', label: w.words, kind: 'long' },
        { name: 'hibah', label: w.isHibah, kind: 'check' },
        { name: 'bast', label: w.bast },
      ]}
      base={{ occurredOn: on, value: '', inKind: '', words: '', hibah: '', bast: '' }}
      rev={0}
      input={(values) => {
        const value = rupiahOf(values['value'] ?? '')
        return {
          id: match,
          occurredOn: values['occurredOn'] ?? '',
          ...saidOf(values, ['inKind', 'words', 'bast']),
          ...(value !== undefined && { value }),
          hibah: values['hibah'] === '1',
          ...(file !== undefined && { files: [file.id] }),
        }
      }}
      save={w.save}
      said={w.saved}
      onClose={onClose}
      why={() => ({ value: w.valueDoubt })}
    >
      {() => <FileDrop id={`bukti-${match}`} label={w.evidence} keep={keepFile} file={file} onFile={setFile} bare />}
    </ActForm>
  )
}
