import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../ui/controls/query.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField } from '../../../ui/marks/field.tsx'
import { listOfficials } from '../../reference/contract.ts'
import { officialChoices } from './official-choices.ts'
import { Typed, type RecordPartProps } from './paper-fields.tsx'
import { words } from './messages/words.gen.ts'

const terms = ['unknown', 'months', 'ends', 'open'] as const

/** A text's own particulars: title, both numbers, place, term as it was agreed (asked, never assumed), who signed. */
export function TextParticulars(props: RecordPartProps) {
  const { values, set, label } = props
  const language = useLanguage()
  const w = words[language].record
  const officials = useQuery(queryOf(listOfficials, {})).data?.rows ?? []
  return (
    <fieldset className="f plain">
      <legend>{w.text}</legend>
      <p className="hint">{w.textHint}</p>
      <div className="form gap">
        {(['title', 'numberOurs', 'numberTheirs', 'signedAt', 'beginsOn'] as const).map((path) => (
          <Typed key={path} path={path} {...props} />
        ))}
        <SelectField
          id="r-term"
          label={label.term}
          value={values.term}
          choices={terms.map((value) => ({ value, label: w.terms[value] }))}
          onChange={(event) => set({ term: event.currentTarget.value as RecordPartProps['values']['term'] })}
        />
        {values.term === 'months' && <Typed path="termMonths" {...props} />}
        {values.term === 'ends' && <Typed path="endsOn" {...props} />}
        <Typed path="originalAt" hint={w.originalHint} {...props} />
        <SelectField
          id="r-official"
          label={label.official}
          value={values.official}
          choices={officialChoices(language, officials)}
          onChange={(event) => set({ official: event.currentTarget.value })}
        />
        {(['partnerName', 'partnerOffice'] as const).map((path) => (
          <Typed key={path} path={path} {...props} />
        ))}
      </div>
    </fieldset>
  )
}
