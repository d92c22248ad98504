import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { SmallForm, type SmallField } from '../../partners/ui/small-form.tsx'
import { listOfficials } from '../../reference/contract.ts'
import { mendText } from '../contract.ts'
import { documentLabel, type DocumentView } from './documents-list.tsx'
import { officialChoices } from './official-choices.ts'
import { RowConflict } from './row-conflict.tsx'
import { lockedLines, mendOfText, openLines, valuesOf, type TextFormValues } from './text-form-values.ts'
import type { TextView } from './texts-list.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type MendTextProps = {
  text: TextView
  /** The papers of the relation: one of them may be the text's own. */
  documents: readonly DocumentView[]
  onClose: () => void
}

/**
 * Completes or corrects a text. Once it is signed and on file only its end, its copies and the place of the original
 * stay open; the rest is for the head of the division, with a reason.
 */
export function MendText({ text, documents, onClose }: MendTextProps) {
  const { language, may } = useVisitor()
  const { texts: w, record } = words[language]
  const saved = useSaved()
  const [sure, setSure] = useState<string[]>([])
  const draft = useDraft(`text/${text.id}`, { base: valuesOf(text), rev: text.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendText, {
    key: text.id,
    async done({ warnings }, act) {
      close()
      await saved(warnings.length > 0 ? `${w.mended} ${record.warning}` : w.mended, act)
    },
  })
  const mend = mendOfText(text, draft)
  const save = (rev: number) => void mending.send({ id: text.id, rev, ...mend, ...(sure.length > 0 && { sure }) })
  const labels: Record<string, string> = { ...record.label, ...w.label, reason: w.reason }
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const conflict = { changes: failure.details.changes ?? [], mine: mend, labels, busy }
    return <RowConflict {...conflict} onMine={() => save(text.rev)} onTheirs={close} />
  }
  const isLocked = text.document !== null
  const isWhole = !isLocked || may('relations.correct')
  const refused = failure?.code === 'invalid' ? failure.details : undefined
  return (
    <SmallForm
      id={`text-${text.id}`}
      {...{ draft, acting: mending, label: w.save, labels, onCancel: close }}
      onSave={() => save(draft.rev)}
    >
      {(field) => (
        <>
          {isWhole && <Particulars field={field} values={draft.values} />}
          {!isLocked && field.choice('document', documentChoices())}
          {openLines.map((line) => (
            <div key={line}>{lineOf(field, line)}</div>
          ))}
          {isLocked && !isWhole && <p className="s">{w.locked}</p>}
          {isLocked && isWhole && (
            <LongTextField
              id={`reason-text-${text.id}`}
              label={w.reason}
              hint={w.reasonHint}
              error={field.errorOf('reason')}
              value={draft.values.reason}
              onChange={(event) => draft.set({ reason: event.currentTarget.value })}
            />
          )}
          <Doubts details={refused} labels={labels} sure={sure} onSure={setSure} />
        </>
      )}
    </SmallForm>
  )

  function documentChoices() {
    const papers = documents.filter(
      ({ kind, voidedOn }) => voidedOn === null && ['loi', 'rencana_kerja_sama', 'naskah_asli'].includes(kind),
    )
    return [
      { value: '', label: w.unsigned },
      ...papers.map((one) => ({ value: one.id, label: documentLabel(one, language) })),
    ]
  }
}

type Line = (typeof lockedLines)[number] | (typeof openLines)[number]
const lineOf = (field: SmallField<TextFormValues>, line: Line) =>
  line.endsWith('On') ? field.day(line) : field.text(line)

const terms = ['unknown', 'months', 'ends', 'open'] as const

/** What is locked in a signed text: title, numbers, days, term and who signed. */
function Particulars({ field, values }: { field: SmallField<TextFormValues>; values: TextFormValues }) {
  const { language } = useVisitor()
  const { record } = words[language]
  const officials = useQuery(queryOf(listOfficials, {})).data?.rows ?? []
  return (
    <>
      {lockedLines.map((line) => (
        <div key={line}>{lineOf(field, line)}</div>
      ))}
      {field.choice(
        'term',
        terms.map((value) => ({ value, label: record.terms[value] })),
      )}
      {values.term === 'months' && field.text('termMonths', { short: true })}
      {values.term === 'ends' && field.day('endsOn')}
      {field.choice('official', officialChoices(language, officials))}
      {field.text('partnerName')}
      {field.text('partnerOffice')}
    </>
  )
}
