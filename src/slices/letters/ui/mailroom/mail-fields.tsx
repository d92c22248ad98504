import { FileDrop } from '../../../../ui/controls/file-drop.tsx'
import { useLanguage } from '../../../../ui/controls/visitor.ts'
import { LongTextField, SelectField, TextField } from '../../../../ui/marks/field.tsx'
import { RelationField } from '../../../relations/ui/relation-field.tsx'
import { keepFile } from '../../../files/contract.ts'
import { DayBeside } from '../../../reference/ui/day-beside.tsx'
import { PartnerPicker } from '../../../partners/ui/partner-picker.tsx'
import { correspondentKinds, letterLanguages, natures, securities, ways, type Direction } from '../../model.ts'
import { numberTypes } from '../../number-model.ts'
import { BodyOnRecord } from './body-on-record.tsx'
import { filesIn, type MailValues } from './mail-values.ts'
import { languageWord, wordOf } from './view.ts'
import { words } from './messages/words.gen.ts'

export type MailFieldsProps = {
  direction: Direction
  values: MailValues
  onChange: (change: Partial<MailValues>) => void
  errorOf: (path: string) => string | undefined
  /** A new letter may be entered behind a number. */
  isNew: boolean
}

/** The id of a control of the form. */
export const controlOf = (path: string): string => `mail-${path}`

/** What is known of a letter: what every letter has first, the rest unfolded. */
export function MailFields({ direction, values, onChange, errorOf, isNew }: MailFieldsProps) {
  const language = useLanguage()
  const w = words[language]
  const f = w.form
  const text = (path: keyof MailValues, label: string) => ({
    id: controlOf(path),
    label,
    error: errorOf(path),
    value: values[path],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [path]: event.currentTarget.value }),
  })
  const choose = (path: keyof MailValues, label: string, choices: { value: string; label: string }[]) => (
    <SelectField {...text(path, label)} short choices={choices} />
  )
  const files = filesIn(values)
  return (
    <>
      <TextField {...text('subject', f.subject)} maxLength={500} />
      {choose(
        'kind',
        f.kind,
        correspondentKinds.map((value) => ({ value, label: wordOf(w.kind, value) })),
      )}
      <PartnerPicker
        id={controlOf('partner')}
        label={f.partner}
        hint={f.partnerHint}
        error={errorOf('partner')}
        picked={values.partner === '' ? undefined : { id: values.partner, slug: '', name: values.partnerName }}
        onPick={(partner) => onChange({ partner: partner?.id ?? '', partnerName: partner?.name ?? '' })}
      />
      <TextField {...text('correspondent', f.correspondent)} hint={f.correspondentHint} maxLength={200} />
      <BodyOnRecord values={values} onChange={onChange} />
      <TextField {...text('number', f.number)} hint={f.numberHint} short maxLength={100} />
      <TextField {...text('datedOn', f.datedOn)} short type="date" />
      <TextField {...text('passedOn', f.passedOn[direction])} short type="date" />
      {choose(
        'channel',
        f.channel,
        ways.map((value) => ({ value, label: w.channel[value] })),
      )}
      {values.channel === 'phone' && <TextField {...text('spoke', f.spoke)} hint={f.spokeHint} maxLength={200} />}
      <label className="pick">
        <input
          type="checkbox"
          checked={values.wantsAnswer === '1'}
          onChange={(event) => onChange({ wantsAnswer: event.currentTarget.checked ? '1' : '' })}
        />{' '}
        {f.wantsAnswer[direction]}
      </label>
      {values.wantsAnswer === '1' && (
        <>
          <TextField {...text('answerBy', f.answerBy)} hint={f.answerByHint} short type="date" />
          <DayBeside day={values.answerBy} abroad />
        </>
      )}
      <RelationField
        id={controlOf('relations')}
        label={f.relation}
        hint={f.relationHint}
        error={errorOf('relations')}
        text={values.relationName}
        onWho={({ text: typed, relation }) => onChange({ relationName: typed, relation: relation ?? '' })}
      />
      <FileDrop
        id={controlOf('files')}
        label={f.file}
        error={errorOf('files')}
        keep={keepFile}
        file={files[0]}
        onFile={(file) =>
          onChange({ files: JSON.stringify(file === undefined ? files.slice(1) : [file, ...files.slice(1)]) })
        }
      />
      <details>
        <summary>{f.more}</summary>
        <div className="form gap">
          <TextField {...text('seenAt', f.seenAt)} hint={f.seenAtHint} maxLength={200} />
          {choose('language', f.language, [
            { value: '', label: f.unknownLanguage },
            ...letterLanguages.map((value) => ({ value, label: languageWord(value, language) })),
          ])}
          {choose(
            'nature',
            f.nature,
            natures.map((value) => ({ value, label: wordOf(w.nature, value) })),
          )}
          {choose(
            'security',
            f.security,
            securities.map((value) => ({ value, label: w.security[value] })),
          )}
          {choose('numberType', f.numberType, [
            { value: '', label: f.unsaid },
            ...numberTypes.map((value) => ({ value, label: wordOf(w.numberType, value) })),
          ])}
          {direction === 'out' && <TextField {...text('issuer', f.issuer)} hint={f.issuerHint} maxLength={200} />}
          <TextField {...text('srikandiRef', f.srikandiRef)} short maxLength={100} />
          {isNew && (
            <TextField {...text('behind', f.behind)} hint={f.behindHint} short inputMode="numeric" maxLength={6} />
          )}
          <LongTextField {...text('body', f.body)} rows={6} />
        </div>
      </details>
    </>
  )
}
