import { formatList } from '../../shared/format.ts'
import type { Language } from '../../shared/languages.ts'
import { countryName, officeAt } from '../reference/model.ts'
import { words } from './messages/words.gen.ts'
import { blank, type NaskahContent, type Version } from './model.ts'
import { fieldIn, officeOurs, officialName, partnerIn, regionName, type LetterRecord } from './record.ts'

/** A partner whose own language is not one of these reads the English original (UU 24/2009 Ps 31(2)). */
const thirdLanguages: Record<string, Language> = { JP: 'ja', KR: 'ko' }

/**
 * A draft letter of intent in Indonesian and English (UU 24/2009 Ps 31), with the partner's own language after them
 * where we write it. Its content is what practice asks: names and offices, friendship, intention, fields, that it binds
 * nobody, what comes next and by when, contact offices, place, day, languages, two originals (domain §1.5).
 */
export function composeLetterOfIntent(record: LetterRecord): NaskahContent {
  const third = record.partner?.country === undefined ? undefined : thirdLanguages[record.partner.country]
  const languages: Language[] = ['id', 'en', ...(third === undefined ? [] : [third])]
  const officesOurs = languages.slice(0, 2).map((language) => officeOurs(record, language))
  return {
    layout: 'naskah',
    versions: languages.map((language) => versionIn(language, { record, languages })),
    officeOurs: officesOurs.join('\n'),
    nameOurs: officialName(record),
    officeTheirs: officesTheirs(record).join('\n'),
    nameTheirs: record.partnerHead?.name ?? blank(words.id.missing.partnerName),
  }
}

function officesTheirs(record: LetterRecord): string[] {
  const { partnerHead } = record
  if (partnerHead === undefined) return [blank(words.id.missing.partnerOffice)]
  return (['id', 'en'] as const).map((language) =>
    officeAt(language, { office: partnerHead.office, place: partnerIn(record, language) }),
  )
}

function versionIn(
  lang: Language,
  { record, languages }: { record: LetterRecord; languages: readonly Language[] },
): Version {
  const { loi, missing, language } = words[lang]
  const { partner, fields, head } = record
  const named = {
    ours: regionName(record, lang),
    theirs: partnerIn(record, lang),
    country: partner?.country === undefined ? blank('negara mitra') : countryName(lang, partner.country),
  }
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const body = [
    loi.parties(named),
    loi.desire,
    loi.respect,
    loi.state,
    loi.intent,
    loi.fields,
    ...(fields.length === 0
      ? [`a. ${blank(missing.fields)}`]
      : fields.slice(0, letters.length).map((field, index) => `${letters[index]}. ${fieldIn(lang, field)}`)),
    loi.binding,
    loi.next({ target: blank(missing.targetDate) }),
    loi.contact({ ...named, unit: head.unit, theirUnit: blank(missing.partnerUnit) }),
    loi.originals({
      place: blank(missing.place),
      day: blank(missing.day),
      languages: formatList(languages.map((each) => language[each]), lang), // prettier-ignore
    }),
  ]
  return { lang, title: loi.title(named), body: body.join('\n') }
}
