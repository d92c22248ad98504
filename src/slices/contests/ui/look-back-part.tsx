import { formatDate } from '../../../shared/format.ts'
import { useAct } from '../../../ui/controls/act.ts'
import { DayField } from '../../../ui/controls/day-field.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { LongTextField, SelectField } from '../../../ui/marks/field.tsx'
import { addLookBack } from '../contract.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { keptWords } from '../model.ts'
import { DropPart } from './drop-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from './small-form.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

/** What changed and whether it was kept; and the day on which somebody is to look again. */
export function LookBackPart({ contest }: { contest: ContestView }) {
  const { language, on } = useVisitor()
  const w = words[language]
  const { facts, kept } = contestWords[language]
  const { lookBackOn } = contest
  return (
    <section className="sec" id="sesudah">
      <h2>{facts.lookBacks}</h2>
      <p className={lookBackOn !== null && lookBackOn <= on && contest.lookBacks.length === 0 ? 'st-wait' : 's q'}>
        {lookBackOn === null ? w.noLookBackDay : w.lookAgain({ date: formatDate(lookBackOn, language) })}
      </p>
      {contest.lookBacks.length === 0 && <EmptyState>{w.noLookBacks}</EmptyState>}
      <ul className="rows">
        {contest.lookBacks.map(({ id, lookedOn, kept: how, words: said, wordsLang, entry }) => (
          <li key={id}>
            <p className="key">
              {formatDate(lookedOn, language)}
              {entry !== null && ` · ${facts.entry(entry)}`}
            </p>
            <div>
              <b>{kept[how]}.</b> <bdi lang={wordsLang}>{said}</bdi>{' '}
              {contest.mayKeep && <DropPart id={id} kind="look_back" what={said} />}
            </div>
          </li>
        ))}
      </ul>
      {contest.mayKeep && (
        <Opened label={w.addLookBack}>{(close) => <LookBackForm contest={contest} onClose={close} />}</Opened>
      )}
    </section>
  )
}

function LookBackForm({ contest: { id }, onClose }: { contest: ContestView; onClose: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language]
  const saved = useSaved()
  const draft = useDraft(`lomba/${id}/tengok`, { base: { lookedOn: on, kept: 'kept', words: '' }, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const adding = useAct(addLookBack, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  const fields = {
    lookedOn: { id: 'look-day', label: w.lookedOn },
    words: { id: 'look-words', label: w.whatChanged },
  }
  const errors = adding.failure?.code === 'invalid' ? formErrors(adding.failure.details, { language, fields }) : []
  const errorOf = (name: keyof typeof fields) => errors.find(({ field }) => field === fields[name].id)?.fault
  const { lookedOn, kept, words: said } = draft.values
  return (
    <SmallForm
      label={w.addLookBack}
      acting={adding}
      onCancel={close}
      onSave={() => void adding.send({ id, lookedOn: lookedOn.trim(), kept: keptWords.find((one) => one === kept) ?? 'kept', words: said })} // prettier-ignore
    >
      <DayField
        {...fields.lookedOn}
        error={errorOf('lookedOn')}
        value={lookedOn}
        onDay={(day) => draft.set({ lookedOn: day })}
      />
      <SelectField
        id="look-kept"
        label={w.howKept}
        value={kept}
        choices={keptWords.map((value) => ({ value, label: contestWords[language].kept[value] }))}
        onChange={(event) => draft.set({ kept: event.currentTarget.value })}
      />
      <LongTextField
        {...fields.words}
        error={errorOf('words')}
        value={said}
        onChange={(event) => draft.set({ words: event.currentTarget.value })}
      />
    </SmallForm>
  )
}
