import type { Acting } from '../../../ui/controls/act.ts'
import { Doubts, doubtsOf } from '../../../ui/controls/doubts.tsx'
import { FailureNotice } from '../../../ui/controls/failure-notice.tsx'
import { formErrors } from '../../../ui/controls/faults.ts'
import { PartialDateField } from '../../../ui/controls/partial-date-field.tsx'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import { SaveButton } from '../../../ui/controls/save-button.tsx'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { isPartialDate } from '../../../shared/dates.ts'
import { ErrorSummary } from '../../../ui/marks/error-summary.tsx'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { words as exchangeWords } from '../messages/words.gen.ts'
import { directions, exchangeKinds, standingOn, statedStandings, type StatedStanding } from '../model.ts'
import { BodyRows } from './body-rows.tsx'
import { FieldChoice } from './field-choice.tsx'
import { listIn, type BodyTyped, type ExchangeValues } from './form-values.ts'
import { words } from './messages/words.gen.ts'
import { RelationsField, type PickedRelation } from '../../relations/ui/relations-field.tsx'

export type ExchangeFieldsProps = {
  draft: Draft<ExchangeValues>
  units: readonly { id: string; name: string }[]
  acting: Pick<Acting<never>, 'busy' | 'failure' | 'again'>
  sure: readonly string[]
  onSure: (sure: string[]) => void
  onSave: () => void
  onCancel: () => void
}

const otherTitles = ['titleEn', 'titleJa', 'titleKo'] as const

/** What an exchange is recorded with: title and cooperation first, then what is known of it so far. */
export function ExchangeFields({ draft, units, acting, sure, onSure, onSave, onCancel }: ExchangeFieldsProps) {
  const { language, who } = useAsking()
  const [w, of] = [words[language], exchangeWords[language]]
  const { values } = draft
  const { failure, busy } = acting
  const details = failure?.code === 'invalid' ? failure.details : undefined
  const f = w.form
  const fields = {
    title: { id: 'title', label: f.title },
    ...Object.fromEntries(otherTitles.map((name) => [name, { id: name, label: f[name] }])),
    relations: { id: 'relations', label: f.relations },
    kind: { id: 'kind', label: f.kind },
    fromOn: { id: 'fromOn', label: f.fromOn },
    toOn: { id: 'toOn', label: f.toOn },
    place: { id: 'place', label: f.place },
    ours: { id: 'ours', label: f.ours },
    theirs: { id: 'theirs', label: f.theirs },
    unit: { id: 'unit', label: f.unit },
    ...Object.fromEntries(
      listIn<BodyTyped>(values.bodies).flatMap((_, at) =>
        ['', '.name', '.role'].map((part) => [`bodies.${at}${part}`, { id: `body-${at}`, label: f.body }]),
      ),
    ),
  }
  const errors = formErrors(details ?? {}, { language, fields })
  const asked = doubtsOf(details)
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.fault
  const control = (name: keyof ExchangeValues) => ({
    id: name,
    value: values[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => draft.set({ [name]: event.currentTarget.value }),
  })
  const relations = listIn<PickedRelation>(values.relations)
  return (
    <form
      className="form after"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <ErrorSummary title={w.fix} errors={errors} />
      {draft.restored && draft.dirty && <p className="s st-wait">{w.restored}</p>}
      <TextField
        {...control('title')}
        error={asked.includes('title') ? f.doubtTitle : errorOf('title')}
        label={f.title}
        hint={f.titleHint}
        maxLength={200}
        autoComplete="off"
      />
      <RelationsField
        id="relations"
        label={f.relations}
        hint={f.relationHint}
        error={errorOf('relations') === undefined ? undefined : f.relationNone}
        picked={relations}
        onPick={(picked) => draft.set({ relations: JSON.stringify(picked) })}
      />
      <SelectField
        {...control('kind')}
        label={f.kind}
        choices={exchangeKinds.map((value) => ({ value, label: of.kind[value] }))}
      />
      <SelectField
        {...control('direction')}
        label={f.direction}
        choices={[
          { value: '', label: of.direction.none },
          ...directions.map((value) => ({ value, label: of.direction[value] })),
        ]}
      />
      <PartialDateField
        id="fromOn"
        label={f.fromOn}
        hint={f.daysHint}
        error={errorOf('fromOn')}
        value={values.fromOn}
        onChange={(fromOn) => draft.set({ fromOn })}
      />
      <PartialDateField
        id="toOn"
        label={f.toOn}
        error={errorOf('toOn')}
        value={values.toOn}
        onChange={(toOn) => draft.set({ toOn })}
      />
      <SelectField
        {...control('stated')}
        label={f.stated}
        hint={who.byDays(values) ?? f.statedHint}
        choices={statedStandings.map((value) => ({ value, label: of.standing[value] }))}
      />
      <TextField {...control('place')} label={f.place} maxLength={200} autoComplete="off" />
      <TextField {...control('ours')} label={f.ours} hint={f.peopleHint} inputMode="numeric" short />
      <TextField {...control('theirs')} label={f.theirs} inputMode="numeric" short />
      <FieldChoice
        relations={relations}
        chosen={listIn<string>(values.fields)}
        onChoose={(chosen) => draft.set({ fields: JSON.stringify(chosen) })}
      />
      <BodyRows
        bodies={listIn<BodyTyped>(values.bodies)}
        units={units}
        errorOf={(at) => errorOf(`body-${at}`)}
        onChange={(bodies) => draft.set({ bodies: JSON.stringify(bodies) })}
      />
      {!who.isAgency && (
        <SelectField
          {...control('unit')}
          label={f.unit}
          choices={[{ value: '', label: f.unitNone }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <details className="gap" open={otherTitles.some((name) => values[name] !== '' || errorOf(name) !== undefined)}>
        <summary>{f.otherTitles}</summary>
        <p className="s q">{f.otherTitlesHint}</p>
        {otherTitles.map((name) => (
          <TextField key={name} {...control(name)} label={f[name]} maxLength={200} autoComplete="off" />
        ))}
      </details>
      <Doubts details={details} labels={{ title: f.title }} sure={sure} onSure={onSure} />
      <FailureNotice acting={acting} />
      <div className="acts">
        <SaveButton label={w.save} busy={busy} />
        <button type="button" className="btn" onClick={onCancel}>
          {w.cancel}
        </button>
      </div>
    </form>
  )
}

/** What the reader may see of the form, and what the rule says of the days she typed. */
function useAsking() {
  const { language, on, may } = useVisitor()
  const [w, of] = [words[language], exchangeWords[language]]
  const byDays = ({ fromOn, toOn, stated }: ExchangeValues): string | undefined => {
    const [from, to] = [dateTyped(fromOn), dateTyped(toOn)]
    if (from === undefined && to === undefined) return undefined
    if ([from, to].some((day) => day !== undefined && !isPartialDate(day))) return undefined
    const standing = standingOn({ fromOn: from, toOn: to, stated: stated as StatedStanding }, on)
    return standing === stated ? undefined : w.form.byDays({ standing: of.standingLow[standing] })
  }
  // An agency's own staff keep it for their agency, which the server knows.
  return { language, who: { byDays, isAgency: !may('programmes.publish') } }
}
