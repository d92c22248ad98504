import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useFocusOnMount } from '../../../ui/controls/use-focus-on-mount.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { addPartner } from '../contract.ts'
import { PartnerFields, partnerFields, type Picked } from './partner-fields.tsx'
import { mendOf, noValues } from './partner-values.ts'
import { Proposals } from './proposals.tsx'
import { readCountry, type PartnerView } from './view.ts'
import { words } from './messages/words.gen.ts'

export const addDraftKey = (at: string) => `partner/new/${at}`

export type AddPartnerProps = {
  /** Names the place of the form, for its draft. */
  at: string
  /** What was typed before the form was opened. */
  name: string
  onAdded: (partner: { id: string; slug: string; name: string }) => void
  /** Takes a known partner instead of adding one; without it proposals lead to their pages. */
  onPick?: (partner: PartnerView) => void
  onClose: () => void
}

/** A partner by its name. One that looks like a known one is asked about before it is entered a second time. */
export function AddPartner({ at, name, onAdded, onPick, onClose }: AddPartnerProps) {
  const language = useLanguage()
  const w = words[language].form
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const first = useFocusOnMount<HTMLInputElement>(true)
  const [sure, setSure] = useState(false)
  const [source, setSource] = useState<Picked>()
  const draft = useDraft(addDraftKey(at), { base: noValues, rev: 0 })
  const values = draft.restored || draft.dirty ? draft.values : { ...draft.values, name }
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addPartner, {
    key: at,
    async done({ id, slug }, act) {
      flushSync(close) // whoever leaves the page next has nothing unsaved any more
      sayDone(w.added, act)
      onAdded({ id, slug, name: values.name })
      await queries.invalidateQueries()
    },
  })
  const send = async () => {
    const { name: typed = values.name, ...rest } = mendOf(values, noValues, language)
    const cited = source === undefined ? {} : { nativeSource: source.id }
    await adding.send({ name: typed, ...rest, ...cited, ...(sure && { sure: ['name'] }) })
  }
  const errors =
    adding.failure?.code === 'invalid'
      ? formErrors(adding.failure.details, { language, fields: partnerFields(language) })
      : []
  const isDoubtful = adding.failure?.details.fields?.some(({ fault }) => fault === 'doubtful') === true
  return (
    <form
      className="form gap3"
      aria-label={w.addTitle}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation() // through a dialog it would reach the form of the page
        void send()
      }}
    >
      <h2>{w.addTitle}</h2>
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <PartnerFields draft={{ ...draft, values }} {...{ errors, first, source }} onSource={setSource}>
        <Proposals name={values.name} country={readCountry(language, values.country)} onPick={onPick} />
        {isDoubtful && (
          <div>
            <p>{w.doubt}</p>
            <label className="pick">
              <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
              {w.sure}
            </label>
          </div>
        )}
      </PartnerFields>
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.save} busy={adding.busy} />
        <button type="button" className="btn" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
