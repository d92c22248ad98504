import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { z } from 'zod'
import { formatDate } from '../../../shared/format.ts'
import { ownNames } from '../../../shared/languages.ts'
import { languageOfName, nameIn } from '../../../shared/names.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField } from '../../../ui/marks/field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { answerCorrection, listCorrections } from '../contract.ts'
import { words } from '../messages/words.gen.ts'

export type CorrectionView = z.output<typeof listCorrections.output>['rows'][number]

/** One reader's words, shown as they were written, and the answer that her receipt shows. */
export function CorrectionEntry({ correction }: { correction: CorrectionView }) {
  const { language, may } = useVisitor()
  const w = words[language].list
  const { about, page, topic, receipt, contact, state, answer, wordsLang } = correction
  const outcome = state === 'new' ? undefined : w[state]
  return (
    <article className="sec">
      <h2>
        {about === undefined ? (
          page.replace(/^\/[a-z-]+\//, '')
        ) : (
          <Link to={page}>
            <bdi lang={languageOfName(language, about)}>{nameIn(language, about)}</bdi>
          </Link>
        )}{' '}
        <small className="q">{receipt}</small>
      </h2>
      <p className="s q">
        {w.receivedOn({ date: formatDate(correction.receivedOn, language) })}
        {wordsLang !== language && ` · ${w.writtenIn({ language: ownNames[wordsLang] })}`}
        {contact !== null && (
          <>
            {' · '}
            {w.contact}: <bdi>{contact}</bdi>
          </>
        )}
      </p>
      <p className="words gap" lang={wordsLang} dir="auto">
        {correction.words}
      </p>
      <p className="acts gap">
        <a className="btn sm" href={`/${language}${page}${topic === null ? '' : `/sumber/${topic}`}`}>
          {w.openPublic}
        </a>
      </p>
      {answer !== null && (
        <p className="gap">
          <b>{outcome}</b> <bdi>{answer}</bdi>
        </p>
      )}
      {state === 'new' && may('corrections.answer') && <AnswerForm correction={correction} />}
    </article>
  )
}

function AnswerForm({ correction: { id, rev } }: { correction: CorrectionView }) {
  const { language } = useVisitor()
  const w = words[language].list
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const draft = useDraft(`correction/${id}`, { base: { answer: '', state: 'accepted' }, rev })
  const answering = useAct(answerCorrection, {
    key: id,
    async done(_, act) {
      draft.clear()
      sayDone(w.answered, act)
      await queries.invalidateQueries()
    },
  })
  const fields = { answer: { id: `answer-${id}`, label: w.answer } }
  const { failure } = answering
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <form
      className="form gap"
      onSubmit={(event) => {
        event.preventDefault()
        const state = draft.values.state === 'declined' ? 'declined' : 'accepted'
        void answering.send({ id, rev: draft.rev, state, answer: draft.values.answer })
      }}
    >
      <LongTextField
        {...fields.answer}
        hint={w.answerHint}
        error={errors[0]?.fault}
        value={draft.values.answer}
        onChange={(event) => draft.set({ answer: event.currentTarget.value })}
      />
      <SelectField
        id={`state-${id}`}
        label={w.outcome}
        value={draft.values.state}
        choices={[
          { value: 'accepted', label: w.accepted },
          { value: 'declined', label: w.declined },
        ]}
        onChange={(event) => draft.set({ state: event.currentTarget.value })}
      />
      <FailureNotice acting={answering} />
      <div className="acts">
        <SaveButton label={w.send} busy={answering.busy} />
      </div>
    </form>
  )
}
