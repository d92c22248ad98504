import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { chatText } from '../../../../shared/chat-text.ts'
import { formatDate } from '../../../../shared/format.ts'
import { useAct } from '../../../../ui/controls/act.ts'
import { CopyButton } from '../../../../ui/controls/copy-button.tsx'
import { usePageTitle } from '../../../../ui/controls/page-title.ts'
import { queryOf } from '../../../../ui/controls/query.ts'
import { ReasonForm } from '../../../../ui/controls/reason-form.tsx'
import { useDraft } from '../../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../../ui/controls/visitor.ts'
import { useSayDone } from '../../../ledger/ui/use-undo.ts'
import { holderText } from '../../../followup/model.ts'
import { cancelMail, mendMail, readMail } from '../../contract.ts'
import { AnswerPart } from './answer-part.tsx'
import { DispositionPart } from './disposition-part.tsx'
import { MailFacts } from './mail-facts.tsx'
import { MailForm } from './mail-form.tsx'
import { inputOf, valuesOf } from './mail-values.ts'
import { ThreadPart } from './thread-part.tsx'
import { partyOf, stateWord, type MailView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** One registered letter: what is known of it, its disposition and follow-up, its answer, its matter. */
export function MailPage() {
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(queryOf(readMail, { id }))
  return <MailBody key={id} mail={data} />
}

function MailBody({ mail }: { mail: MailView }) {
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(mail.subject)
  const isOpen = mail.voidedOn === null
  const text = () =>
    chatText({
      title: mail.mission ? w.mission : w.page.copyTitle({ subject: mail.subject }),
      lines: [
        ...(mail.register === null ? [] : [w.agendaNo({ register: `${mail.register}/${mail.registerYear}` })]),
        partyOf(mail, language),
        mail.number === null ? w.noNumber : w.numbered({ number: mail.number }),
        `${w.form.passedOn[mail.direction]}: ${formatDate(mail.passedOn, language)}`,
        stateWord(mail, language),
        ...mail.followUps.flatMap(({ what, dueOn, endedOn, ...task }) =>
          what === undefined || endedOn !== undefined
            ? []
            : [
                [what, holderText(task), dueOn && formatDate(dueOn, language, { short: true })]
                  .filter((part) => part !== undefined)
                  .join(' · '),
              ],
        ),
      ],
      more: String,
    })
  return (
    <>
      <p className="s keep">
        <Link to={mail.direction === 'in' ? '/surat' : '/surat?bagian=keluar'}>{w.page.back}</Link>
      </p>
      <div className="top">
        <div>
          <h1 tabIndex={-1}>
            <bdi>{mail.subject}</bdi>
          </h1>
          <p className="sub">
            {w.page[mail.direction]} · <bdi>{partyOf(mail, language)}</bdi> · {stateWord(mail, language)}
          </p>
        </div>
        <div className="acts keep">
          <CopyButton text={text} />
        </div>
      </div>
      {mail.voidedOn !== null && (
        <p className="st-loss">
          {w.page.voided({ date: formatDate(mail.voidedOn, language), reason: mail.voidedReason ?? '' })}
        </p>
      )}
      {mail.mission && <p className="note">{w.missionWhy}</p>}
      <div className="cols gap">
        <div>
          {mail.direction === 'in' && <DispositionPart mail={mail} />}
          <AnswerPart mail={mail} />
          <ThreadPart mail={mail} />
        </div>
        <div>
          <MailFacts mail={mail} />
          {isOpen && may('letters.prepare') && <Mend mail={mail} />}
          {isOpen && may('letters.prepare') && <Cancel mail={mail} />}
        </div>
      </div>
    </>
  )
}

function Mend({ mail }: { mail: MailView }) {
  const { language, drafts } = useVisitor()
  const w = words[language]
  const key = `mail/${mail.id}`
  const [isOpen, setOpen] = useState(() => drafts.read(key) !== undefined)
  const [sure, setSure] = useState<string[]>([])
  const draft = useDraft(key, { base: valuesOf(mail), rev: mail.rev })
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const mending = useAct(mendMail, {
    key,
    async done(_, act) {
      draft.clear()
      setOpen(false)
      sayDone(w.form.mended, act)
      await queries.invalidateQueries()
    },
  })
  const isStale = mending.failure?.code === 'stale'
  const send = async () => {
    // Who was told that somebody was faster has seen what stands now, and saves over it.
    const rev = isStale ? mail.rev : draft.rev
    const others = mail.relations.slice(1).map(({ id }) => id)
    const answers = mail.answers?.id
    await mending.send({
      id: mail.id,
      rev,
      ...inputOf(draft.values, { answers, others }),
      ...(sure.length > 0 && { sure }),
    })
    await queries.invalidateQueries({ queryKey: queryOf(readMail, { id: mail.id }).queryKey })
  }
  return (
    <div className="gap">
      <button type="button" className="btn sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {w.form.mend}
      </button>
      {isOpen && (
        <MailForm
          direction={mail.direction}
          values={draft.values}
          onChange={draft.set}
          restored={draft.restored && draft.dirty}
          acting={mending}
          sure={sure}
          onSure={setSure}
          label={w.form.saveMend}
          isNew={false}
          onSave={() => void send()}
        />
      )}
    </div>
  )
}

function Cancel({ mail: { id, rev } }: { mail: MailView }) {
  const w = words[useVisitor().language].page
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const cancelling = useAct(cancelMail, {
    key: id,
    async done(_, act) {
      sayDone(w.cancelled, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <div className="gap">
      <button type="button" className="btn sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {w.cancel}
      </button>
      {isOpen && (
        <ReasonForm
          id="mail-reason"
          words={{ reason: w.reason, why: w.cancelHint, go: w.cancel }}
          reason={reason}
          onReason={setReason}
          acting={cancelling}
          onSend={() => void cancelling.send({ id, rev, reason })}
        />
      )}
    </div>
  )
}
