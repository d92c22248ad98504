import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { listPartners } from '../../partners/contract.ts'
import { newRelation } from '../../relations/contract.ts'
import { RecordHead } from './record-page.tsx'
import { words } from './messages/words.gen.ts'

const blank = { who: '', partner: '', beganOn: '' }

/** A new cooperation: with a partner of the region, or with a label while nobody knows who it is. */
export function RecordRelationPage() {
  const language = useLanguage()
  const { newer: w, ...common } = words[language]
  usePageTitle(common.newRelation)
  const sayDone = useSayDone()
  const navigate = useNavigate()
  const draft = useDraft('catat/kerja-sama', { base: blank, rev: 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const [saved, setSaved] = useState<string>()
  const { data } = useQuery({
    ...queryOf(listPartners, { limit: 20, ...(values.who.trim() !== '' && { q: values.who.trim() }) }),
    placeholderData: keepPreviousData,
  })
  const choices = (data?.rows ?? []).map((partner) => ({ id: partner.id, label: nameIn(language, partner) }))
  const beginning = useAct(newRelation, {
    key: 'catat',
    done({ slug }, act) {
      draft.clear()
      sayDone(w.saved, act)
      setSaved(slug)
    },
  })
  useEffect(() => {
    if (saved !== undefined && !draft.dirty) void navigate(`/kerja-sama/${saved}`, { replace: true })
  }, [saved, draft.dirty, navigate])
  const fields = {
    label: { id: 'partner', label: w.partner },
    partner: { id: 'partner', label: w.partner },
    beganOn: { id: 'beganOn', label: w.beganOn },
  }
  const details = beginning.failure?.code === 'invalid' ? beginning.failure.details : undefined
  const errors = formErrors(details ?? {}, { language, fields })
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.fault
  const change = (changed: Partial<typeof blank>) => {
    draft.set(changed)
    if (sure.length > 0) setSure([])
  }
  return (
    <>
      <RecordHead title={common.newRelation} />
      <p className="q">{w.intro}</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const { who, partner } = values
          const began = dateTyped(values.beganOn)
          void beginning.send({
            ...(partner !== '' ? { partner } : who.trim() !== '' && { label: who }),
            ...(began !== undefined && { beganOn: began }),
            ...(sure.length > 0 && { sure }),
          })
        }}
      >
        <ErrorSummary title={common.fix} errors={errors} />
        {draft.restored && draft.dirty && <p className="s st-wait">{common.restored}</p>}
        <ChoiceBox
          {...fields.partner}
          hint={w.partnerHint}
          error={errorOf('partner')}
          isNarrowed
          text={values.who}
          choices={choices}
          onText={(who) => change({ who, partner: choices.find(({ label }) => label === who)?.id ?? '' })}
        />
        <PartialDateField
          {...fields.beganOn}
          hint={common.whenHint}
          error={errorOf('beganOn')}
          value={values.beganOn}
          onChange={(beganOn) => change({ beganOn })}
        />
        <Doubts
          details={details}
          labels={{ label: w.partner, partner: w.partner, beganOn: w.beganOn }}
          sure={sure}
          onSure={setSure}
        />
        <FailureNotice acting={beginning} />
        <div className="acts">
          <SaveButton label={w.save} busy={beginning.busy} />
          {draft.dirty && (
            <button type="button" className="btn" onClick={draft.clear}>
              {common.dropDraft}
            </button>
          )}
        </div>
      </form>
    </>
  )
}
