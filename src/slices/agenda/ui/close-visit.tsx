import { useState } from 'react'
import { nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { faultWord } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { NextStepFields } from '../../followup/ui/next-step-fields.tsx'
import { blankStep, stepOf, type NextStepValues } from '../../followup/ui/next-step-values.ts'
import { closeActivity } from '../contract.ts'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/**
 * Closes a visit. The button is always there: where no next step is known the answer asks for it, or for one of the
 * three ready reasons, and the same press then closes.
 */
export function CloseVisit({ activity }: { activity: ActivityView }) {
  const language = useLanguage()
  const { close: w } = words[language]
  const saved = useSaved()
  const [steps, setSteps] = useState<Record<string, NextStepValues>>({})
  const [sure, setSure] = useState<string[]>([])
  const [isAsked, setIsAsked] = useState(false)
  const closing = useAct(closeActivity, { key: activity.id, done: (_, act) => saved(w.done, act) })
  const { failure, busy } = closing
  const missing = failure?.code === 'not_yet' ? (failure.details.missing ?? []) : []
  if (missing.includes('next_step') && !isAsked) setIsAsked(true)
  const lacking = activity.nextSteps.filter(({ step }) => step === undefined).map(({ subject }) => subject)
  const asked = isAsked ? lacking : []
  const details = failure?.code === 'invalid' ? failure.details : undefined
  // 'nextSteps.0.dueOn' is about the first of those that were asked for; what is confirmed is confirmed for all.
  const faultOf = (at: number, name: string) =>
    details?.fields?.find(({ path }) => path === `nextSteps.${at}.${name}`)?.fault
  const doubts = { fields: doubtsOf(details).map((path) => ({ path: path.split('.').at(-1) ?? path, fault: 'doubtful' as const })) } // prettier-ignore
  const nameOf = (subject: string) => activity.relations.find(({ id }) => id === subject)
  return (
    <section className="next after">
      <h2>{w.title}</h2>
      <p>{w.why}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const nextSteps = asked.map((subject) => ({ subject, ...stepOf(steps[subject] ?? blankStep) }))
          const isAnswered = nextSteps.length > 0
          void closing.send({
            id: activity.id,
            rev: activity.rev,
            ...(isAnswered && { nextSteps }),
            ...(sure.length > 0 && { sure }),
          })
        }}
      >
        {asked.length > 0 && (
          <div className="form gap" role="alert">
            <p>
              <b>{w.ask}</b>
            </p>
          </div>
        )}
        {asked.map((subject, at) => {
          const named = nameOf(subject)
          return (
            <NextStepFields
              key={subject}
              id={`step-${at}`}
              {...(asked.length > 1 && named && { title: w.askOf({ name: nameIn(language, named) }) })}
              values={steps[subject] ?? blankStep}
              errorOf={(name) => {
                const fault = faultOf(at, name)
                return fault === undefined ? undefined : faultWord(language, fault)
              }}
              onChange={(change) => {
                setSteps((before) => ({ ...before, [subject]: { ...(before[subject] ?? blankStep), ...change } }))
                setSure([])
              }}
            />
          )
        })}
        <Doubts details={doubts} labels={{ dueOn: w.ask }} sure={sure} onSure={setSure} />
        {missing.includes('day') ? (
          <p className="err" role="alert">
            {w.early}
          </p>
        ) : (
          missing.length === 0 && <FailureNotice acting={closing} />
        )}
        <div className="acts">
          <SaveButton label={w.title} busy={busy} />
        </div>
      </form>
    </section>
  )
}
