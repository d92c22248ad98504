import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { SmallForm } from '../../partners/ui/small-form.tsx'
import { answererOf, outcomes } from '../../procedures/model.ts'
import { mendDocument, voidDocument } from '../contract.ts'
import { changedOf } from './changed.ts'
import type { DocumentView } from './documents-list.tsx'
import { readKept } from './record-input.ts'
import { RowConflict } from './row-conflict.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

type ActProps = { document: DocumentView; onClose: () => void }

/** What is filed is locked: the head of the division corrects it or declares it void, with a reason; others read why. */
export function DocumentActs({ document, name }: { document: DocumentView; name: string }) {
  const { language, may } = useVisitor()
  const w = words[language].documents
  const [open, setOpen] = useState<'mend' | 'void'>()
  const close = () => setOpen(undefined)
  const isAllowed = may('relations.correct')
  if (open === 'mend' && isAllowed) return <CorrectDocument document={document} onClose={close} />
  if (open === 'void' && isAllowed) return <VoidDocument document={document} onClose={close} />
  return (
    <>
      <p className="acts">
        {(['mend', 'void'] as const).map((act) => (
          <button key={act} type="button" className="btn sm" onClick={() => setOpen(act)}>
            {w[act]}
            <span className="vh">: {name}</span>
          </button>
        ))}
      </p>
      {open !== undefined && (
        <p className="s" role="alert">
          {w.locked}
        </p>
      )}
    </>
  )
}

const typed = ['seenAt', 'number', 'issuer', 'datedOn', 'receivedOn', 'lang', 'articles', 'note'] as const

function CorrectDocument({ document, onClose }: ActProps) {
  const language = useLanguage()
  const { documents: w, record } = words[language]
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const there = Object.fromEntries(typed.map((path) => [path, String(document[path] ?? '')]))
  const base: Record<string, string> = { ...there, outcome: document.outcome ?? '', file: '', reason: '' }
  const draft = useDraft(`document/${document.id}`, { base, rev: document.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendDocument, {
    key: document.id,
    async done(_, act) {
      close()
      await saved(w.mended, act)
    },
  })
  const { reason: _, file: __, articles, ...changed } = changedOf(draft)
  const file = readKept(draft.values['file'] ?? '')?.id
  const input = {
    ...(changed as Record<string, string | null>),
    ...(articles !== undefined && { articles: articles === null ? null : Number(articles) }),
    ...(file !== undefined && { file }),
  }
  const reason = draft.values['reason'] ?? ''
  const save = (rev: number) =>
    void mending.send({ id: document.id, rev, reason, ...input, ...(sure.length > 0 && { sure }) } as never)
  const labels: Record<string, string> = { ...record.label, reason: w.reason }
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const conflict = { changes: failure.details.changes ?? [], mine: input, labels, busy }
    const catalogue = { outcome: record.outcomes }
    return <RowConflict {...conflict} catalogue={catalogue} onMine={() => save(document.rev)} onTheirs={close} />
  }
  const refused = failure?.code === 'invalid' ? failure.details : undefined
  const isText = document.lang !== null || /^(rancangan|naskah)_/.test(document.kind)
  const rows = typed.filter((path) => path !== 'note' && (isText || (path !== 'lang' && path !== 'articles')))
  return (
    <SmallForm
      id={`document-${document.id}`}
      {...{ draft, acting: mending, label: w.save, labels, onCancel: close }}
      onSave={() => save(draft.rev)}
    >
      {({ text, day, choice, errorOf }) => (
        <>
          {rows.map((path) => (
            <div key={path}>{path.endsWith('On') ? day(path) : text(path)}</div>
          ))}
          {answererOf(document.kind) !== undefined &&
            choice('outcome', [
              { value: '', label: record.outcomeUnknown },
              ...outcomes.map((value) => ({ value, label: record.outcomes[value] })),
            ])}
          <FileDrop
            id={`file-document-${document.id}`}
            label={w.replace}
            error={errorOf('file')}
            keep={keepFile}
            file={readKept(draft.values['file'] ?? '')}
            onFile={(kept) => draft.set({ file: kept === undefined ? '' : JSON.stringify(kept) })}
          />
          {(['note', 'reason'] as const).map((path) => (
            <LongTextField
              key={path}
              id={`${path}-document-${document.id}`}
              label={labels[path]}
              error={errorOf(path)}
              value={draft.values[path]}
              onChange={(event) => draft.set({ [path]: event.currentTarget.value })}
            />
          ))}
          <Doubts details={refused} labels={labels} sure={sure} onSure={setSure} />
        </>
      )}
    </SmallForm>
  )
}

function VoidDocument({ document, onClose }: ActProps) {
  const w = words[useLanguage()].documents
  const saved = useSaved()
  const draft = useDraft(`void/${document.id}`, { base: { reason: '' }, rev: document.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useAct(voidDocument, {
    key: document.id,
    async done(_, act) {
      close()
      await saved(w.voidDone, act)
    },
  })
  return (
    <SmallForm
      id={`void-${document.id}`}
      {...{ draft, acting: voiding, label: w.void, labels: { reason: w.reason }, onCancel: close }}
      onSave={() => void voiding.send({ id: document.id, rev: document.rev, reason: draft.values.reason })}
    >
      {({ errorOf }) => (
        <>
          <p>{w.voidWhat}</p>
          <LongTextField
            id={`reason-void-${document.id}`}
            label={w.reason}
            error={errorOf('reason')}
            value={draft.values.reason}
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
          />
        </>
      )}
    </SmallForm>
  )
}
