import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { OwnerFields, type OwnerValues } from '../../agenda/ui/owner-fields.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { promiseIssue } from '../contract.ts'
import { StaleLine } from './issue-parts.tsx'
import type { IssuePageView, IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Who answers and until when. A proposed body is given it by one press, together with the day typed here. */
export function PromiseForm({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const task = issue.task?.endedOn === undefined ? issue.task : undefined
  const was: OwnerValues = { unit: task?.unit?.id ?? '', owner: task?.owner ?? '', dueOn: task?.dueOn ?? '' }
  const draft = useDraft(`isu/${issue.id}/janji`, { base: was, rev: task?.rev ?? 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const promising = useAct(promiseIssue, {
    key: issue.id,
    async done(_, act) {
      close()
      await saved(w.promised, act)
    },
  })
  const give = async (chosen: OwnerValues) => {
    const changed = Object.entries(chosen).filter(([name, value]) => value !== was[name as keyof OwnerValues])
    if (changed.length === 0) return close()
    const said = Object.fromEntries(changed.map(([name, value]) => [name, value.trim() === '' ? null : value]))
    const seen = task === undefined ? {} : { task: { id: task.id, rev: task.rev } }
    await promising.send({ id: issue.id, ...seen, ...said, ...(sure.length > 0 && { sure }) })
  }
  const fields = {
    unit: { id: 'janji-unit', label: w.unit },
    owner: { id: 'janji-owner', label: w.owner },
    dueOn: { id: 'janji-due', label: w.dueOn },
  }
  const details = promising.failure?.code === 'invalid' ? promising.failure.details : undefined
  const errors = formErrors(details ?? {}, { language, fields })
  const set = (change: Partial<OwnerValues>) => {
    draft.set(change)
    setSure([])
  }
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void give(values)
      }}
    >
      <StaleLine failure={promising.failure} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <OwnerFields
        fields={fields}
        words={w}
        theme={issue.theme}
        values={values}
        busy={promising.busy}
        errorOf={(at) => errors.find(({ field }) => field === at)?.fault}
        onSet={set}
        onGive={(chosen) => void give(chosen)}
      />
      <Doubts details={details} labels={{ dueOn: w.dueOn }} sure={sure} onSure={setSure} />
      <FailureNotice acting={promising} />
      <div className="acts">
        <SaveButton label={w.save} busy={promising.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

/** Who promised what until when, the newest first, and how often the day was moved. */
export function PromiseHistory({ promises, moved }: Pick<IssuePageView, 'promises' | 'moved'>) {
  const language = useLanguage()
  const w = words[language]
  if (promises.length < 2) return null
  return (
    <details className="gap">
      <summary>
        {w.history}: {w.moved({ n: moved })}
      </summary>
      <ul className="lines">
        {promises.toReversed().map(({ from, unit, owner, dueOn }, at) => (
          <li key={`${from}-${at}`}>
            <p className="key">
              {w.since} {formatDate(from, language)}
            </p>
            <p>
              <bdi>{[unit, owner].filter((part) => part !== undefined).join(', ') || w.nobody}</bdi>
              {' · '}
              {dueOn === undefined ? w.noDay : formatDate(dueOn, language)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
