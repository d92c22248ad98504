import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { usePageTitle } from '../../../ui/controls/page-title.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { say } from '../../../ui/controls/toasts.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { choose, readChoice } from '../contract.ts'
import { words } from './messages/words.gen.ts'

const parts = [
  { name: 'daily', field: 'daily' },
  { name: 'atOnce', field: 'at_once' },
  { name: 'reminders', field: 'reminders' },
] as const

/** Pengaturan → Pemberitahuan: what one gets by mail. Nothing is sent to who did not ask. */
export function NoticesPage() {
  const { language, may } = useVisitor()
  const w = words[language]
  usePageTitle(w.title)
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const { data: choice } = useSuspenseQuery(queryOf(readChoice, {}))
  const { rev } = choice
  const base = { daily: yesNo(choice.daily), atOnce: yesNo(choice.atOnce), reminders: yesNo(choice.reminders) }
  const draft = useDraft('notices/choice', { base, rev })
  const choosing = useAct(choose, {
    key: 'own',
    async done(_, act) {
      draft.clear()
      await queries.invalidateQueries()
      if (may('ledger.undo') && rev > 0) sayDone(w.saved, act)
      else say({ text: w.saved })
    },
  })
  const { values } = draft
  const save = async (over: number) => {
    const { daily, atOnce, reminders } = values
    await choosing.send({ rev: over, daily: daily === 'yes', atOnce: atOnce === 'yes', reminders: reminders === 'yes' })
  }
  const { failure, busy } = choosing
  if (failure?.code === 'stale') {
    const rows = (failure.details.changes ?? []).map(({ field, now, by, at }) => {
      const part = parts.find((one) => one.field === field)
      return {
        label: part === undefined ? w.title : w[part.name],
        ...(part !== undefined && { mine: values[part.name] === 'yes' ? w.yes : w.no }),
        theirs: now === true ? w.yes : w.no,
        by,
        at: writeInstant(at, language),
      }
    })
    const theirs = async () => {
      draft.clear()
      choosing.dismiss()
      await queries.invalidateQueries()
    }
    const mine = async () => await save((await queries.fetchQuery({ ...queryOf(readChoice, {}), staleTime: 0 })).rev)
    return <Conflict rows={rows} busy={busy} onMine={() => void mine()} onTheirs={() => void theirs()} />
  }
  const isNone = parts.every(({ name }) => values[name] !== 'yes')
  return (
    <section className="sec strong">
      <h1 tabIndex={-1}>{w.title}</h1>
      <p className="gap">{w.intro}</p>
      <form
        className="form gap"
        onSubmit={(event) => {
          event.preventDefault()
          void save(draft.rev)
        }}
      >
        {parts.map(({ name }) => (
          <div className="f" key={name}>
            <label className="pick">
              <input
                type="checkbox"
                checked={values[name] === 'yes'}
                aria-describedby={`hint-${name}`}
                onChange={({ currentTarget: { checked } }) => draft.set({ [name]: yesNo(checked) })}
              />
              {w[name]}
            </label>
            <span className="hint" id={`hint-${name}`}>
              {w[`${name}Hint`]}
            </span>
          </div>
        ))}
        <p className="s q" role="status">
          {isNone ? w.none : w.to({ email: choice.email })}
        </p>
        {!choice.sendsMail && <p className="s q">{w.kept}</p>}
        <FailureNotice acting={choosing} />
        <div className="acts">
          <SaveButton label={w.save} busy={busy} />
        </div>
      </form>
    </section>
  )
}

const yesNo = (is: boolean) => (is ? 'yes' : 'no')
