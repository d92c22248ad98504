import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField, TextField } from '../../../ui/marks/field.tsx'
import { keepFile } from '../../files/contract.ts'
import { contentOf } from '../../files/ui/file-link.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { mendLetterhead, readLetterhead } from '../contract.ts'
import { words } from './messages/words.gen.ts'
import './letter.css'

type HeadView = z.output<typeof readLetterhead.output>
const keys = ['government', 'unit', 'address', 'contact', 'place'] as const

/** The head of the region's letters, and its emblem. */
export function LetterheadForm() {
  const { data } = useSuspenseQuery(queryOf(readLetterhead, {}))
  const { government, unit, address, contact, place } = data
  const base = { government, unit, address, contact, place }
  const draft = useDraft('settings/letterhead', { base, rev: data.rev })
  const language = useLanguage()
  const w = words[language]
  const s = w.settings
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const mending = useAct(mendLetterhead, {
    key: 'letterhead',
    async done(_, act) {
      draft.clear()
      sayDone(s.saved, act)
      await queries.invalidateQueries()
    },
  })
  const fields = Object.fromEntries(keys.map((key) => [key, { id: `head-${key}`, label: s[key] }]))
  const { failure, busy } = mending
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  return (
    <section aria-label={s.head}>
      <h2>{s.head}</h2>
      <p className="s q">{s.headHint}</p>
      <form
        className="form gap"
        onSubmit={(event) => {
          event.preventDefault()
          void mending.send({ ...draft.values, rev: failure?.code === 'stale' ? data.rev : draft.rev })
        }}
      >
        <ErrorSummary title={w.form.fix} errors={errors} />
        {draft.restored && draft.dirty && <p className="s st-wait">{w.form.restored}</p>}
        {keys.map((key) => {
          const props = {
            id: `head-${key}`,
            label: s[key],
            error: errors.find(({ field }) => field === `head-${key}`)?.fault,
            value: draft.values[key],
          }
          return key === 'address' || key === 'contact' ? (
            <LongTextField
              key={key}
              {...props}
              rows={2}
              onChange={(event) => draft.set({ [key]: event.currentTarget.value })}
            />
          ) : (
            <TextField key={key} {...props} onChange={(event) => draft.set({ [key]: event.currentTarget.value })} />
          )
        })}
        <FailureNotice acting={mending} />
        {failure?.code === 'stale' && (
          <p className="s st-wait" role="alert">
            {failure.message}
          </p>
        )}
        <SaveButton label={s.save} busy={busy} />
      </form>
      {data.rev > 0 ? (
        <Emblem head={data} />
      ) : (
        <div className="gap">
          <h3>{s.emblem}</h3>
          <p>
            {s.emblemLater} <a href="#head-government">{s.emblemToHead}</a>
          </p>
        </div>
      )}
    </section>
  )
}

function Emblem({ head }: { head: HeadView }) {
  const s = words[useLanguage()].settings
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const { demonstration: _, emblem, ...rest } = head
  const setting = useAct(mendLetterhead, {
    key: 'emblem',
    async done(_answer, act) {
      sayDone(emblem === null ? s.emblemKept : s.emblemTaken, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <div className="gap">
      <h3>{s.emblem}</h3>
      <p>{emblem === null ? s.emblemNone : s.emblemThere}</p>
      {emblem !== null && <img className="emblem-set" src={contentOf(emblem, { inline: true })} alt={s.emblem} />}
      {head.demonstration && <p className="s q">{s.demonstration}</p>}
      <FileDrop
        id="emblem"
        label={s.emblem}
        hint={s.emblemHint}
        keep={keepFile}
        picture
        file={undefined}
        onFile={(file) => file !== undefined && void setting.send({ ...rest, emblem: file.id })}
      />
      {emblem !== null && !head.demonstration && <OnPortal head={head} />}
      {emblem !== null && (
        <p className="acts gap">
          <button type="button" className="btn sm" onClick={() => void setting.send({ ...rest, emblem: null })}>
            {s.emblemTake}
          </button>
        </p>
      )}
      {setting.failure !== undefined && (
        <p className="s st-wait" role="alert">
          {setting.failure.message}
        </p>
      )}
    </div>
  )
}

/** Whether the region's portal shows the emblem: its own wish, and off until it says so. */
function OnPortal({ head }: { head: HeadView }) {
  const s = words[useLanguage()].settings
  const sayDone = useSayDone()
  const queries = useQueryClient()
  const { demonstration: _, emblem: __, onPortal, ...rest } = head
  const acting = useAct(mendLetterhead, {
    key: 'emblem-on-portal',
    async done(_answer, act) {
      sayDone(onPortal ? s.emblemHidden : s.emblemShown, act)
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <p>{onPortal ? s.emblemOnPortal : s.emblemOffPortal}</p>
      <p className="acts">
        <button
          type="button"
          className="btn sm"
          aria-busy={acting.busy}
          onClick={() => void acting.send({ ...rest, onPortal: !onPortal })}
        >
          {onPortal ? s.emblemHide : s.emblemShow}
        </button>
      </p>
      <FailureNotice acting={acting} />
    </>
  )
}
