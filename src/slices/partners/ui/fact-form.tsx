import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../../ui/controls/act.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { useSayDone } from '../../ledger/ui/use-undo.ts'
import { SourcePicker } from '../../sources/ui/source-picker.tsx'
import { words as partnerWords } from '../messages/words.gen.ts'
import { addFact, mendFact } from '../contract.ts'
import { profileKinds, type ProfileKind } from '../model.ts'
import type { Picked } from './partner-fields.tsx'
import { SmallForm } from './small-form.tsx'
import type { FactView } from './view.ts'
import { words } from './messages/words.gen.ts'

export type FactFormProps = { onClose: () => void } & (
  | { partner: string; fact?: never }
  | { fact: FactView; partner?: never }
)

const numberOf = (text: string) => (text.trim() === '' ? null : Number(text.trim()))

/** A dated statement: what it is about, how many or in which words, and the day on which it was said. */
export function FactForm({ partner, fact, onClose }: FactFormProps) {
  const { language, on } = useVisitor()
  const w = words[language].facts
  const queries = useQueryClient()
  const sayDone = useSayDone()
  const [source, setSource] = useState<Picked>()
  const id = fact?.id ?? 'new'
  const base = {
    kind: (fact?.kind ?? 'note') as string,
    number: fact?.number?.toString() ?? '',
    moreThan: fact?.moreThan === true ? '1' : '',
    words: fact?.words ?? '',
    year: fact?.year?.toString() ?? '',
    occurredOn: fact?.occurredOn ?? on,
  }
  const draft = useDraft(`fact/${partner ?? id}`, { base, rev: fact?.rev ?? 0 })
  const { values, set } = draft
  const isCounted = values.kind === 'countries_worked_with' || values.kind === 'countries_targeted'
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = async (_: unknown, act: string) => {
    close()
    sayDone(w.saved, act)
    await queries.invalidateQueries()
  }
  const adding = useAct(addFact, { key: partner ?? id, done })
  const mending = useAct(mendFact, { key: id, done })
  const save = async () => {
    const stated = isCounted
      ? { number: numberOf(values.number), moreThan: values.moreThan === '1', year: numberOf(values.year) }
      : { words: values.words.trim() === '' ? null : values.words }
    const said = { ...stated, occurredOn: values.occurredOn.trim() }
    if (partner === undefined) return await mending.send({ id, rev: draft.rev, ...said })
    const cited = source === undefined ? {} : { source: source.id }
    await adding.send({ id: partner, kind: values.kind as ProfileKind, ...said, ...cited })
  }
  const labels = { kind: w.kind, number: w.number, words: w.words, year: w.year, occurredOn: w.day, source: w.source }
  const kinds = profileKinds.map((value) => ({ value, label: partnerWords[language].factKind[value] }))
  return (
    <SmallForm
      {...{ id, draft, labels, acting: partner === undefined ? mending : adding, label: w.save, onCancel: close }}
      onSave={() => void save()}
    >
      {({ text, day, choice, errorOf }) => (
        <>
          {partner !== undefined && choice('kind', kinds)}
          {isCounted ? (
            <>
              {text('number', { short: true })}
              <label className="pick">
                <input
                  type="checkbox"
                  checked={values.moreThan === '1'}
                  onChange={(event) => set({ moreThan: event.currentTarget.checked ? '1' : '' })}
                />
                {w.moreThan}
              </label>
              {values.kind === 'countries_targeted' && text('year', { short: true })}
            </>
          ) : (
            text('words')
          )}
          {day('occurredOn', { hint: words[language].people.dateHint })}
          {partner !== undefined && (
            <SourcePicker
              id={`source-${id}`}
              label={w.source}
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
