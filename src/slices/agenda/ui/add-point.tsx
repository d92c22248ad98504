import { useAct } from '../../../ui/controls/act.ts'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { addPoint } from '../contract.ts'
import type { Theme } from '../model.ts'
import { Opened } from '../../../ui/controls/opened.tsx'
import { PointFields } from './point-fields.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

/** [Tambah pokok bahasan]: in the officer's own words, with its theme where one fits. */
export function AddPoint({ activity }: { activity: string }) {
  const { points: w } = words[useLanguage()]
  return <Opened label={w.add}>{(close) => <AddForm activity={activity} onClose={close} />}</Opened>
}

function AddForm({ activity, onClose }: { activity: string; onClose: () => void }) {
  const language = useLanguage()
  const { points: w, ...common } = words[language]
  const saved = useSaved()
  const draft = useDraft(`kegiatan/${activity}/pokok`, { base: { words: '', theme: '' }, rev: 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addPoint, {
    key: `${activity}/pokok`,
    async done(_, act) {
      close()
      await saved(w.added, act)
    },
  })
  const details = adding.failure?.code === 'invalid' ? adding.failure.details : {}
  const errors = formErrors(details, { language, fields: { words: { id: 'point-words', label: w.words } } })
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const theme = values.theme === '' ? {} : { theme: values.theme as Theme }
        void adding.send({ id: activity, words: values.words, wordsLang: language, ...theme })
      }}
    >
      {draft.restored && draft.dirty && <p className="s st-wait">{common.restored}</p>}
      <PointFields id="point" values={values} onChange={draft.set} error={errors[0]?.fault} isFocused />
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
