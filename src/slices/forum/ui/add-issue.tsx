import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../../ui/controls/act.ts'
import { Doubts } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words as agendaWords } from '../../agenda/messages/words.gen.ts'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { raiseIssue } from '../contract.ts'
import { words as forumWords } from '../messages/words.gen.ts'
import { themes, type Theme } from '../model.ts'
import { words } from './messages/words.gen.ts'

const blank = { words: '', theme: '', relation: '', relationName: '' }

/** An issue by hand: for what came up outside a meeting. */
export function AddIssue({ onClose }: { onClose: () => void }) {
  const language = useLanguage()
  const w = words[language]
  const navigate = useNavigate()
  const sayDone = useSayDone()
  const draft = useDraft('isu/baru', { base: blank, rev: 0 })
  const { values } = draft
  const [sure, setSure] = useState<string[]>([])
  const raising = useAct(raiseIssue, {
    key: 'baru',
    done({ slug }, act) {
      draft.clear()
      onClose()
      sayDone(w.saved, act)
      setTimeout(() => void navigate(`/program/isu/${slug}`))
    },
  })
  const fields = {
    words: { id: 'isu-kata', label: w.words },
    relations: { id: 'isu-kerja-sama', label: w.relation },
    theme: { id: 'isu-tema', label: w.theme },
  }
  const details = raising.failure?.code === 'invalid' ? raising.failure.details : undefined
  const errors = formErrors(details ?? {}, { language, fields })
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void raising.send({
          words: values.words,
          relations: values.relation === '' ? [] : [values.relation],
          ...(values.theme !== '' && { theme: values.theme as Theme }),
          ...(sure.length > 0 && { sure }),
        })
      }}
    >
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <TextField
        {...fields.words}
        hint={w.wordsHint}
        error={errorOf('isu-kata')}
        maxLength={500}
        value={values.words}
        onChange={(event) => {
          draft.set({ words: event.currentTarget.value })
          setSure([])
        }}
      />
      <RelationField
        {...fields.relations}
        error={errorOf('isu-kerja-sama')}
        text={values.relationName}
        onWho={({ text, relation = '' }) => draft.set({ relationName: text, relation })}
      />
      <SelectField
        {...fields.theme}
        value={values.theme}
        choices={[
          { value: '', label: w.undecided },
          ...themes.map((theme) => ({ value: theme, label: agendaWords[language].theme[theme] })),
        ]}
        onChange={(event) => draft.set({ theme: event.currentTarget.value })}
      />
      <Doubts details={details} labels={{ words: forumWords[language].issue }} sure={sure} onSure={setSure} />
      <FailureNotice acting={raising} />
      <div className="acts">
        <SaveButton label={w.save} busy={raising.busy} />
        <button
          type="button"
          className="btn"
          onClick={() => {
            draft.clear()
            onClose()
          }}
        >
          {w.cancel}
        </button>
      </div>
    </form>
  )
}
