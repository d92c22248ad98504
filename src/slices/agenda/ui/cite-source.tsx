import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { citeActivity } from '../contract.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import type { ActivityView } from './use-activity.ts'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

const kinds = ['news', 'release', 'minutes', 'letter'] as const

/** Where the activity is known from: the card of an article, minutes or a letter, never its text. */
export function CiteSource({ activity }: { activity: ActivityView }) {
  const { source: w } = words[useLanguage()]
  return <Opened label={w.add}>{(close) => <CiteForm id={activity.id} onClose={close} />}</Opened>
}

const blank = { kind: 'news', outlet: '', title: '', publishedOn: '' }

function CiteForm({ id, onClose }: { id: string; onClose: () => void }) {
  const language = useLanguage()
  const { source: w, ...common } = words[language]
  const saved = useSaved()
  const key = `kegiatan/${id}/sumber`
  const draft = useDraft(key, { base: blank, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const citing = useAct(citeActivity, {
    key,
    async done(_, act) {
      close()
      await saved(w.added, act)
    },
  })
  const fields = {
    outlet: { id: 'outlet', label: w.outlet },
    title: { id: 'heading', label: w.heading },
    publishedOn: { id: 'published', label: w.day },
  }
  const details = citing.failure?.code === 'invalid' ? citing.failure.details : {}
  const errors = formErrors(details, { language, fields })
  const errorOf = (at: string) => errors.find(({ field }) => field === at)?.fault
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { kind, outlet, title, publishedOn } = values
        const day = dateTyped(publishedOn)
        void citing.send({
          id,
          kind: kind as (typeof kinds)[number],
          ...(outlet.trim() !== '' && { outlet }),
          ...(title.trim() !== '' && { title }),
          ...(day !== undefined && { publishedOn: day }),
        })
      }}
    >
      <ErrorSummary title={common.fix} errors={errors} />
      <SelectField
        id="source-kind"
        label={w.kind}
        short
        value={values.kind}
        choices={kinds.map((value) => ({ value, label: w.of[value] }))}
        onChange={(event) => draft.set({ kind: event.currentTarget.value })}
      />
      <TextField
        {...fields.outlet}
        error={errorOf('outlet')}
        maxLength={200}
        value={values.outlet}
        onChange={(event) => draft.set({ outlet: event.currentTarget.value })}
      />
      <TextField
        {...fields.title}
        error={errorOf('heading')}
        maxLength={200}
        value={values.title}
        onChange={(event) => draft.set({ title: event.currentTarget.value })}
      />
      <PartialDateField
        {...fields.publishedOn}
        error={errorOf('published')}
        value={values.publishedOn}
        onChange={(publishedOn) => draft.set({ publishedOn })}
      />
      <FailureNotice acting={citing} />
      <div className="acts">
        <SaveButton label={w.add} busy={citing.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}
