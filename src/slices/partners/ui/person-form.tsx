import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { officeIds, type OfficeId } from '../../reference/model.ts'
import { SourcePicker } from '../../sources/ui/source-picker.tsx'
import { addPerson, mendPerson } from '../contract.ts'
import { isNativeScript } from '../model.ts'
import type { Picked } from './partner-fields.tsx'
import { SmallForm } from './small-form.tsx'
import type { PersonView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type PersonFormProps = { onClose: () => void } & (
  | { partner: string; person?: never }
  | { person: PersonView; partner?: never }
)

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** A new office holder, or one that is corrected. A name in its own script asks for its source. */
export function PersonForm({ partner, person, onClose }: PersonFormProps) {
  const { language, on } = useVisitor()
  const w = words[language].people
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [source, setSource] = useState<Picked>()
  const id = person?.id ?? 'new'
  const base = {
    givenName: person?.givenName ?? '',
    familyName: person?.familyName ?? '',
    nameLang: person?.nameLang ?? '',
    office: person?.office ?? (officeIds[0] as string),
    fromOn: person?.fromOn ?? '',
    toOn: person?.toOn ?? '',
    seenOn: person?.seenOn ?? on,
  }
  const draft = useDraft(`person/${partner ?? id}`, { base, rev: person?.rev ?? 0 })
  const { values } = draft
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = async (_: unknown, act: string) => {
    close()
    sayDone(w.saved, act)
    await queries.invalidateQueries()
  }
  const adding = useAct(addPerson, { key: partner ?? id, done })
  const mending = useAct(mendPerson, { key: id, done })
  const save = async () => {
    const { givenName, familyName, seenOn } = values
    const cited = source === undefined ? {} : { source: source.id }
    const holding = {
      office: values.office as OfficeId,
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      nameLang: orNull(values.nameLang),
      fromOn: orNull(values.fromOn),
      toOn: orNull(values.toOn),
      seenOn: seenOn.trim(),
      ...cited,
    }
    if (partner !== undefined) return await adding.send({ id: partner, ...holding })
    await mending.send({ id, rev: draft.rev, ...holding })
  }
  const labels = {
    givenName: w.given,
    familyName: w.family,
    office: w.office,
    fromOn: w.from,
    toOn: w.to,
    seenOn: w.seen,
    nameLang: w.script,
    source: w.source,
  }
  const scripts = [
    { value: '', label: w.scripts.none },
    ...(['ja', 'ko', 'zh', 'id'] as const).map((lang) => ({ value: `${lang}-Latn`, label: w.scripts[lang] })),
  ]
  return (
    <SmallForm
      {...{ id, draft, labels, acting: partner === undefined ? mending : adding, label: w.save, onCancel: close }}
      onSave={() => void save()}
    >
      {({ text, day, choice, errorOf }) => (
        <>
          {text('givenName')}
          {text('familyName', { hint: w.familyHint })}
          {choice('nameLang', scripts)}
          {choice(
            'office',
            officeIds.map((value) => ({ value, label: referenceWords[language].office[value] })),
          )}
          {day('fromOn', { hint: w.dateHint })}
          {day('toOn', { hint: w.dateHint })}
          {day('seenOn', { hint: w.dateHint })}
          {(isNativeScript(values.givenName + values.familyName) || errorOf('source') !== undefined) && (
            <SourcePicker
              id={`source-${id}`}
              label={w.source}
              hint={w.sourceHint}
              error={errorOf('source')}
              picked={source}
              onPick={setSource}
            />
          )}
        </>
      )}
    </SmallForm>
  )
}
