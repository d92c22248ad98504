import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAct } from '../../../../ui/controls/act.ts'
import { FailureNotice } from '../../../../ui/controls/failure-notice.tsx'
import { SaveButton } from '../../../../ui/controls/save-button.tsx'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { openThread, placeLetter } from '../../contract.ts'
import { threadsQuery } from './mail-query.ts'
import type { MailView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** The matter of a letter, or the way into one. */
export function ThreadPart({ mail }: { mail: MailView }) {
  const { language, may } = useVisitor()
  const w = words[language].thread
  const [isOpen, setOpen] = useState(false)
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const leaving = useAct(placeLetter, {
    key: `leave/${mail.id}`,
    async done(_, act) {
      sayDone(w.leave, act)
      await queries.invalidateQueries()
    },
  })
  const mayChange = may('letters.prepare')
  const { thread } = mail
  return (
    <section className="gap3" aria-label={w.title}>
      <h2>{w.title}</h2>
      {thread !== null && (
        <p>
          <Link to={`/surat/utas/${thread.id}`}>
            <bdi>{thread.title}</bdi>
          </Link>
        </p>
      )}
      <div className="acts">
        {thread !== null && mayChange && (
          <button
            type="button"
            className="btn sm"
            aria-busy={leaving.busy}
            onClick={() => void leaving.send({ id: thread.id, letter: mail.id, out: true })}
          >
            {w.leave}
          </button>
        )}
        {thread === null && mayChange && (
          <button type="button" className="btn sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {w.join}
          </button>
        )}
      </div>
      <FailureNotice acting={leaving} />
      {isOpen && thread === null && <Join mail={mail} />}
    </section>
  )
}

function Join({ mail }: { mail: MailView }) {
  const { language } = useVisitor()
  const w = words[language].thread
  const { data } = useInfiniteQuery(threadsQuery({ q: '', all: false }))
  const [chosen, setChosen] = useState('')
  const [title, setTitle] = useState(mail.subject.slice(0, 200))
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const done = async (_: unknown, act: string) => {
    sayDone(w.joined, act)
    await queries.invalidateQueries()
  }
  const opening = useAct(openThread, { key: `thread/${mail.id}`, done })
  const placing = useAct(placeLetter, { key: `thread/${mail.id}`, done })
  const send = async () =>
    chosen === ''
      ? await opening.send({
          title,
          letters: [mail.id],
          ...(mail.partner !== null && { partner: mail.partner.id }),
          ...(mail.correspondent !== null && { correspondent: mail.correspondent }),
          ...(mail.language !== null && { language: mail.language }),
          ...(mail.answerBy !== null && { dueOn: mail.answerBy }),
        })
      : await placing.send({ id: chosen, letter: mail.id })
  return (
    <form
      className="form gap"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <SelectField
        id="thread-choose"
        label={w.choose}
        value={chosen}
        choices={[
          { value: '', label: w.newOne },
          ...(data?.pages[0]?.rows ?? []).map((row) => ({ value: row.id, label: row.title })),
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {chosen === '' && (
        <TextField
          id="thread-title"
          label={w.name}
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      <FailureNotice acting={chosen === '' ? opening : placing} />
      <SaveButton label={w.save} busy={opening.busy || placing.busy} small />
    </form>
  )
}
