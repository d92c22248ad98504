import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { mendIssue } from '../contract.ts'
import { themes, type Theme } from '../model.ts'
import type { IssueView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** Corrects words or theme; what somebody else wrote meanwhile stands beside what was typed here. */
export function MendIssue({ issue, onClose }: { issue: IssueView; onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const saved = useSaved()
  const base = { words: issue.words, theme: issue.theme ?? '' }
  const draft = useDraft(`isu/${issue.id}`, { base, rev: issue.rev })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendIssue, {
    key: issue.id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const isStale = useStale(mending.failure) !== undefined
  const save = async (rev: number) => {
    const mend = {
      ...(values.words.trim() !== draft.base.words && { words: values.words }),
      ...(values.theme !== draft.base.theme && { theme: values.theme === '' ? null : (values.theme as Theme) }),
    }
    if (Object.keys(mend).length === 0) return close()
    await mending.send({ id: issue.id, rev, ...mend })
  }
  const themeOf = (value: unknown) =>
    typeof value === 'string' && value !== '' ? agendaWords[language].theme[value as Theme] : w.undecided
  if (isStale) {
    const rows = (mending.failure?.details.changes ?? []).map(({ field, now, by, at }) => ({
      label: field === 'theme' ? w.theme : w.words,
      theirs: field === 'theme' ? themeOf(now) : typeof now === 'string' ? now : '',
      mine: field === 'theme' ? themeOf(values.theme) : values.words,
      by,
      at: writeInstant(at, language),
    }))
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void save(issue.rev)} onTheirs={close} />
  }
  const details = mending.failure?.code === 'invalid' ? mending.failure.details : {}
  const [error] = formErrors(details, { language, fields: { words: { id: 'isu-kata', label: w.words } } })
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <TextField
        id="isu-kata"
        label={w.words}
        error={error?.fault}
        maxLength={500}
        value={values.words}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
      <SelectField
        id="isu-tema"
        label={w.theme}
        value={values.theme}
        choices={[
          { value: '', label: w.undecided },
          ...themes.map((theme) => ({ value: theme, label: agendaWords[language].theme[theme] })),
        ]}
        onChange={(event) => draft.set({ theme: event.currentTarget.value as Theme | '' })}
      />
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.save} busy={mending.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
