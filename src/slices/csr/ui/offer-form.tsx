import { useState } from 'react'
import { useVisitor } from '../../../ui/controls/visitor.ts'
import { PartnerPicker, type PickedPartner } from '../../partners/ui/partner-picker.tsx'
import { addOffer, mendOffer } from '../contract.ts'
import { words as sliceWords } from '../messages/words.gen.ts'
import { needFields, rupiahOf } from '../model.ts'
import { ActForm, saidOf, type Values } from '../../ledger/ui/act-form.tsx'
import type { FormLine } from '../../ledger/ui/form-line.tsx'
import type { OfferView } from './offers-view.tsx'
import { words } from './messages/words.gen.ts'

/** What a company offers: a ceiling in rupiah, or what in kind; fields and places where it wants them. */
export function OfferForm({ offer, onClose }: { offer?: OfferView; onClose: () => void }) {
  const { language, on } = useVisitor()
  const w = words[language].offer
  const { field } = sliceWords[language]
  const [company, setCompany] = useState<PickedPartner | undefined>(offer?.company)
  const [isAsked, setIsAsked] = useState(false)
  const lines: FormLine[] = [
    { name: 'what', label: w.what },
    { name: 'ceiling', label: w.ceiling, hint: w.ceilingHint, kind: 'number' },
    { name: 'inKind', label: w.inKind, column: 'in_kind' },
    { name: 'most', label: w.most, kind: 'number' },
    { name: 'year', label: w.year, kind: 'number' },
    { name: 'untilOn', label: w.untilOn, kind: 'day', column: 'until_on' },
    { name: 'places', label: w.places, hint: w.placesHint },
    { name: 'description', label: w.description, kind: 'long' },
    ...needFields.map((each) => ({ name: each, label: field[each], kind: 'check' as const })),
  ]
  const base: Values = {
    what: offer?.what ?? '',
    ceiling: offer?.ceiling == null ? '' : String(offer.ceiling),
    inKind: offer?.inKind ?? '',
    most: String(offer?.most ?? 1),
    year: String(offer?.year ?? on.slice(0, 4)),
    untilOn: offer?.untilOn ?? '',
    places: offer?.places.join(', ') ?? '',
    description: offer?.description ?? '',
    ...Object.fromEntries(needFields.map((each) => [each, offer?.fields.includes(each) === true ? '1' : ''])),
  }
  const typed = (values: Values) => ({
    what: values['what'] ?? '',
    most: Number(values['most']),
    year: Number(values['year']),
    fields: needFields.filter((each) => values[each] === '1'),
    places: (values['places'] ?? '')
      .split(',')
      .map((place) => place.trim())
      .filter((place) => place !== ''),
  })
  const shared = { lines, base, save: w.save, said: w.saved, onClose, why: () => ({ ceiling: w.ceilingDoubt, partner: w.companyDoubt, untilOn: w.untilDoubt }) } // prettier-ignore
  if (offer !== undefined) {
    return (
      <ActForm
        {...shared}
        id={offer.id}
        endpoint={mendOffer}
        rev={offer.rev}
        input={(values, at) => ({
          id: offer.id,
          rev: at.rev,
          ...typed(values),
          ceiling: rupiahOf(values['ceiling'] ?? '') ?? null,
          inKind: values['inKind']?.trim() || null,
          untilOn: values['untilOn'] || null,
          description: values['description']?.trim() || null,
        })}
      />
    )
  }
  return (
    <ActForm
      {...shared}
      id="penawaran-baru"
      endpoint={addOffer}
      rev={0}
      input={(values) => {
        setIsAsked(company === undefined)
        const ceiling = rupiahOf(values['ceiling'] ?? '')
        return {
          partner: company?.id ?? '',
          ...typed(values),
          textLang: language,
          ...saidOf(values, ['inKind', 'untilOn', 'description']),
          ...(ceiling !== undefined && { ceiling }),
        }
      }}
    >
      {() => (
        <PartnerPicker
          id="penawaran-perusahaan"
          label={w.company}
          hint={w.companyHint}
          error={isAsked && company === undefined ? w.companyMissing : undefined}
          picked={company}
          onPick={setCompany}
        />
      )}
    </ActForm>
  )
}
