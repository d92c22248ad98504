import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import type { ApiFailure } from '../../../ui/controls/call.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { closeAgreement, listIssues, openAgreement } from '../contract.ts'
import type { AgreementObstacle } from '../model.ts'
import type { IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** "Jadikan kesepakatan": opens a KSDPK process, with this issue and others of the same cooperation. */
export function AgreementForm({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const [relation, setRelation] = useState(issue.relations[0]?.id ?? '')
  const [chosen, setChosen] = useState<string[]>([])
  const { data } = useQuery(queryOf(listIssues, { relation, standing: 'open', limit: 100 }))
  const others = (data?.rows ?? []).filter(({ id }) => id !== issue.id)
  const saved = useSaved()
  const opening = useAct(openAgreement, {
    key: issue.id,
    async done(_, act) {
      onClose()
      await saved(w.opened, act)
    },
  })
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void opening.send({ relation, issues: [issue.id, ...chosen] })
      }}
    >
      <p className="hint">{w.agreementWhat}</p>
      {issue.relations.length > 1 && (
        <SelectField
          id="kesepakatan-dengan"
          label={w.relation}
          value={relation}
          choices={issue.relations.map((one) => ({ value: one.id, label: nameIn(language, one) }))}
          onChange={(event) => {
            setRelation(event.currentTarget.value)
            setChosen([])
          }}
        />
      )}
      {others.length > 0 && (
        <fieldset className="f plain">
          <legend>{w.alsoIssues}</legend>
          {others.map(({ id, words: said, wordsLang }) => (
            <label key={id} className="pick">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />{' '}
              <bdi lang={wordsLang}>{said}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <Obstacles failure={opening.failure} />
      {opening.failure?.code !== 'not_yet' && <FailureNotice acting={opening} />}
      <div className="acts">
        <SaveButton label={w.makeAgreement} busy={opening.busy} small />
        <button type="button" className="btn sm" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

/** Why it cannot be, with the article. */
function Obstacles({ failure }: { failure: ApiFailure | undefined }) {
  const w = words[useLanguage()]
  if (failure?.code !== 'not_yet') return null
  const missing = (failure.details.missing ?? []) as AgreementObstacle[]
  return (
    <div className="refuse" role="alert">
      {missing.map(({ id, article }) => (
        <div key={id}>
          <p>{w.noWay[id]}</p>
          {article !== undefined && <p className="s q">{w.article({ law: article.law, at: article.at })}</p>}
        </div>
      ))}
    </div>
  )
}

/** The process an issue became: since when, and that its procedure follows. */
export function AgreementFacts({ openedOn }: { openedOn: string }) {
  const language = useLanguage()
  const w = words[language]
  return (
    <p>
      <b>KSDPK</b> · {w.openedOn} {formatDate(openedOn, language)}. {w.later}
    </p>
  )
}

/** Closes a process that was opened wrongly or leads nowhere. */
export function CloseAgreement({ id, rev, onClose }: { id: string; rev: number; onClose: () => void }) {
  const w = words[useLanguage()]
  const [reason, setReason] = useState('')
  const saved = useSaved()
  const closing = useAct(closeAgreement, {
    key: id,
    async done(_, act) {
      onClose()
      await saved(w.closed, act)
    },
  })
  return (
    <ReasonForm
      id={`tutup-${id}`}
      words={{ reason: w.reason, go: w.closeIt }}
      reason={reason}
      onReason={setReason}
      acting={closing}
      onSend={() => void closing.send({ id, rev, reason })}
      cancel={{ label: w.cancel, onCancel: onClose }}
    />
  )
}
