import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { addAlias, addCountryFact, addPartner, addPerson, addProfileFact } from '../src/slices/partners/commands.ts'
import { joinPartners } from '../src/slices/partners/same.ts'
import { addProvenance, fileSource } from '../src/slices/sources/commands.ts'
import { judge } from '../src/slices/sources/judging.ts'

/** A partner with one of everything that is recorded about one, and a line that differs. */
export interface PartnerFurniture {
  partner: string
  partnerSlug: string
  partnerName: string
  /** Another partner, for saying that both are one. */
  twin: string
  /** A partner that is read as the first. */
  merged: string
  alias: string
  person: string
  fact: string
  /** A statement about the partner's country. */
  countryFact: string
  source: string
  /** A source whose text nobody has filed. */
  untold: string
  line: string
}

const day = '2025-08-01'

/** Records a partner; each text begins with the word. Everything has revision 1. */
export async function furnishPartner(call: { tx: Tx; act: Act }, word: string): Promise<PartnerFurniture> {
  const partnerName = `${word} kota tepi`
  const names = { en: `${word} seaside`, ja: `${word} 海辺市`, ko: `${word} 해변시` }
  const { id: partner, slug } = await addPartner(call, { name: partnerName, names, country: 'JP' })
  const { id: twin } = await addPartner(call, { name: `${word} kembaran` })
  const { id: merged } = await addPartner(call, { name: `${word} rangkap` })
  await joinPartners(call, { id: merged, sameAs: partner, reason: `${word} alasan` })
  const alias = await addAlias(call, { id: partner, name: `${word} ejaan lain` })
  const person = await addPerson(call, {
    partner,
    givenName: word,
    familyName: 'Duta',
    office: 'duta_besar',
    seenOn: day,
  })
  const fact = await addProfileFact(call, { partner, kind: 'note', words: `${word} catatan`, occurredOn: day })
  const abroad = { country: 'JP', kind: 'note', words: `${word} keterangan negara`, occurredOn: day } as const
  const countryFact = await addCountryFact(call, abroad)
  await addCountryFact(call, { ...abroad, country: 'KR' })
  const filed = { kind: 'news', outlet: `${word} harian`, title: `${word} berita ${newId()}` } as const
  const source = await fileSource(call, { ...filed, text: `${word} isi berita ${newId()}` })
  const untold = await fileSource(call, { ...filed, title: `${word} berita lain ${newId()}` })
  const said = { subject: partner, field: 'country', level: 'reported', source: source.id, value: 'KR' } as const
  const line = await addProvenance(call, { ...said, summary: { id: `${word} ringkasan lain` } })
  const other = { ...said, field: 'tier', value: 'city' } as const
  const followed = await addProvenance(call, { ...other, summary: { id: `${word} ringkasan tingkat` } })
  const judging = { subject: partner, field: 'tier', line: followed.id, reason: `${word} pertimbangan`, on: day }
  await judge(call, judging)
  return {
    partner,
    partnerSlug: slug,
    partnerName,
    twin,
    merged,
    alias: alias.id,
    person: person.id,
    fact: fact.id,
    countryFact: countryFact.id,
    source: source.id,
    untold: untold.id,
    line: line.id,
  }
}

/** Ids of nothing. */
export const noPartner = (newId: () => string): PartnerFurniture => ({
  partner: newId(),
  partnerSlug: 'tidak-ada',
  partnerName: 'Tidak ada',
  twin: newId(),
  merged: newId(),
  alias: newId(),
  person: newId(),
  fact: newId(),
  countryFact: newId(),
  source: newId(),
  untold: newId(),
  line: newId(),
})
