import type { z } from 'zod'
import { dateTyped } from '../../../ui/controls/partial-date.ts'
import type { addExchange } from '../contract.ts'
import type { PickedRelation } from '../../relations/ui/relations-field.tsx'
import type { BodySide } from '../model.ts'
import type { ExchangeView } from './view.ts'

/** A body as it is typed: the name of a unit of ours, or words. */
export interface BodyTyped {
  side: BodySide
  name: string
  role: string
}

/** What the form holds: text, since drafts survive a reload; lists as JSON. */
export type ExchangeValues = {
  title: string
  titleEn: string
  titleJa: string
  titleKo: string
  kind: string
  direction: string
  fromOn: string
  toOn: string
  stated: string
  place: string
  ours: string
  theirs: string
  unit: string
  relations: string
  fields: string
  bodies: string
}

export const blank: ExchangeValues = {
  title: '',
  titleEn: '',
  titleJa: '',
  titleKo: '',
  kind: 'pelatihan_aparatur',
  direction: '',
  fromOn: '',
  toOn: '',
  stated: 'direncanakan',
  place: '',
  ours: '',
  theirs: '',
  unit: '',
  relations: '[]',
  fields: '[]',
  bodies: '[]',
}

/** What is recorded, as the form holds it. `nameOf` writes a cooperation for the reader. */
export function valuesOf(
  view: ExchangeView,
  nameOf: (relation: ExchangeView['relations'][number]) => string,
): ExchangeValues {
  return {
    title: view.title,
    titleEn: view.titles.en ?? '',
    titleJa: view.titles.ja ?? '',
    titleKo: view.titles.ko ?? '',
    kind: view.kind,
    direction: view.direction ?? '',
    fromOn: view.fromOn ?? '',
    toOn: view.toOn ?? '',
    stated: view.stated,
    place: view.place ?? '',
    ours: view.ours?.toString() ?? '',
    theirs: view.theirs?.toString() ?? '',
    unit: view.unit?.id ?? '',
    relations: JSON.stringify(view.relations.map((relation) => ({ id: relation.id, label: nameOf(relation) }))),
    fields: JSON.stringify(view.fields.map(({ id }) => id)),
    bodies: JSON.stringify(view.bodies.map(({ side, name, role = '' }) => ({ side, name, role }))),
  }
}

/** A list that a draft holds; a draft of another version holds none. */
export function listIn<Of>(text: string): Of[] {
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? (found as Of[]) : []
  } catch {
    return []
  }
}

type Sent = Omit<z.input<typeof addExchange.input>, 'act' | 'sure'>

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)
// What is no whole number goes as it is: the server says so beside the field.
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(/\./g, '')))

/** The values as the endpoint takes them. A name that is one of our units goes as that unit. */
export function inputOf(values: ExchangeValues, units: readonly { id: string; name: string }[]): Sent {
  return {
    title: values.title,
    titleEn: orNull(values.titleEn),
    titleJa: orNull(values.titleJa),
    titleKo: orNull(values.titleKo),
    kind: values.kind as Sent['kind'],
    direction: orNull(values.direction) as Sent['direction'],
    fromOn: dateTyped(values.fromOn) ?? null,
    toOn: dateTyped(values.toOn) ?? null,
    stated: values.stated as Sent['stated'],
    place: orNull(values.place),
    ours: numberOf(values.ours),
    theirs: numberOf(values.theirs),
    unit: orNull(values.unit),
    relations: listIn<PickedRelation>(values.relations).map(({ id }) => id),
    fields: listIn<string>(values.fields),
    bodies: listIn<BodyTyped>(values.bodies)
      .filter(({ name, role }) => name.trim() !== '' || role.trim() !== '')
      .map(({ side, name, role }) => {
        const unit = side === 'ours' ? units.find((one) => one.name === name.trim())?.id : undefined
        return {
          side,
          ...(unit === undefined ? name.trim() !== '' && { name } : { unit }),
          ...(role.trim() !== '' && { role }),
        }
      }),
  }
}

/** Only what was changed, so that two people may mend different values. */
export function mendOf(
  values: ExchangeValues,
  { base, units }: { base: ExchangeValues; units: readonly { id: string; name: string }[] },
): Partial<Sent> {
  const changed = Object.keys(base).filter((name) => values[name as keyof ExchangeValues] !== base[name as keyof ExchangeValues]) // prettier-ignore
  return Object.fromEntries(Object.entries(inputOf(values, units)).filter(([name]) => changed.includes(name)))
}

/** Lists that were changed, by their names: to stand beside those of who was faster. */
export function listsTyped(
  values: ExchangeValues,
  { mend, fields }: { mend: Partial<Sent>; fields: readonly { id: string; label: string }[] },
): Partial<Record<'relations' | 'fields' | 'bodies', string[]>> {
  return {
    ...(mend.relations && { relations: listIn<PickedRelation>(values.relations).map(({ label }) => label) }),
    ...(mend.bodies && { bodies: listIn<BodyTyped>(values.bodies).map(({ name }) => name) }),
    ...(mend.fields && { fields: fields.filter(({ id }) => mend.fields?.includes(id)).map(({ label }) => label) }),
  }
}
