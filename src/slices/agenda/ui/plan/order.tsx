import { useState } from 'react'
import { personName } from '../../../../shared/person-name.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { TextField } from '../../../../ui/marks/field.tsx'
import { orderParticipants } from '../../contract.ts'
import { words as agendaWords } from '../../messages/words.gen.ts'
import { words as referenceWords } from '../../../reference/messages/words.gen.ts'
import { Opened } from '../../../../ui/controls/opened.tsx'
import { useStale } from '../../../../ui/controls/use-stale.ts'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

export type OrderProps = { activity: ActivityView; plan: PlanView; mayMend: boolean }

/** Who stands before whom, as the office decides it: a free order with the rank in words. */
export function Order({ activity, plan, mayMend }: OrderProps) {
  const language = useLanguage()
  const { order: w } = words[language]
  const isOrdered = plan.order.some(({ position }) => position !== undefined)
  if (activity.participants.length < 2 || (!mayMend && !isOrdered)) return null
  return (
    <section className="sec after" id="tata-urutan">
      <h2>{w.title}</h2>
      {isOrdered && (
        <ol className="gap">
          {plan.order.map(({ id, rank }) => (
            <li key={id}>
              <bdi>{nameOf(activity, { id, language })}</bdi>
              {rank !== undefined && <span className="q"> · {rank}</span>}
            </li>
          ))}
        </ol>
      )}
      {mayMend && (
        <Opened label={w.open}>{(close) => <OrderForm activity={activity} plan={plan} onClose={close} />}</Opened>
      )}
    </section>
  )
}

function nameOf(activity: ActivityView, { id, language }: { id: string; language: 'id' | 'en' | 'ja' | 'ko' }): string {
  const person = activity.participants.find((one) => one.id === id)
  if (person === undefined) return ''
  const { organisation, office, side } = person
  const who = personName(person)
  const of = office === undefined ? undefined : referenceWords[language].office[office]
  const said = [who === '' ? undefined : who, of, organisation].filter((part) => part !== undefined)
  return `${said.join(', ')} (${agendaWords[language].side[side]})`
}

interface Placed {
  id: string
  rank: string
}

function OrderForm({ activity, plan, onClose }: { activity: ActivityView; plan: PlanView; onClose: () => void }) {
  const language = useLanguage()
  const { order: w, rundown, cancelForm } = words[language]
  const [placed, setPlaced] = useState<Placed[]>(() => plan.order.map(({ id, rank = '' }) => ({ id, rank })))
  const saved = useSaved()
  const ordering = useAct(orderParticipants, {
    key: `urutan-${activity.id}`,
    async done(_, act) {
      onClose()
      await saved(w.saved, act)
    },
  })
  const isStale = useStale(ordering.failure) !== undefined
  // Who came meanwhile stands at the end, who went is gone; the order that was set stays.
  const there = plan.order.map(({ id }) => id)
  const shown = [
    ...placed.filter(({ id }) => there.includes(id)),
    ...plan.order.filter(({ id }) => !placed.some((one) => one.id === id)).map(({ id, rank = '' }) => ({ id, rank })),
  ]
  const move = (at: number, by: number) => {
    const next = [...shown]
    const [one] = next.splice(at, 1)
    if (one !== undefined) next.splice(at + by, 0, one)
    setPlaced(next)
  }
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const order = shown.map(({ id, rank }) => ({ id, rank: rank.trim() === '' ? null : rank }))
        void ordering.send({ id: activity.id, order })
      }}
    >
      <p className="hint">{w.why}</p>
      {isStale && <p role="alert">{w.changed}</p>}
      <ol className="lines plain-list">
        {shown.map(({ id, rank }, at) => {
          const name = nameOf(activity, { id, language })
          return (
            <li key={id}>
              <p>
                {at + 1}. <bdi>{name}</bdi>
              </p>
              <TextField
                id={`rank-${id}`}
                label={
                  <>
                    {w.rank}
                    <span className="vh">: {name}</span>
                  </>
                }
                maxLength={200}
                value={rank}
                onChange={(event) => {
                  const typed = event.currentTarget.value
                  setPlaced(shown.map((one) => (one.id === id ? { ...one, rank: typed } : one)))
                }}
              />
              <div className="acts">
                {at > 0 && (
                  <button type="button" className="btn sm text" onClick={() => move(at, -1)}>
                    {rundown.up}
                    <span className="vh">: {name}</span>
                  </button>
                )}
                {at < shown.length - 1 && (
                  <button type="button" className="btn sm text" onClick={() => move(at, 1)}>
                    {rundown.down}
                    <span className="vh">: {name}</span>
                  </button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {!isStale && <FailureNotice acting={ordering} />}
      <div className="acts">
        <SaveButton label={w.save} busy={ordering.busy} small />
        <button type="button" className="btn sm" onClick={onClose}>
          {cancelForm}
        </button>
      </div>
    </form>
  )
}
