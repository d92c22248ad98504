import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { toLocalTime } from '../../../shared/dates.ts'
import { formatDate, formatTime } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { ReasonForm } from '../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage, useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { followAnswer, readAnswerFile, settleAnswer, type listAnswers } from '../contract.ts'
import { words as pageWords } from '../messages/words.gen.ts'
import { maySettle } from '../model.ts'
import { words } from './messages/words.gen.ts'

type Answer = z.output<typeof listAnswers.output>['rows'][number]

/** One thing the partner said: of which part, in whose words, whether it still fits, and what became of it. */
export function AnswerOf({ answer }: { answer: Answer }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const { words: said, wordsLang, name, role, field, file, party, answeredAt, number, state, settledOn } = answer
  const date = settledOn === null ? '' : formatDate(settledOn, language)
  return (
    <li>
      <span className="day">{formatDate(toLocalTime(answeredAt, 'WIB').date, language)}</span>
      <div>
        <p>
          <b>
            <bdi>{headOf(language, answer)}</bdi>
          </b>{' '}
          <span className={state === 'baru' ? 's st-wait' : 's q'}>
            {state === 'baru' ? w.answerState.baru : w.answerState[state]({ date })}
          </span>
        </p>
        {said !== null && (
          <blockquote className="say-q">
            <p className="typed" lang={wordsLang}>
              <bdi>{said}</bdi>
            </p>
          </blockquote>
        )}
        {field !== null && <p className="s">{w.field({ field })}</p>}
        <p className="s q">
          {[name, role, party]
            .filter((part) => part !== null)
            .map((part, at) => (
              <span key={at}>
                {at > 0 && ' · '}
                <bdi>{part}</bdi>
              </span>
            ))}
          {' · '}
          {formatTime(toLocalTime(answeredAt, 'WIB').time, 'WIB', language)} · {w.number({ n: number })}
        </p>
        {file !== null && (
          <p className="s">
            <a href={readAnswerFile.path.replace(':id', answer.id)}>
              <bdi>{file.name}</bdi>
            </a>
          </p>
        )}
        {answer.changed && <p className="s st-wait">{w.changed}</p>}
        {!answer.changed && answer.behind && <p className="s q">{w.behind}</p>}
        {answer.reason !== null && (
          <p className="s">
            {w.reason}: <bdi>{answer.reason}</bdi>
          </p>
        )}
        {answer.followUp !== null && (
          <p className="s">
            <Link to={`/tindak-lanjut/${answer.followUp}`}>{w.openTask}</Link>
          </p>
        )}
        {maySettle(state) && may('relations.mend') && <Settle answer={answer} />}
      </div>
    </li>
  )
}

function headOf(language: Language, { said, part, title }: Answer): string {
  const w = words[language].said
  if (said === 'usulan') return w.usulan({ title: title ?? '' })
  return w[said]({ part: part === null ? '' : pageWords[language].part[part] })
}

/** One tap makes a follow-up of it; noted, or left out with a reason that stays typed. */
function Settle({ answer }: { answer: Answer }) {
  const { id, rev, said, part, title, party } = answer
  const language = useLanguage()
  const w = words[language]
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [leaves, setLeaves] = useState(false)
  const draft = useDraft(`tidak-dipakai/${id}`, { base: { reason: '' }, rev })
  const saved = (text: string) => async (_: unknown, act: string) => {
    draft.clear()
    sayDone(text, act)
    await queries.invalidateQueries()
  }
  const following = useAct(followAnswer, { key: id, done: saved(w.followed) })
  const noting = useAct(settleAnswer, { key: `${id}/dicatat`, done: saved(w.noted) })
  const leaving = useAct(settleAnswer, { key: `${id}/tidak`, done: saved(w.left) })
  const name = part === null ? (title ?? '') : pageWords[language].part[part]
  const what = said === 'usulan' ? w.what.usulan({ party, title: name }) : w.what[said]({ party, part: name })
  const about = <span className="vh">: {headOf(language, answer)}</span>
  return (
    <>
      <p className="acts">
        <button
          type="button"
          className="btn sm"
          aria-busy={following.busy}
          onClick={() => void following.send({ id, rev, what: [...what].slice(0, 500).join('') })}
        >
          {w.follow}
          {about}
        </button>
        <button
          type="button"
          className="btn sm"
          aria-busy={noting.busy}
          onClick={() => void noting.send({ id, rev, state: 'dicatat' })}
        >
          {w.note}
          {about}
        </button>
        <button type="button" className="btn sm text" aria-expanded={leaves} onClick={() => setLeaves(!leaves)}>
          {w.leave}
          {about}
        </button>
      </p>
      <FailureNotice acting={following} />
      <FailureNotice acting={noting} />
      {(leaves || draft.restored) && (
        <ReasonForm
          id={`alasan-${id}`}
          words={{ reason: w.reason, why: w.reasonWhy, go: w.leaveGo }}
          reason={draft.values.reason}
          onReason={(reason) => draft.set({ reason })}
          acting={leaving}
          onSend={() => void leaving.send({ id, rev, state: 'tidak_dipakai', reason: draft.values.reason })}
          cancel={{
            label: w.cancel,
            onCancel() {
              draft.clear()
              setLeaves(false)
            },
          }}
        />
      )}
    </>
  )
}
