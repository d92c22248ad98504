// How each language addresses somebody on a letter, as data: who comes first, how a name is put, what opens and closes.
import type { Language } from '../../shared/languages.ts'
import { personName } from '../../shared/person-name.ts'
import { officeAt, type OfficeId } from '../reference/model.ts'
import { blank } from './model.ts'
import type { Addressee } from './record.ts'

type Rank = 'ambassador' | 'head' | 'organisation'

const rankOf = (office: OfficeId | undefined): Rank =>
  office === undefined ? 'organisation' : office === 'duta_besar' ? 'ambassador' : 'head'

/** What follows a name or an office, by rank. */
const honorific: Record<'ja' | 'ko', Record<Rank, string>> = {
  ja: { ambassador: '閣下', head: '様', organisation: '御中' },
  ko: { ambassador: '각하', head: '귀하', organisation: '귀중' },
}

const opening: Record<Language, Record<Rank, string>> = {
  id: { ambassador: 'Dengan hormat,', head: 'Dengan hormat,', organisation: 'Dengan hormat,' },
  en: { ambassador: 'Excellency,', head: 'Dear Sir or Madam,', organisation: 'Dear Sir or Madam,' },
  ja: { ambassador: '拝啓', head: '拝啓', organisation: '拝啓' },
  ko: {
    ambassador: '각하의 건승을 기원합니다.',
    head: '귀하의 건승을 기원합니다.',
    organisation: '귀 기관의 무궁한 발전을 기원합니다.',
  },
}

const ending: Record<Language, string> = { id: 'Hormat kami,', en: 'Yours faithfully,', ja: '敬具', ko: '감사합니다.' }

const destination: Record<Language, (place: string) => string> = {
  id: (place) => `di ${place}`,
  en: (place) => place,
  ja: (place) => place,
  ko: (place) => place,
}

/** Words of a letter that show what its address lacks. */
const placeWord: Record<Language, string> = { id: 'kota tujuan', en: 'city', ja: '宛先の所在地', ko: '수신지' }
const through: Record<Language, (to: string) => string> = {
  id: (to) => `melalui ${to}`,
  en: (to) => `through ${to}`,
  ja: (to) => `${to} 経由`,
  ko: (to) => `${to} 경유`,
}
const attention: Record<Language, (to: string) => string> = {
  id: (to) => `u.p. ${to}`,
  en: (to) => `Attn. ${to}`,
  ja: (to) => `${to} 気付`,
  ko: (to) => `${to} 참조`,
}

/** Lines of the way a letter goes, proposed by the region's rules. */
export interface LetterRoute {
  attention?: readonly string[] | undefined
  through?: readonly string[] | undefined
  copies?: readonly string[] | undefined
}

export interface Addressing {
  language: Language
  /** The partner by its name in the letter's language. */
  partner: string
  addressee: Addressee | undefined
  route?: LetterRoute | undefined
}

/** The lines of the address, the salutation and the closing words of a letter to a partner. */
export function addressing({ language, partner, addressee, route = {} }: Addressing) {
  const rank = rankOf(addressee?.office)
  const office = addressee && officeAt(language, { office: addressee.office, place: partner })
  const name = addressee && personName(addressee)
  const lines = [
    ...whom(language, { rank, office: office ?? partner, name: name === '' ? undefined : name }),
    ...(route.attention ?? []).map(attention[language]),
    ...(route.through ?? []).map(through[language]),
    destination[language](blank(placeWord[language])),
  ]
  return { addressee: lines.join('\n'), salutation: opening[language][rank], closing: ending[language] }
}

function whom(
  language: Language,
  { rank, office, name }: { rank: Rank; office: string; name: string | undefined },
): string[] {
  switch (language) {
    case 'id':
      return name === undefined
        ? [`Yth. ${rank === 'organisation' ? `Pimpinan ${office}` : office}`]
        : [`Yth. ${name}`, office]
    case 'en':
      return name === undefined ? [office] : [name, office]
    case 'ja':
      return name === undefined ? [`${office} ${honorific.ja[rank]}`] : [office, `${name} ${honorific.ja[rank]}`]
    case 'ko':
      return name === undefined ? [`${office} ${honorific.ko[rank]}`] : [office, `${name} ${honorific.ko[rank]}`]
  }
}
