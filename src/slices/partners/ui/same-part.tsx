import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { joinPartners, separatePartners } from '../contract.ts'
import { PartnerPicker, type PickedPartner } from './partner-picker.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import type { RecordView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Partners that are read as this one, with the way back; and the way to say that this one was entered twice. */
export function SamePart({ partner }: { partner: RecordView }) {
  const { language, may } = useVisitor()
  const w = words[language].same
  if (!may('partners.mend') && partner.merged.length === 0) return null
  return (
    <section className="sec">
      <h2>{w.title}</h2>
      <ul>
        {partner.merged.map((merged) => (
          <MergedEntry key={merged.id} merged={merged} />
        ))}
      </ul>
      {may('partners.mend') && partner.merged.length === 0 && (
        <>
          <p className="q">{w.teach}</p>
          <Opened label={w.join}>{(close) => <JoinForm partner={partner} onClose={close} />}</Opened>
        </>
      )}
    </section>
  )
}

function MergedEntry({ merged }: { merged: RecordView['merged'][number] }) {
  const { language, may } = useVisitor()
  const w = words[language].same
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const parting = useAct(separatePartners, {
    key: merged.id,
    async done(_, act) {
      sayDone(w.parted, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <li>
      <p>
        <bdi>{w.merged({ name: merged.name })}</bdi>
        {merged.reason !== null && (
          <span className="s q">
            {' '}
            · <bdi>{merged.reason}</bdi>
          </span>
        )}
      </p>
      {may('partners.mend') && (
        <button
          type="button"
          className="btn sm"
          aria-busy={parting.busy}
          onClick={() => void parting.send({ id: merged.id })}
        >
          {w.part}
          <span className="vh">: {merged.name}</span>
        </button>
      )}
      <FailureNotice acting={parting} />
    </li>
  )
}

function JoinForm({ partner, onClose }: { partner: RecordView; onClose: () => void }) {
  const { language } = useVisitor()
  const w = words[language].same
  const queries = useQueryClient()
  const navigate = useNavigate()
  const sayDone = useSayDone()
  const [kept, setKept] = useState<PickedPartner>()
  const [reason, setReason] = useState('')
  const [sure, setSure] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const joining = useAct(joinPartners, {
    key: partner.id,
    async done({ slug }, act) {
      onClose()
      sayDone(w.joined, act)
      await navigate(`/mitra/${slug}`)
      await queries.invalidateQueries()
    },
  })
  const fault = joining.failure?.details.fields?.[0]?.fault
  const error =
    kept === undefined && isAsked ? w.choose : fault === 'taken' ? w.taken : fault === 'wrong' ? w.self : undefined
  const save = async () => {
    setAsked(true)
    if (kept === undefined) return
    const why = reason.trim() === '' ? {} : { reason }
    await joining.send({ id: partner.id, sameAs: kept.id, ...why, ...(sure && { sure: ['sameAs'] }) })
  }
  return (
    <form
      className="form lined"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PartnerPicker id="same-kept" label={w.kept} error={error} picked={kept} onPick={setKept} except={partner.id} />
      <LongTextField
        id="same-reason"
        label={w.reason}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {fault === 'doubtful' && (
        <div role="alert">
          <p>{w.doubt}</p>
          <label className="pick">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            {w.sure}
          </label>
        </div>
      )}
      <FailureNotice acting={joining} />
      <div className="acts">
        <SaveButton label={w.join} busy={joining.busy} small />
        <button type="button" className="btn sm" onClick={onClose}>
          {words[language].form.cancel}
        </button>
      </div>
    </form>
  )
}
