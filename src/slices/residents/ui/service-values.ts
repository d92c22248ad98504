import type { z } from 'zod'
import { languages, type Language } from '../../../shared/languages.ts'
import { nameIn } from '../../../shared/names.ts'
import type { PickedRelation } from '../../relations/ui/relations-field.tsx'
import type { readService } from '../contract.ts'
import type { ServiceText, ServiceTexts } from '../model.ts'

export type ServiceView = z.output<typeof readService.output>

const parts = ['title', 'about', 'whoMay'] as const
export type Part = (typeof parts)[number]
export const textKey = (part: Part, language: Language) => `${part}_${language}`

export type ServiceValues = Record<string, string>

/** The chosen cooperations of a draft, which holds text only. */
export function pickedOf(values: ServiceValues): PickedRelation[] {
  const found: unknown = JSON.parse(values['relations'] ?? '[]')
  return Array.isArray(found) ? (found as PickedRelation[]) : []
}

/** A service as its form holds it; empty for a new one. */
export function valuesOf(language: Language, service?: ServiceView): ServiceValues {
  const texts = Object.fromEntries(
    languages.flatMap((language) =>
      parts.map((part) => [textKey(part, language), service?.texts[language]?.[part] ?? '']),
    ),
  )
  return {
    ...texts,
    place: service?.place ?? '',
    spoken: (service?.spoken ?? []).join(' '),
    householdMost: String(service?.householdMost ?? 8),
    groupMost: service?.groupMost === undefined ? '' : String(service.groupMost),
    minimum: service?.minimum === undefined ? '' : String(service.minimum),
    opensOn: service?.opensOn ?? '',
    closesOn: service?.closesOn ?? '',
    purgeOn: service?.purgeOn ?? '',
    unit: service?.unit?.id ?? '',
    relations: JSON.stringify((service?.relations ?? []).map((one) => ({ id: one.id, label: nameIn(language, one) }))),
  }
}

/** What the form says, as the endpoint takes it. */
export function inputOf(values: ServiceValues) {
  const said = (name: string) => (values[name]?.trim() ? values[name].trim() : undefined)
  const number = (name: string) => (said(name) === undefined ? undefined : Number(said(name)))
  const texts: ServiceTexts = {}
  for (const language of languages) {
    const title = said(textKey('title', language))
    if (title === undefined) continue
    const text: ServiceText = { title }
    const about = said(textKey('about', language))
    const whoMay = said(textKey('whoMay', language))
    texts[language] = { ...text, ...(about !== undefined && { about }), ...(whoMay !== undefined && { whoMay }) }
  }
  return {
    texts,
    place: said('place'),
    spoken: languages.filter((language) => (values['spoken'] ?? '').split(' ').includes(language)),
    householdMost: number('householdMost') ?? 8,
    groupMost: number('groupMost'),
    minimum: number('minimum'),
    opensOn: said('opensOn'),
    closesOn: said('closesOn'),
    purgeOn: said('purgeOn'),
    unit: said('unit'),
    relations: pickedOf(values).map(({ id }) => id),
  }
}
