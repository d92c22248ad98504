import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/format.ts'
import { NextStepLine } from '../../../slices/followup/embed.tsx'
import { words as followupWords } from '../../../slices/followup/messages/words.gen.ts'
import { reasons } from '../../../slices/followup/model.ts'
import { useSayDone } from '../../../slices/ledger/ui/use-undo.ts'
import { endNextStep, setNextStep } from '../../../slices/relations/contract.ts'
import { writeAddress } from '../../../slices/letters/ui/write-address.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { nextStepDraft, NextStepForm } from './next-step-form.tsx'
import { useRelationPage } from './use-page.ts'
import { useNextStep } from './use-work.ts'
import { words } from './messages/words.gen.ts'

/**
 * Langkah berikutnya: who does what by when, or one of three ready reasons. One press each for the reasons. `unset` says
 * what waits while nothing is set, in place of since when.
 */
export function NextStep({ unset, children }: { unset?: ReactNode; children?: ReactNode }) {
  const { relation } = useRelationPage()
  const { language, may, drafts } = useVisitor()
  const f = followupWords[language]
  const w = words[language].next
  const { step, unsetSince } = useNextStep()
  const [writes, setWrites] = useState(false)
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const done = async (_: unknown, act: string) => {
    setWrites(false)
    drafts.clear(nextStepDraft(relation.id))
    sayDone(w.saved, act)
    await queries.invalidateQueries()
  }
  const setting = useAct(setNextStep, { key: relation.id, done })
  const ending = useAct(endNextStep, { key: relation.id, done })
  const mayMend = may('followup.mend')
  return (
    <section className="next" aria-labelledby="langkah">
      <h2 id="langkah">{f.title}</h2>
      {step === undefined ? (
        (unset ?? <p className="since">{f.unsetSince({ date: formatDate(unsetSince ?? '', language) })}</p>)
      ) : (
        <p>
          <NextStepLine step={step} language={language} />
        </p>
      )}
      <div className="acts">
        {relation.partner === null && may('relations.mend') && (
          <Link className="btn go" to={`/kerja-sama/${relation.slug}#mitra`}>
            {w.whoIsPartner}
          </Link>
        )}
        {step?.origin === 'asked' && may('letters.prepare') && relation.partner !== null && (
          <Link
            className="btn go"
            to={writeAddress({ relation: relation.id, purpose: 'rekomendasi', followUp: step.id })}
          >
            {w.writeLetter}
          </Link>
        )}
        {children}
        {mayMend && step !== undefined && step.reason === undefined && (
          <button
            type="button"
            className="btn"
            aria-busy={ending.busy}
            onClick={() => void ending.send({ id: relation.id, step: step.id, rev: step.rev, outcome: 'done' })}
          >
            {w.done}
          </button>
        )}
        {mayMend && (
          <button type="button" className="btn text" aria-expanded={writes} onClick={() => setWrites(!writes)}>
            {w.write}
          </button>
        )}
      </div>
      <FailureNotice acting={setting} />
      <FailureNotice acting={ending} />
      {setting.failure?.code === 'stale' && <p role="alert">{w.stale}</p>}
      {writes && <NextStepForm instead={step?.id ?? null} setting={setting} onCancel={() => setWrites(false)} />}
      {mayMend && (
        <p className="wait">
          <span>{w.waiting}</span>
          {reasons.map((reason) => (
            <button
              key={reason}
              type="button"
              className="linklike"
              aria-pressed={step?.reason === reason}
              onClick={() => void setting.send({ id: relation.id, instead: step?.id ?? null, reason })}
            >
              {w.reason[reason]}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
