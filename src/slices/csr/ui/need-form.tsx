import { useState } from 'react'
import type { z } from 'zod'
import { FileDrop } from '../../../ui/controls/file-drop.tsx'
import type { KeptFile } from '../../../ui/controls/use-upload.ts'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { keepFile } from '../../files/contract.ts'
import { RelationField } from '../../relations/ui/relation-field.tsx'
import { addNeed, mendNeed, type readNeed } from '../contract.ts'
import { words as sliceWords } from '../messages/words.gen.ts'
import { needFields, rupiahOf, type NeedField } from '../model.ts'
import { ActForm, changedOf, saidOf, type Values } from '../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../ledger/ui/form-line.tsx'
import { words } from './messages/words.gen.ts'

export type NeedDetail = z.output<typeof readNeed.output>

export type NeedFormProps = {
  /** Corrects this one; without it a new one is entered. */
  need?: NeedDetail
  onClose: () => void
  onAdded?: (slug: string) => void
}

const texts = ['description', 'place', 'musrenbang', 'apbdWords', 'photoCaption'] as const

/** The cooperation that is named; words that name none are sent as they are, so that they are refused at their field. */
const relationIn = ({ relations = '', relationsId = '' }: Values): string =>
  relations.trim() === '' ? '' : relationsId || relations.trim()

/** What a village needs. The cost may stay empty: it is then not worked out yet. */
export function NeedForm({ need, onClose, onAdded }: NeedFormProps) {
  const { language, on } = useVisitor()
  const w = words[language].need
  const { field } = sliceWords[language]
  const [photo, setPhoto] = useState<KeptFile>()
  const lines: FormLine[] = [
    { name: 'title', label: w.title },
    { name: 'village', label: w.village },
    { name: 'district', label: w.district },
    { name: 'field', label: w.field, choices: needFields.map((value) => ({ value, label: field[value] })) },
    { name: 'description', label: w.description, kind: 'long' },
    { name: 'place', label: w.place },
    { name: 'cost', label: w.cost, hint: w.costHint, kind: 'number' },
    { name: 'year', label: w.year, kind: 'number' },
    { name: 'musrenbang', label: w.musrenbang, hint: w.musrenbangHint },
    { name: 'apbd', label: w.apbd, kind: 'check' },
    { name: 'apbdWords', label: w.apbdWords, hint: w.apbdHint, column: 'apbd_words' },
    {
      name: 'relations',
      label: w.relation,
      hint: w.relationHint,
      path: 'relations.0',
      draw: (control, { value, onSet }) => (
        <RelationField
          {...control}
          text={value}
          onWho={({ text, relation = '' }) => onSet({ relations: text, relationsId: relation })}
        />
      ),
    },
    { name: 'photoCaption', label: w.photoCaption, hint: w.photoHint, column: 'photo_caption' },
  ]
  const base: Values = {
    title: need?.title ?? '',
    village: need?.village ?? '',
    district: need?.district ?? '',
    field: need?.field ?? 'lingkungan',
    description: need?.description ?? '',
    place: need?.place ?? '',
    cost: need?.cost == null ? '' : String(need.cost),
    year: String(need?.year ?? on.slice(0, 4)),
    musrenbang: need?.musrenbang ?? '',
    apbd: need?.apbd === true ? '1' : '',
    apbdWords: need?.apbdWords ?? '',
    relations: need?.relations[0]?.name ?? '',
    relationsId: need?.relations[0]?.id ?? '',
    photoCaption: need?.photo?.caption ?? '',
  }
  const typed = (values: Values) => {
    const cost = rupiahOf(values['cost'] ?? '')
    return {
      title: values['title'] ?? '',
      village: values['village'] ?? '',
      district: values['district'] ?? '',
      field: values['field'] as NeedField,
      year: Number(values['year']),
      apbd: values['apbd'] === '1',
      ...(photo !== undefined && { photo: photo.id }),
      ...(cost !== undefined && { cost }),
    }
  }
  const shared = {
    lines,
    base,
    said: w.saved,
    save: w.save,
    onClose,
    why: () => ({ cost: w.costDoubt }),
    children: () => (
      <FileDrop
        id="tjsl-foto"
        label={w.photo}
        hint={w.photoHint}
        keep={keepFile}
        file={photo}
        onFile={setPhoto}
        picture
        bare
      />
    ),
  }
  if (need === undefined) {
    return (
      <ActForm
        {...shared}
        id="kebutuhan-baru"
        endpoint={addNeed}
        rev={0}
        input={(values) => ({
          ...typed(values),
          textLang: language,
          ...saidOf(values, photo === undefined ? texts.filter((name) => name !== 'photoCaption') : texts),
          ...(relationIn(values) !== '' && { relations: [relationIn(values)] }),
        })}
        onDone={({ slug }) => onAdded?.(slug)}
      />
    )
  }
  return (
    <ActForm
      {...shared}
      id={need.id}
      endpoint={mendNeed}
      rev={need.rev}
      input={(values, at) => {
        const now = typed(values)
        const before = typed(at.base)
        const changed = Object.fromEntries(
          Object.entries(now).filter(
            ([name, value]) => value !== before[name as keyof typeof before] || name === 'photo',
          ),
        )
        const others = [...(need.relations.slice(1).map(({ id }) => id) ?? [])]
        return {
          id: need.id,
          rev: at.rev,
          ...changed,
          ...(now.cost === undefined && before.cost !== undefined && { cost: null }),
          ...changedOf(values, at.base, texts),
          ...(relationIn(values) !== relationIn(at.base) && {
            relations: [...(relationIn(values) === '' ? [] : [relationIn(values)]), ...others],
          }),
        }
      }}
    />
  )
}
