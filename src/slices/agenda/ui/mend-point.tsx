import { useAct } from '../../../ui/controls/act.ts'
import { Conflict } from '../../../ui/controls/conflict.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { writeInstant } from '../../../ui/controls/written.ts'
import { useStale } from '../../../ui/controls/use-stale.ts'
import { mendPoint } from '../contract.ts'
import { words as agendaWords } from '../messages/words.gen.ts'
import type { Point, Theme } from '../model.ts'
import { PointFields } from './point-fields.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import { words } from './messages/words.gen.ts'

export type MendPointProps = { point: Pick<Point, 'id' | 'words' | 'theme' | 'rev'>; onClose: () => void }

/** Corrects a point; what somebody else wrote meanwhile stands beside what was typed here. */
export function MendPoint({ point, onClose }: MendPointProps) {
  const language = useLanguage()
  const { points: w, ...common } = words[language]
  const saved = useSaved()
  const base = { words: point.words, theme: point.theme ?? '' }
  const draft = useDraft(`pokok/${point.id}`, { base, rev: point.rev ?? 1 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const mending = useAct(mendPoint, {
    key: point.id,
    async done(_, act) {
      close()
      await saved(w.mended, act)
    },
  })
  const isStale = useStale(mending.failure) !== undefined
  const save = async (rev: number) => {
    const theme = values.theme === '' ? null : (values.theme as Theme)
    const mend = {
      ...(values.words.trim() !== draft.base.words && { words: values.words }),
      ...(values.theme !== draft.base.theme && { theme }),
    }
    if (Object.keys(mend).length === 0) return close()
    await mending.send({ id: point.id, rev, ...mend })
  }
  if (isStale) {
    const themeOf = (value: unknown) =>
      typeof value === 'string' && value !== '' ? agendaWords[language].theme[value as Theme] : common.undecided
    const rows = (mending.failure?.details.changes ?? []).map(({ field, now, by, at }) => ({
      label: field === 'theme' ? w.theme : w.words,
      theirs: field === 'theme' ? themeOf(now) : typeof now === 'string' ? now : '',
      mine: field === 'theme' ? themeOf(values.theme) : values.words,
      by,
      at: writeInstant(at, language),
    }))
    return <Conflict rows={rows} busy={mending.busy} onMine={() => void save(point.rev ?? 1)} onTheirs={close} />
  }
  const details = mending.failure?.code === 'invalid' ? mending.failure.details : {}
  const errors = formErrors(details, { language, fields: { words: { id: `${point.id}-words`, label: w.words } } })
  return (
    <form
      className="form gap"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(draft.rev)
      }}
    >
      <PointFields id={point.id} values={values} onChange={draft.set} error={errors[0]?.fault} isFocused />
      <FailureNotice acting={mending} />
      <div className="acts">
        <SaveButton label={w.saveWords} busy={mending.busy} small />
        <button type="button" className="btn sm" onClick={close}>
          {common.cancel}
        </button>
      </div>
    </form>
  )
}
