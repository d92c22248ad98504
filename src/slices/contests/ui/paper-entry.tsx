import { useAct } from '../../../ui/controls/act.ts'
import { formErrors } from '../../../ui/controls/faults.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { addEntry } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { SmallForm } from './small-form.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

const base = { name: '', rtRw: '', village: '', kecamatan: '', category: '', entrant: '', phone: '', words: '' }

/** A form that came on paper. The database’s clock decides here too: after the window it is refused. */
export function PaperEntry({ contest, onClose }: { contest: ContestView; onClose: () => void }) {
  const { language } = useVisitor()
  const w = words[language]
  const form = contestWords[language].form
  const saved = useSaved()
  const draft = useDraft(`lomba/${contest.id}/kertas`, { base, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addEntry, {
    key: contest.id,
    async done({ number }, act) {
      close()
      await saved(w.paperDone({ number }), act)
    },
  })
  const labels = {
    name: form.name,
    rtRw: form.rtRw,
    village: form.village,
    kecamatan: form.kecamatan,
    category: form.category,
    entrant: form.entrant,
    phone: form.phone,
    words: form.words,
  }
  const names = Object.keys(base) as (keyof typeof base)[]
  const fields = Object.fromEntries(names.map((name) => [name, { id: `paper-${name}`, label: labels[name] }]))
  const errors = adding.failure?.code === 'invalid' ? formErrors(adding.failure.details, { language, fields }) : []
  const line = (name: keyof typeof base) => ({
    id: `paper-${name}`,
    label: labels[name],
    error: errors.find(({ field }) => field === `paper-${name}`)?.fault,
    value: draft.values[name],
  })
  const send = async () => {
    const { name, village, ...rest } = draft.values
    const said = Object.fromEntries(Object.entries(rest).filter(([, text]) => text.trim() !== ''))
    await adding.send({ id: contest.id, name, village, ...said })
  }
  return (
    <SmallForm label={w.paper} acting={adding} onCancel={close} onSave={() => void send()}>
      {(['name', 'rtRw', 'village', 'kecamatan'] as const).map((name) => (
        <TextField key={name} {...line(name)} onChange={(event) => draft.set({ [name]: event.currentTarget.value })} />
      ))}
      {contest.categories.length > 0 && (
        <SelectField
          {...line('category')}
          choices={[
            { value: '', label: w.choose },
            ...contest.categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => draft.set({ category: event.currentTarget.value })}
        />
      )}
      {(['entrant', 'phone'] as const).map((name) => (
        <TextField key={name} {...line(name)} onChange={(event) => draft.set({ [name]: event.currentTarget.value })} />
      ))}
      <LongTextField {...line('words')} onChange={(event) => draft.set({ words: event.currentTarget.value })} />
      {adding.failure?.code === 'stale' && <p className="s">{w.paperLate}</p>}
    </SmallForm>
  )
}
