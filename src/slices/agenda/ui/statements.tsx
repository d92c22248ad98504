import { useAct } from '../../../ui/controls/act.ts'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { LongTextField } from '../../../ui/marks/field.tsx'
import { addStatement, dropStatement } from '../contract.ts'
import { Name } from '../embed.tsx'
import { FromStatement } from './commitments-from.tsx'
import { DropButton } from './drop-button.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { peopleChoices } from './people-choices.ts'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** What was said, with its speaker, in the officer's own words. */
export function Statements({ activity, mayMend }: { activity: ActivityView; mayMend: boolean }) {
  const { statements: w } = words[useLanguage()]
  return (
    <section className="sec after">
      <h2>{w.title}</h2>
      {activity.statements.length === 0 && <p className="q">{w.none}</p>}
      {activity.statements.map(({ id, rev, words: said, wordsLang, speaker }) => (
        <blockquote className="say-q gap" key={id}>
          <p lang={wordsLang}>{said}</p>
          <footer>
            <Name person={speaker} />
            {mayMend && <FromStatement activity={activity.id} statement={{ id, words: said }} />}
            {mayMend && <DropButton endpoint={dropStatement} input={{ id, rev }} what={said} said={w.dropped} />}
          </footer>
        </blockquote>
      ))}
      {mayMend && <Opened label={w.add}>{(close) => <AddStatement activity={activity} onClose={close} />}</Opened>}
    </section>
  )
}

const blank = { words: '', speaker: '' }

function AddStatement({ activity, onClose }: { activity: ActivityView; onClose: () => void }) {
  const language = useLanguage()
  const { statements: w, ...common } = words[language]
  const saved = useSaved()
  const key = `kegiatan/${activity.id}/ucapan`
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addStatement, {
    key,
    async done(_, act) {
      close()
      await saved(w.added, act)
    },
  })
  const choices = peopleChoices(language, activity)
  const fields = { words: { id: 'said', label: w.words }, speaker: { id: 'speaker', label: w.speaker } }
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : {}
  const errors = formErrors(details, { language, fields })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = choices.find(({ label }) => label === values.speaker)?.as
        const speaker = values.speaker.trim() === '' ? {} : { speaker: values.speaker }
        void adding.send({ id: activity.id, words: values.words, ...(chosen ?? speaker) })
      }}
    >
      <ErrorSummary title={common.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{common.restored}</p>}
      <LongTextField
        {...fields.words}
        error={errors.find(({ field }) => field === 'said')?.fault}
        rows={3}
        maxLength={2000}
        value={values.words}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
      <ChoiceBox
        {...fields.speaker}
        hint={common.attendance.whoHint}
        error={errors.find(({ field }) => field === 'speaker')?.fault}
        text={values.speaker}
        choices={choices}
        onText={(speaker) => draft.set({ speaker })}
      />
      <FailureNotice acting={adding} />
      <div className="acts">
        <SaveButton label={w.add} busy={adding.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}
