import { useState } from 'react'
import type { Language } from '../../../../shared/languages.ts'
import { formatTime } from '../../../../shared/format.ts'
import { chatText } from '../../../../shared/chat-text.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { words as controlWords } from '../../../../ui/controls/messages/words.gen.ts'
import { addLine, dropLine, mendLine, moveLine } from '../../contract.ts'
import { lineDoubt } from '../../rundown-model.ts'
import { DropButton } from '../drop-button.tsx'
import { Opened } from '../../../../ui/controls/opened.tsx'
import type { ActivityView } from '../use-activity.ts'
import { useSaved } from '../../../ledger/ui/use-saved.ts'
import { ActForm, changedOf, saidOf } from '../../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../../ledger/ui/form-line.tsx'
import type { PlanView } from './use-plan.ts'
import { words } from './messages/words.gen.ts'

type Line = PlanView['rundown'][number]
export type RundownProps = { activity: ActivityView; plan: PlanView; mayMend: boolean }

/** "09.00–09.30 WIB": the times of a line, or of a meeting. */
export function spanText(
  language: Language,
  { from, to, zone }: { from: string | undefined; to: string | undefined; zone: PlanView['zone'] },
): string {
  if (from === undefined) return ''
  if (to === undefined) return formatTime(from, zone, language)
  return `${formatTime(from, zone, language).replace(` ${zone}`, '')}–${formatTime(to, zone, language)}`
}

/** The course of a meeting by the minute; a line moves by two buttons, which a keyboard reaches. */
export function Rundown({ activity, plan, mayMend }: RundownProps) {
  const language = useLanguage()
  const { rundown: w } = words[language]
  const [mending, setMending] = useState<string>()
  const { rundown, zone } = plan
  const text = () =>
    chatText({
      title: `${w.title}: ${activity.about}`,
      lines: rundown.map(({ from, to, what, who }) =>
        [spanText(language, { from, to, zone }), what, who]
          .filter((part) => part !== undefined && part !== '')
          .join(' · '),
      ),
      more: (n) => controlWords[language].copy.more({ n: String(n) }),
    })
  return (
    <section className="sec after" id="susunan-acara">
      <h2>{w.title}</h2>
      {rundown.length === 0 && <p className="q">{w.none}</p>}
      {rundown.length > 0 && (
        <ol className="lines plain-list">
          {rundown.map((line, at) => (
            <li key={line.id}>
              {mending === line.id ? (
                <LineForm activity={activity} plan={plan} line={line} onClose={() => setMending(undefined)} />
              ) : (
                <>
                  <p>
                    <span className="q">{spanText(language, { from: line.from, to: line.to, zone })}</span>{' '}
                    <bdi>{line.what}</bdi>
                    {line.who !== undefined && (
                      <span className="q">
                        {' · '}
                        <bdi>{line.who}</bdi>
                      </span>
                    )}
                  </p>
                  {mayMend && (
                    <div className="acts">
                      {at > 0 && <MoveButton line={line} to="up" label={w.up} />}
                      {at < rundown.length - 1 && <MoveButton line={line} to="down" label={w.down} />}
                      <button type="button" className="btn sm text" onClick={() => setMending(line.id)}>
                        {words[language].gifts.mend}
                        <span className="vh">: {line.what}</span>
                      </button>
                      <DropButton
                        endpoint={dropLine}
                        input={{ id: line.id, rev: line.rev }}
                        what={line.what}
                        said={w.dropped}
                      />
                    </div>
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {rundown.length > 0 && (
        <p className="acts gap list-acts">
          <CopyButton text={text} />
        </p>
      )}
      {mayMend && (
        <Opened label={w.add}>
          {(close) => <LineForm activity={activity} plan={plan} line={undefined} onClose={close} />}
        </Opened>
      )}
    </section>
  )
}

function MoveButton({ line, to, label }: { line: Line; to: 'up' | 'down'; label: string }) {
  const { rundown: w } = words[useLanguage()]
  const saved = useSaved()
  const moving = useAct(moveLine, { key: `${line.id}-${to}`, done: (_, act) => saved(w.moved, act) })
  return (
    <>
      <button
        type="button"
        className="btn sm text"
        aria-busy={moving.busy}
        onClick={() => void moving.send({ id: line.id, rev: line.rev, to })}
      >
        {label}
        <span className="vh">: {line.what}</span>
      </button>
      <FailureNotice acting={moving} />
    </>
  )
}

type LineFormProps = { activity: ActivityView; plan: PlanView; line: Line | undefined; onClose: () => void }

function LineForm({ activity, plan, line, onClose }: LineFormProps) {
  const { rundown: w } = words[useLanguage()]
  const lines: FormLine[] = [
    { name: 'from', label: w.from, kind: 'time', column: 'from_time' },
    { name: 'to', label: w.to, kind: 'time', column: 'to_time' },
    { name: 'minutes', label: w.minutes, kind: 'number' },
    { name: 'what', label: w.what },
    { name: 'who', label: w.who },
  ]
  const others = plan.rundown.filter(({ id }) => id !== line?.id)
  const why = (values: Record<string, string>) => {
    const doubt = lineDoubt(
      { from: values['from'], to: values['to'] },
      { others, startsAt: activity.startsAt, endsAt: activity.endsAt },
    )
    return { from: doubt === undefined ? w.overlap : w[doubt] }
  }
  const last = plan.rundown.at(-1)
  const from =
    line === undefined ? (last?.to ?? (last === undefined ? activity.startsAt : undefined) ?? '') : (line.from ?? '')
  const base = { from, to: line?.to ?? '', minutes: '', what: line?.what ?? '', who: line?.who ?? '' }
  const long = (values: Record<string, string>) =>
    values['minutes']?.trim() ? { minutes: Number(values['minutes']) } : {}
  const common = { lines, base, save: w.save, said: w.added, onClose, why }
  if (line === undefined) {
    return (
      <ActForm
        {...common}
        id={`line-${activity.id}`}
        endpoint={addLine}
        rev={0}
        input={(values) => ({
          id: activity.id,
          what: values['what'] ?? '',
          ...saidOf(values, ['from', 'to', 'who']),
          ...long(values),
        })}
      />
    )
  }
  return (
    <ActForm
      {...common}
      id={`line-${line.id}`}
      endpoint={mendLine}
      rev={line.rev}
      input={(values, at) => {
        const { what, ...changed } = changedOf(values, at.base, ['from', 'to', 'what', 'who'])
        return {
          id: line.id,
          rev: at.rev,
          ...changed,
          ...(what !== undefined && { what: what ?? '' }),
          ...long(values),
        }
      }}
    />
  )
}
