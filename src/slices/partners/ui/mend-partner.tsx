import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Change } from '../../../shared/failure.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { mendPartner } from '../contract.ts'
import { PartnerFields, partnerFields, type Picked } from './partner-fields.tsx'
import { mendOf, valuesOf } from './partner-values.ts'
import type { RecordView } from './view.ts'
import { words } from './messages/words.gen.ts'

const draftKey = (id: string) => `partner/${id}`

/** Opens and closes the form for names, kind and country; with a draft it stands open. Nothing for who may not mend. */
export function PartnerMender({ partner }: { partner: RecordView }) {
  const { may, drafts, language } = useVisitor()
  const [isOpen, setOpen] = useState(() => drafts.read(draftKey(partner.id)) !== undefined)
  if (!may('partners.mend')) return null
  if (isOpen) return <MendPartner partner={partner} onClose={() => setOpen(false)} />
  return (
    <p className="gap3">
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {words[language].form.mend}
      </button>
    </p>
  )
}

function MendPartner({ partner, onClose }: { partner: RecordView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language].form
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLInputElement>(true)
  const [source, setSource] = useState<Picked>()
  const draft = useDraft(draftKey(partner.id), { base: valuesOf(partner, language), rev: partner.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendPartner, {
    key: partner.id,
    async done(_, act) {
      close()
      sayDone(w.mended, act)
      await queries.invalidateQueries()
    },
  })
  const save = async (rev: number) => {
    const mend = { ...mendOf(draft.values, draft.base, language), ...(source && { nativeSource: source.id }) }
    if (Object.keys(mend).length > 0) return await mending.send({ id: partner.id, rev, ...mend })
    say({ text: w.unchanged })
    close()
  }
  const { failure, busy } = mending
  if (failure?.code === 'stale') {
    const changes = failure.details.changes ?? []
    return <PartnerConflict {...{ changes, busy }} onMine={() => void save(partner.rev)} onTheirs={close} />
  }
  const errors =
    failure?.code === 'invalid' ? formErrors(failure.details, { language, fields: partnerFields(language) }) : []
  return (
    <form
      className="form gap3"
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <PartnerFields {...{ draft, errors, first, source }} onSource={setSource} />
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

type ConflictProps = { changes: readonly Change[]; busy: boolean; onMine: () => void; onTheirs: () => void }

/** Somebody changed this partner meanwhile. The page is read again, so that the next try names the new revision. */
function PartnerConflict({ changes, ...rest }: ConflictProps) {
  const language = useLanguage()
  const w = words[language].form
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries(), [queries, changes])
  const labels: Record<string, string> = { name: w.name, kind: w.kind, tier: w.tier, country: w.country, native_name: w.nativeName } // prettier-ignore
  const rows = changes.map(({ field, now, by, at }) => ({
    label: labels[field] ?? w.other,
    theirs: typeof now === 'string' && now !== '' ? now : w.empty,
    by,
    at: writeInstant(at, language),
  }))
  return <Conflict rows={rows} {...rest} />
}
