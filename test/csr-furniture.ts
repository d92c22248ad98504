import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import * as csr from '../src/slices/csr/commands.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import { agencyOfStaff } from './agency.ts'

/** What villages need and a company offers, in every standing that an act asks for. */
export interface CsrFurniture {
  /** Open; with its revision. */
  need: string
  needRev: number
  needSlug: string
  /** Open too, for the acts that use one up. */
  otherNeed: string
  otherNeedRev: number
  company: string
  companySlug: string
  offer: string
  offerRev: number
  /** Without realisation. */
  csrMatch: string
  /** With one that nobody has answered. */
  realisedNeed: string
  realisedMatch: string
  realisation: string
}

export const noCsr = (): CsrFurniture => ({
  need: newId(),
  needRev: 1,
  needSlug: 'tidak-ada',
  otherNeed: newId(),
  otherNeedRev: 1,
  company: newId(),
  companySlug: 'tidak-ada',
  offer: newId(),
  offerRev: 1,
  csrMatch: newId(),
  realisedNeed: newId(),
  realisedMatch: newId(),
  realisation: newId(),
})

interface Wanted {
  word: string
  relation: string
  file: string
  picture: string
  on: string
  published?: boolean
}

/** Four needs of a village, an offer, two matches, one of them realised and answered, another realised only. */
export async function furnishCsr(
  { tx, act }: { tx: Tx; act: Act },
  { word, relation, file, picture, on, published = false }: Wanted,
): Promise<CsrFurniture> {
  const call = { tx, act, on }
  const unit = (await agencyOfStaff(tx)) ?? null
  const companySlug = `perusahaan-${newId()}`
  const name = `${word} perusahaan ${companySlug}`
  const { id: company } = await addPartner(call, { slug: companySlug, kind: 'company', name, country: 'ID' })
  const offer = await csr.addOffer(call, { partner: company, what: `${word} penawaran`, ceiling: 900_000_000, most: 9, year: 2024, offeredOn: on }) // prettier-ignore
  const open = async (title: string) => {
    const { id, slug } = await csr.addNeed(call, {
      title: `${word} ${title}`,
      village: `Desa ${word}`,
      district: `Kecamatan ${word}`,
      field: 'lingkungan',
      description: `${word} keterangan`,
      place: `${word} tempat`,
      cost: 25_000_000,
      photo: picture,
      photoCaption: `${word} foto`,
      musrenbang: `${word}/001`,
      year: 2023,
      relations: [relation],
      unit,
    })
    return { id, slug, rev: (await csr.moveNeed(call, { id, rev: 1, to: 'terbuka' })).rev }
  }
  const need = await open('kebutuhan')
  const other = await open('kebutuhan lain')
  const matched = await open('kebutuhan dipasangkan')
  const realised = await open('kebutuhan terlaksana')
  const reason = `${word} alasan`
  const plain = await csr.matchNeed(call, { id: matched.id, rev: matched.rev, offer: offer.id, committed: 25_000_000, reason }) // prettier-ignore
  const pair = { id: realised.id, rev: realised.rev, offer: offer.id, committed: 25_000_000, reason, matchedOn: on }
  const { match } = await csr.matchNeed(call, pair)
  const told = { id: match, occurredOn: on, words: `${word} laporan`, value: 10_000_000, files: [file] }
  const first = await csr.reportRealisation(call, told)
  const link = { hash: hashOfToken(newId()), language: 'id', days: 14 } as const
  const village = await csr.shareWithVillage(call, { id: realised.id, party: `${word} desa`, ...link })
  const answer = {
    answer: 'dikonfirmasi',
    words: `${word} jawaban`,
    wordsLang: 'id',
    name: `${word} penjawab`,
  } as const
  await csr.answerRealisation(call, { id: first.id, need: realised.id, link: village.link, ...answer })
  const second = await csr.reportRealisation(call, told)
  if (published) {
    await csr.publishNeed(call, { id: need.id })
    await csr.publishNeed(call, { id: realised.id })
    await csr.publishNeed(call, { id: other.id })
    await csr.withdrawNeed(call, { id: other.id })
    await csr.publishCompany(call, { id: company, year: 2024 })
  }
  return {
    need: need.id,
    needRev: need.rev,
    needSlug: need.slug,
    otherNeed: other.id,
    otherNeedRev: other.rev,
    company,
    companySlug,
    offer: offer.id,
    offerRev: 1,
    csrMatch: plain.match,
    realisedNeed: realised.id,
    realisedMatch: match,
    realisation: second.id,
  }
}
