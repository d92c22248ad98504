import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { proposeUnits } from '../../agenda/ui/propose-units.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { listAffairs, listUnits } from '../../reference/contract.ts'
import { DayBeside } from '../../reference/ui/day-beside.tsx'
import { promiseIssue } from '../contract.ts'
import { StaleLine } from './issue-parts.tsx'
import type { IssuePageView, IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

type Values = { unit: string; owner: string; dueOn: string }

/** Who answers and until when. A proposed body is given it by one press, together with the day typed here. */
export function PromiseForm({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const { data: units } = useQuery(queryOf(listUnits, {}))
  const { data: affairs } = useQuery(queryOf(listAffairs, {}))
  const task = issue.task?.endedOn === undefined ? issue.task : undefined
  const was: Values = { unit: task?.unit?.id ?? '', owner: task?.owner ?? '', dueOn: task?.dueOn ?? '' }
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
  const give = async (chosen: Values) => {
    const changed = Object.entries(chosen).filter(([name, value]) => value !== was[name as keyof Values])
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
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  const set = (change: Partial<Values>) => {
    draft.set(change)
    setSure([])
  }
  const proposed = proposeUnits(issue.theme, { units: units?.rows ?? [], affairs: affairs?.rows ?? [] })
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
      {proposed.length > 0 && (
        <div>
          <p className="hint">{w.proposed}</p>
          <p className="acts gap">
            {proposed.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className="btn sm"
                aria-busy={promising.busy}
                onClick={() => void give({ ...values, unit: id })}
              >
                <bdi>{name}</bdi>
              </button>
            ))}
          </p>
        </div>
      )}
      <SelectField
        {...fields.unit}
        value={values.unit}
        error={errorOf('janji-unit')}
        choices={[
          { value: '', label: w.undecided },
          ...(units?.rows ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
        ]}
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
      <TextField
        {...fields.owner}
        hint={w.ownerHint}
        error={errorOf('janji-owner')}
        maxLength={200}
        autoComplete="off"
        value={values.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <TextField
        {...fields.dueOn}
        error={errorOf('janji-due')}
        type="date"
        short
        value={values.dueOn}
        onChange={(event) => set({ dueOn: event.currentTarget.value })}
      />
      <DayBeside day={values.dueOn} abroad />
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
