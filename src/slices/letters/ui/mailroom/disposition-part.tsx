import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/format.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../../ui/marks/empty-state.tsx'
import { NextStepLine } from '../../../followup/embed.tsx'
import { DisposeForm } from './dispose-form.tsx'
import type { MailView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What was written on a letter, and the follow-ups that came of it. */
export function DispositionPart({ mail }: { mail: MailView }) {
  const { language, may, drafts } = useVisitor()
  const w = words[language].disposition
  const [isOpen, setOpen] = useState(() => drafts.read(`dispose/${mail.id}`) !== undefined)
  return (
    <section aria-label={w.title}>
      <h2>{w.title}</h2>
      {mail.dispositions.length === 0 && <EmptyState>{w.none}</EmptyState>}
      <ul className="lines">
        {mail.dispositions.map(({ id, office, instruction, dueOn, givenOn, recipients }) => (
          <li key={id}>
            <p>
              <bdi>{instruction}</bdi>
            </p>
            <p className="s q">
              <bdi>{w.line({ office, to: toWhom(recipients) })}</bdi> · {formatDate(givenOn, language)}
              {dueOn !== null && ` · ${words[language].until({ date: formatDate(dueOn, language) })}`}
            </p>
          </li>
        ))}
      </ul>
      {mail.followUps.length > 0 && (
        <>
          <h3 className="after">{w.followUps}</h3>
          <ul className="lines" aria-label={w.followUps}>
            {mail.followUps.map((step) => (
              <li key={step.id}>
                <NextStepLine step={step} language={language} />
                {step.endedOn !== undefined && (
                  <span className="q"> · {step.outcome === 'dropped' ? w.dropped : w.done}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="acts gap">
        {mail.voidedOn === null && may('letters.dispose') && (
          <button type="button" className="btn" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {w.open}
          </button>
        )}
        {mail.dispositions.length > 0 && (
          <Link className="btn" to={`/surat/catatan/${mail.id}/disposisi`}>
            {w.print}
          </Link>
        )}
      </div>
      {isOpen && mail.voidedOn === null && <DisposeForm mail={mail} onDone={() => setOpen(false)} />}
    </section>
  )
}

/** "Dinas A, Dinas B (Kepala bidang)". */
export function toWhom(recipients: MailView['dispositions'][number]['recipients']): string {
  return recipients
    .map(({ unit, member, person }) => {
      const who = [member, person].filter((name) => name !== null).join(', ')
      if (unit === null) return who
      return who === '' ? unit : `${unit} (${who})`
    })
    .join(', ')
}
