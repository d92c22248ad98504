import { nameIn, type Named } from '../../shared/names.ts'
import type { Language } from '../../shared/languages.ts'
import type { DocumentId } from '../procedures/model.ts'
import {
  countryName,
  officeAt,
  sectorIds,
  type Capacity,
  type OfficeId,
  type SectorId,
  type Tier,
} from '../reference/model.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import { blank, type Letterhead } from './model.ts'

/** What every paper of an office begins with, whatever it is about. */
export interface RegionRecord {
  on: string
  region: Named & { tier: Tier; province: string }
  head: Letterhead
  /** Who holds the region's highest office. */
  official: { name: string; capacity: Capacity } | undefined
}

/** Everything a letter is written from, as it stood on a day. What is undefined here becomes a blank in the letter. */
export interface LetterRecord extends RegionRecord {
  partner:
    | (Named & { nativeName: string | undefined; country: string | undefined; kind?: string | undefined })
    | undefined
  /** How the partner is called while nobody knows who it is. */
  label: string | undefined
  /** Who holds the partner's highest office, when the record has it. */
  partnerHead: { name: string; office: OfficeId } | undefined
  /** Whom a letter to the partner is addressed to: its ambassador, mayor, director, as far as the record knows. */
  addressee?: Addressee | undefined
  beganOn: string | undefined
  initiator: 'region' | 'partner' | 'third_party' | undefined
  purpose: string | undefined
  /** Fields that are not dropped, in their order; one without sector and name was counted but never named. */
  fields: { sector: SectorId | undefined; name: string | undefined }[]
  /** Kinds of papers on file. */
  filed: readonly DocumentId[]
  plan: Partial<Record<string, string>>
  /** Letters of this relation that are not cancelled, by kind. */
  written: readonly string[]
}

/** Somebody at the partner. The name is left out where it was seen too long ago to be printed on a letter. */
export interface Addressee {
  office: OfficeId
  givenName: string | undefined
  familyName: string | undefined
  nameLang: string | undefined
}

const headOffices = { kota: 'wali_kota', kabupaten: 'bupati', provinsi: 'gubernur' } as const satisfies Record<
  Tier,
  OfficeId
>

/** The highest office of a region. */
export function headOffice(tier: Tier): OfficeId {
  return headOffices[tier]
}

/** The region's name in full: 'Kab.' is short for lists only. */
export function regionName({ region }: Pick<RegionRecord, 'region'>, language: Language = 'id'): string {
  return nameIn(language, region).replace(/^Kab\. /, 'Kabupaten ')
}

/** "Wali Kota Bekasi", with Pj., Plt. or Plh. before it when the office is not held in full. */
export function officeOurs(record: Pick<RegionRecord, 'region' | 'official'>, language: Language = 'id'): string {
  const place = regionName(record, language).replace(/^Provinsi /, '')
  const office = officeAt(language, { office: headOffice(record.region.tier), place })
  const { capacity } = record.official ?? {}
  if (capacity === undefined || capacity === 'definitif') return office
  return words[language].capacity[capacity]({ office })
}

export function officialName({ official }: Pick<RegionRecord, 'official'>): string {
  return official?.name ?? blank('nama penanda tangan')
}

/** The partner for a reader of a language: its name, else its label, else a blank. */
export function partnerIn({ partner, label }: Pick<LetterRecord, 'partner' | 'label'>, language: Language): string {
  return partner === undefined ? (label ?? blank('nama mitra')) : nameIn(language, partner)
}

/** "Kota Izumisano (泉佐野市), Jepang": the native form once, where there is one. */
export function partnerInFull({ partner, label }: Pick<LetterRecord, 'partner' | 'label'>): string {
  if (partner === undefined) return label ?? blank('nama mitra')
  const native = partner.nativeName === undefined ? '' : ` (${partner.nativeName})`
  const country = partner.country === undefined ? blank('negara mitra') : countryName('id', partner.country)
  return `${partner.name}${native}, ${country}`
}

/** The name of a field for a reader; a name that somebody typed has no translation of its own. */
export function fieldIn(language: Language, { sector, name }: LetterRecord['fields'][number]): string {
  if (name !== undefined) return language === 'id' ? name : blank(words[language].translationOf({ name }))
  if (sector !== undefined && sectorIds.includes(sector)) return referenceWords[language].sector[sector]
  return blank(words[language].unnamedField)
}
