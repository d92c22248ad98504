import type { Language } from '../../../shared/languages.ts'
import { countryName } from '../../reference/model.ts'
import type { PartnerKind } from '../../procedures/model.ts'
import type { PartnerTier } from '../model.ts'
import { readCountry, type PartnerView } from './view.ts'

/** What the form holds; empty text stands for no value. */
export type PartnerValues = {
  name: string
  kind: string
  tier: string
  country: string
  en: string
  ja: string
  ko: string
  nativeName: string
}

export const noValues: PartnerValues = {
  name: '',
  kind: '',
  tier: '',
  country: '',
  en: '',
  ja: '',
  ko: '',
  nativeName: '',
}

export function valuesOf(partner: PartnerView, language: Language): PartnerValues {
  const { name, names, kind, tier, country, nativeName } = partner
  return {
    name,
    kind: kind ?? '',
    tier: tier ?? '',
    country: country === null ? '' : countryName(language, country),
    en: names.en ?? '',
    ja: names.ja ?? '',
    ko: names.ko ?? '',
    nativeName: nativeName ?? '',
  }
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

/** What was changed, ready to send: null empties a value, what stayed is absent. A country nobody knows stays as typed. */
export function mendOf(values: PartnerValues, base: PartnerValues, language: Language) {
  const changed = (name: keyof PartnerValues) => values[name].trim() !== base[name]
  const names = Object.fromEntries(
    (['en', 'ja', 'ko'] as const).filter(changed).map((name) => [name, orNull(values[name])]),
  )
  return {
    ...(changed('name') && { name: values.name }),
    ...(changed('kind') && { kind: orNull(values.kind) as PartnerKind | null }),
    ...(changed('tier') && { tier: orNull(values.tier) as PartnerTier | null }),
    ...(changed('country') && {
      country: values.country.trim() === '' ? null : (readCountry(language, values.country) ?? values.country),
    }),
    ...(Object.keys(names).length > 0 && { names }),
    ...(changed('nativeName') && { nativeName: orNull(values.nativeName) }),
  }
}
