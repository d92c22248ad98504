import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { addField } from '../contract.ts'
import type { FieldObject, Standing } from '../model.ts'
import { FieldForm } from './field-form.tsx'
import { type FieldValues, readFieldText } from './field-text.ts'
import type { RelationView } from './view.ts'
import { words } from './messages/words.gen.ts'

const blank: FieldValues = { text: '', standing: 'ditawarkan', affair: '', object: '' }

/** A new field at the end of the list; without a name it counts as offered but not named. */
export function AddField({ relation }: { relation: Pick<RelationView, 'id'> }) {
  const language = useLanguage()
  const w = words[language].fields
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const key = `fields/${relation.id}/new`
  const draft = useDraft(key, { base: blank, rev: 0 })
  const adding = useAct(addField, {
    key,
    async done(_, act) {
      draft.clear()
      sayDone(w.added, act)
      await queries.invalidateQueries()
    },
  })
  const save = async () => {
    const { text, affair, object } = draft.values
    const { sector, name } = readFieldText(language, text)
    await adding.send({
      id: relation.id,
      standing: draft.values.standing as Standing,
      ...(sector !== null && { sector }),
      ...(name !== null && { name }),
      ...(affair !== '' && { affair }),
      ...(object !== '' && { object: object as FieldObject }),
    })
  }
  return (
    <section className="sec after">
      <h2>{w.addTitle}</h2>
      <FieldForm id="new" draft={draft} acting={adding} label={w.add} onSave={() => void save()} />
    </section>
  )
}
