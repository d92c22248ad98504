import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { addTask, changeTask } from '../contract.ts'
import type { PointRowView } from './point-table.tsx'
import { OwnerFields, type OwnerValues } from './owner-fields.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type AssignPanelProps = {
  point: PointRowView
  /** Opened at the day, not at who answers. */
  isDay: boolean
  onClose: () => void
}

/** Who answers a point and until when. A proposed body is given it by one press, together with the day typed here. */
export function AssignPanel({ point, isDay, onClose }: AssignPanelProps) {
  const { language, may } = useVisitor()
  const { points: w, ...common } = words[language]
  const standing = point.task?.endedOn === undefined ? point.task : undefined
  const was: OwnerValues = {
    unit: standing?.unit?.id ?? '',
    owner: standing?.owner ?? '',
    dueOn: standing?.dueOn ?? '',
  }
  const draft = useDraft(`tugas/${point.id}`, { base: was, rev: standing?.rev ?? 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(
    () => panel.current?.querySelector<HTMLElement>(isDay ? 'input[type=date]' : 'button, select')?.focus(),
    [isDay],
  )
  const saved = useSaved()
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = async (_: unknown, act: string) => {
    close()
    await saved(w.saved, act)
  }
  const adding = useAct(addTask, { key: point.id, done })
  const changing = useAct(changeTask, { key: point.id, done })
  const acting = standing === undefined ? adding : changing
  const failure = adding.failure ?? changing.failure
  const isStale = useStale(failure) !== undefined
  const give = async (chosen: OwnerValues) => {
    const meant = sure.length > 0 ? { sure } : {}
    if (standing === undefined) {
      const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value.trim() !== ''))
      return await adding.send({ id: point.activity.id, point: point.id, ...said, ...meant })
    }
    const changed = Object.entries(chosen).filter(([name, value]) => value !== was[name as keyof OwnerValues])
    if (changed.length === 0) return close()
    const said = Object.fromEntries(changed.map(([name, value]) => [name, value.trim() === '' ? null : value]))
    await changing.send({ id: standing.id, rev: standing.rev, ...said, ...meant })
  }
  const id = (name: string) => `${name}-${point.id}`
  const fields = {
    unit: { id: id('unit'), label: w.unit },
    owner: { id: id('owner'), label: w.owner },
    dueOn: { id: id('dueOn'), label: w.dueOn },
  }
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const errors = formErrors(details ?? {}, { language, fields })
  const set = (change: Partial<OwnerValues>) => {
    draft.set(change)
    setSure([])
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void give(values)
      }}
    >
      <fieldset className="f plain form" ref={panel}>
        <legend>{w.ask({ point: point.words })}</legend>
        {isStale && (
          <p className="err" role="alert">
            {w.stale}
          </p>
        )}
        {draft.restored && draft.dirty && <p className="s st-wait">{common.restored}</p>}
        <OwnerFields
          fields={fields}
          words={{ ...w, undecided: common.undecided }}
          theme={point.theme}
          values={values}
          busy={acting.busy}
          errorOf={(at) => errors.find(({ field }) => field === at)?.fault}
          onSet={set}
          onGive={(chosen) => void give(chosen)}
          none={<p className="hint">{w.notProposed}</p>}
        >
          {may('reference.administer') && (
            <p>
              <Link to="/pengaturan/perangkat">{w.addUnit}</Link>
            </p>
          )}
        </OwnerFields>
        <Doubts details={details} labels={{ dueOn: w.dueOn }} sure={sure} onSure={setSure} />
        <FailureNotice acting={acting} />
        <div className="acts">
          <SaveButton label={w.save} busy={acting.busy} small />
          <button type="button" className="btn sm" onClick={close}>
            {common.cancel}
          </button>
        </div>
      </fieldset>
    </form>
  )
}
