import type { ReactNode, RefObject } from 'react'
import { ChoiceBox } from '../../../ui/controls/choice-box.tsx'
import type { FieldError } from '../../../ui/controls/faults.ts'
import type { Draft } from '../../../ui/controls/use-draft.ts'
import { useLanguage } from '../../../ui/controls/visitor.ts'
import { SelectField, TextField } from '../../../ui/marks/field.tsx'
import { partnerKinds } from '../../procedures/model.ts'
import { SourcePicker } from '../../sources/ui/source-picker.tsx'
import { partnerTiers } from '../model.ts'
import type { PartnerValues } from './partner-values.ts'
import { countryChoices, kindWord, tierWord } from './view.ts'
import { words } from './messages/words.gen.ts'

export type Picked = { id: string; label: string } | undefined

export type PartnerFieldsProps = {
  draft: Draft<PartnerValues>
  errors: readonly FieldError[]
  first: RefObject<HTMLInputElement | null>
  source: Picked
  onSource: (source: Picked) => void
  /** Stands under the name: partners that it may be. */
  children?: ReactNode
}

/** The controls of a partner by the names of the contract, for its errors. */
export function partnerFields(language: keyof typeof words) {
  const w = words[language].form
  const labels = { name: w.name, kind: w.kind, tier: w.tier, country: w.country, nativeName: w.nativeName, nativeSource: w.nativeSource } // prettier-ignore
  const all = { ...labels, 'names.en': w.en, 'names.ja': w.ja, 'names.ko': w.ko }
  return Object.fromEntries(
    Object.entries(all).map(([name, label]) => [name, { id: `partner-${name.replace('names.', '')}`, label }]),
  )
}

/** Name first; the rest may wait. */
export function PartnerFields({ draft, errors, first, source, onSource, children }: PartnerFieldsProps) {
  const language = useLanguage()
  const { form: w, unknown } = words[language]
  const { values, set } = draft
  const errorOf = (name: string) => errors.find(({ field }) => field === `partner-${name}`)?.fault
  const line = (name: keyof PartnerValues, label: string) => ({
    id: `partner-${name}`,
    label,
    error: errorOf(name),
    value: values[name],
  })
  const chosen = <Id extends string>(ids: readonly Id[], wordOf: (id: Id) => string | undefined) => [
    { value: '', label: unknown },
    ...ids.map((value) => ({ value, label: wordOf(value) ?? value })),
  ]
  return (
    <>
      <TextField
        {...line('name', w.name)}
        hint={w.nameHint}
        ref={first}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {children}
      <SelectField
        {...line('kind', w.kind)}
        choices={chosen(partnerKinds, (kind) => kindWord(language, kind))}
        onChange={(event) => set({ kind: event.currentTarget.value })}
      />
      <ChoiceBox
        id="partner-country"
        label={w.country}
        error={errorOf('country')}
        text={values.country}
        choices={countryChoices(language)}
        onText={(country) => set({ country })}
      />
      <SelectField
        {...line('tier', w.tier)}
        short
        choices={chosen(partnerTiers, (tier) => tierWord(language, tier))}
        onChange={(event) => set({ tier: event.currentTarget.value })}
      />
      <details open={[values.nativeName, values.en, values.ja, values.ko].some((text) => text !== '')}>
        <summary>{w.more}</summary>
        <div className="form">
          <TextField
            {...line('nativeName', w.nativeName)}
            hint={w.nativeHint}
            onChange={(event) => set({ nativeName: event.currentTarget.value })}
          />
          <SourcePicker
            id="partner-nativeSource"
            label={w.nativeSource}
            error={errorOf('nativeSource')}
            picked={source}
            onPick={onSource}
          />
          <TextField {...line('en', w.en)} lang="en" onChange={(event) => set({ en: event.currentTarget.value })} />
          <TextField {...line('ja', w.ja)} lang="ja" onChange={(event) => set({ ja: event.currentTarget.value })} />
          <TextField {...line('ko', w.ko)} lang="ko" onChange={(event) => set({ ko: event.currentTarget.value })} />
        </div>
      </details>
    </>
  )
}
