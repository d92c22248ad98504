import { useQueryClient } from '@tanstack/react-query'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { voidCountryFact } from '../../../slices/partners/contract.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { LongTextField } from '../../../ui/marks/field.tsx'
import type { CountryFactView } from './fact-values.ts'
import { words } from './messages/words.gen.ts'

/** A wrong statement is voided with its reason; the public page loses it at once, history keeps it. */
export function VoidFact({ fact, onClose }: { fact: CountryFactView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language].voiding
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const key = `negara/${fact.id}/batal`
  const draft = useDraft(key, { base: { reason: '' }, rev: fact.rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const voiding = useAct(voidCountryFact, {
    key,
    async done(_, act) {
      close()
      sayDone(w.done, act)
      await queries.invalidateQueries()
    },
  })
  const { failure, busy } = voiding
  const fault = failure?.code === 'invalid' ? failure.details.fields?.[0]?.fault : undefined
  return (
    <form
      className="form lined"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void voiding.send({ id: fact.id, rev: fact.rev, reason: draft.values.reason })
      }}
    >
      <LongTextField
        id={`reason-${fact.id}`}
        label={w.reason}
        hint={w.why}
        error={fault === undefined ? undefined : faultWord(language, fault)}
        maxLength={2000}
        value={draft.values.reason}
        onChange={(event) => draft.set({ reason: event.currentTarget.value })}
      />
      {failure?.code === 'stale' && <p role="alert">{failure.message}</p>}
      <FailureNotice acting={voiding} />
      <div className="acts">
        <button type="submit" className="btn sm loss" aria-busy={busy}>
          {w.go}
        </button>
        <button type="button" className="btn sm" onClick={close}>
          {words[language].form.cancel}
        </button>
      </div>
    </form>
  )
}
