import { useQuery } from '@tanstack/react-query'
import { useAct } from '../../../ui/controls/act.ts'
import { formErrors } from '../../../ui/controls/faults.ts'
import { queryOf } from '../../../ui/controls/query.ts'
import { useDraft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { EmptyState } from '../../../ui/marks/empty-state.tsx'
import { LongTextField, SelectField, TextField } from '../../../ui/marks/field.tsx'
import { listOfficials } from '../../reference/contract.ts'
import { officeTitle } from '../../reference/model.ts'
import { words as contestWords } from '../messages/words.gen.ts'
import { addStatement, mendStatement } from '../statements-contract.ts'
import { DropPart } from './drop-part.tsx'
import { Opened } from '../../../ui/controls/opened.tsx'
import { SmallForm } from './small-form.tsx'
import { useSaved } from '../../ledger/ui/use-saved.ts'
import type { ContestView } from './view.ts'
import { words } from './messages/words.gen.ts'

type Statement = ContestView['statements'][number]

/** What was said about the contest, and by whom: officials stand on the public page, a typed name stays inside. */
export function Statements({ contest }: { contest: ContestView }) {
  const { language, may } = useVisitor()
  const w = words[language]
  const canKeep = contest.mayKeep && may('reference.read')
  return (
    <section className="sec">
      <h2>{contestWords[language].facts.statement}</h2>
      {contest.statements.length === 0 && <EmptyState>{w.noStatements}</EmptyState>}
      <ul className="gap">
        {contest.statements.map((one) => (
          <li key={one.id}>
            <div>
              <p>
                <bdi>{one.speaker}</bdi>
                {one.office !== null && (
                  <span className="q">
                    {', '}
                    {officeTitle(language, { office: one.office, capacity: one.capacity ?? undefined })}
                  </span>
                )}
              </p>
              <p className="q words">
                <bdi lang={one.wordsLang}>{one.words}</bdi>
              </p>
              {contest.mayKeep && <DropPart id={one.id} kind="statement" what={one.speaker} />}
              {canKeep && (
                <Opened label={w.mendStatement}>{(close) => <Mend statement={one} onClose={close} />}</Opened>
              )}
            </div>
          </li>
        ))}
      </ul>
      {canKeep && <Opened label={w.addStatement}>{(close) => <Add contest={contest.id} onClose={close} />}</Opened>}
    </section>
  )
}

const nothing = { official: '', speaker: '', words: '' }
type Values = typeof nothing

/** What is sent: an official, or else the name that was typed. */
const saidOf = ({ official, speaker, words: said }: Values) => ({
  words: said,
  ...(official !== '' ? { official } : speaker.trim() !== '' && { speaker }),
})

function Add({ contest: id, onClose }: { contest: string; onClose: () => void }) {
  const w = words[useVisitor().language]
  const saved = useSaved()
  const draft = useDraft(`lomba/${id}/pernyataan`, { base: nothing, rev: 0 })
  const close = () => {
    draft.clear()
    onClose()
  }
  const acting = useAct(addStatement, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  return (
    <StatementForm
      {...{ draft, acting, close }}
      id={id}
      label={w.addStatement}
      onSave={() => void acting.send({ id, ...saidOf(draft.values) })}
    />
  )
}

function Mend({ statement, onClose }: { statement: Statement; onClose: () => void }) {
  const w = words[useVisitor().language]
  const saved = useSaved()
  const { id, rev, official, speaker, words: said } = statement
  const base = { official: official ?? '', speaker: official === null ? speaker : '', words: said }
  const draft = useDraft(`lomba/pernyataan/${id}`, { base, rev })
  const close = () => {
    draft.clear()
    onClose()
  }
  const acting = useAct(mendStatement, {
    key: id,
    async done(_, act) {
      close()
      await saved(w.saved, act)
    },
  })
  return (
    <StatementForm
      {...{ draft, acting, close }}
      id={id}
      label={w.save}
      // Told that somebody was faster she sees theirs on the page, and may press again over it.
      onSave={() => void acting.send({ id, rev: acting.failure?.code === 'stale' ? rev : draft.rev, ...saidOf(draft.values) })} // prettier-ignore
    />
  )
}

interface FormProps {
  id: string
  label: string
  draft: { values: Values; set: (change: Partial<Values>) => void }
  acting: Parameters<typeof SmallForm>[0]['acting']
  onSave: () => void
  close: () => void
}

function StatementForm({ id, label, draft, acting, onSave, close }: FormProps) {
  const { language } = useVisitor()
  const w = words[language]
  const { data } = useQuery(queryOf(listOfficials, {}))
  const { values, set } = draft
  const { failure } = acting
  const fields = {
    speaker: { id: `speaker-${id}`, label: w.speaker },
    words: { id: `statement-${id}`, label: w.statementWords },
  }
  const errors = failure?.code === 'invalid' ? formErrors(failure.details, { language, fields }) : []
  const errorOf = (name: keyof typeof fields) => errors.find(({ field }) => field === fields[name].id)?.fault
  const isNobody = failure?.details.fields?.some(({ path, fault }) => path === 'speaker' && fault === 'required')
  return (
    <SmallForm label={label} acting={acting} onCancel={close} onSave={onSave}>
      <SelectField
        id={`official-${id}`}
        label={w.official}
        value={values.official}
        choices={[
          { value: '', label: w.officialNone },
          ...(data?.rows ?? []).map(({ id: value, name, office, capacity }) => ({
            value,
            label: `${name}, ${officeTitle(language, { office, capacity })}`,
          })),
        ]}
        onChange={(event) => set({ official: event.currentTarget.value })}
      />
      {values.official === '' && (
        <TextField
          {...fields.speaker}
          hint={w.speakerHint}
          error={isNobody === true ? w.speakerNeeded : errorOf('speaker')}
          maxLength={200}
          value={values.speaker}
          onChange={(event) => set({ speaker: event.currentTarget.value })}
        />
      )}
      <LongTextField
        {...fields.words}
        error={errorOf('words')}
        value={values.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
    </SmallForm>
  )
}
