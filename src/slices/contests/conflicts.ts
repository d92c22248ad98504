import { foldForSearch } from '../../shared/text.ts'
import type { ConflictKind } from './judging-model.ts'

export interface JurorTies {
  village: string | null
  kecamatan: string | null
  company: string | null
  kin: readonly string[]
  /** Why she may judge although her company helps the whole contest. */
  sponsorReason: string | null
  /** The entries she said she has to do with. */
  declared: readonly string[]
}

export interface EntryTies {
  id: string
  village: string
  kecamatan: string | null
  entrant: string | null
  /** Companies that help this entry. */
  backers: readonly string[]
}

/** Words that say what kind of thing a name is, not which one. */
const titles = {
  village: /\b(desa|ds|kelurahan|kel|kecamatan|kec|kampung|kp|perumahan|perum)\b/g,
  company: /\b(pt|cv|ud|tbk|persero|co|ltd|inc|corp|kk)\b/g,
  person: /\b(bapak|ibu|bpk|pak|bu|sdr|sdri|haji|hajah|h|hj|drs|dra|ir|dr|st|se|sh|mm|msi|ssos|spd)\b/g,
}

function plain(text: string | null, kind: keyof typeof titles): string {
  return foldForSearch(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(titles[kind], ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const isSame = (one: string | null, other: string | null, kind: keyof typeof titles): boolean => {
  const word = plain(one, kind)
  return word !== '' && word === plain(other, kind)
}

/**
 * What ties a juror to an entry: her own village (a village of the same name in another kecamatan is another one), a
 * company that helps the entry or the whole contest, kin by name, and what she declared. Empty when she may judge it.
 */
export function conflictsOf(juror: JurorTies, entry: EntryTies, sponsors: readonly string[]): ConflictKind[] {
  return findConflicts(sponsors)(juror, entry)
}

/** The same for many: what is compared is made plain once for each juror and entry, not once for each pair. */
export function findConflicts(sponsors: readonly string[]): (juror: JurorTies, entry: EntryTies) => ConflictKind[] {
  const helping = plainAll(sponsors, 'company')
  const jurors = new WeakMap<JurorTies, ReturnType<typeof plainJuror>>()
  const entries = new WeakMap<EntryTies, ReturnType<typeof plainEntry>>()
  return (juror, entry) => {
    const hers = kept(jurors, juror, plainJuror)
    const its = kept(entries, entry, plainEntry)
    const isElsewhere = hers.kecamatan !== '' && its.kecamatan !== '' && hers.kecamatan !== its.kecamatan
    const found = {
      village: hers.village !== '' && hers.village === its.village && !isElsewhere,
      company: its.backers.has(hers.company),
      sponsor: juror.sponsorReason === null && helping.has(hers.company),
      kin: hers.kin.has(its.entrant),
      declared: hers.declared.has(entry.id),
    }
    return (Object.keys(found) as ConflictKind[]).filter((kind) => found[kind])
  }
}

function kept<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const value = known.get(key) ?? make(key)
  known.set(key, value)
  return value
}

/** Without what is nothing once it is plain: two empty names are not the same name. */
const plainAll = (names: readonly string[], kind: keyof typeof titles): ReadonlySet<string> =>
  new Set(names.map((name) => plain(name, kind)).filter((name) => name !== ''))

const plainJuror = ({ village, kecamatan, company, kin, declared }: JurorTies) => ({
  village: plain(village, 'village'),
  kecamatan: plain(kecamatan, 'village'),
  company: plain(company, 'company'),
  kin: plainAll(kin, 'person'),
  declared: new Set(declared),
})

const plainEntry = ({ village, kecamatan, entrant, backers }: EntryTies) => ({
  village: plain(village, 'village'),
  kecamatan: plain(kecamatan, 'village'),
  entrant: plain(entrant, 'person'),
  backers: plainAll(backers, 'company'),
})

/** Whether the company of a juror helps the whole contest. Nobody is favoured by that alone, so a reason lets her judge. */
export function helpsAll({ company }: Pick<JurorTies, 'company'>, sponsors: readonly string[]): boolean {
  return sponsors.some((name) => isSame(company, name, 'company'))
}

/** Whether two entries are the same place: last year's winner under this year's number. */
export function isSamePlace(
  one: { name: string; village: string; rtRw: string | null },
  other: { name: string; village: string; rtRw: string | null },
): boolean {
  const rtDiffers =
    one.rtRw !== null && other.rtRw !== null && plain(one.rtRw, 'village') !== plain(other.rtRw, 'village')
  return isSame(one.name, other.name, 'village') && isSame(one.village, other.village, 'village') && !rtDiffers
}
