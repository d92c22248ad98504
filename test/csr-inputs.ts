import { newId } from '../src/shared/ids.ts'
import { hashOfToken } from '../src/slices/links/queries.ts'
import type { CsrFurniture } from './csr-furniture.ts'

type Ids = CsrFurniture & { relation: string; partnerSlug: string }

const aNeed = {
  title: 'Kebutuhan',
  village: 'Desa',
  district: 'Kecamatan',
  field: 'usaha',
  year: 2024,
  cost: 5_000_000,
}
const aLink = () => ({ hash: hashOfToken(newId()), party: `Pihak ${newId()}`, language: 'id', days: 14 })

/** A sample for every endpoint of CSR. */
export const csrInputs = {
  'csr.listNeeds': () => ({}),
  'csr.exportNeeds': () => ({}),
  'csr.readNeed': ({ needSlug: slug }: Ids) => ({ slug }),
  'csr.addNeed': ({ relation }: Ids) => ({ ...aNeed, relations: [relation] }),
  'csr.mendNeed': ({ need: id, needRev: rev }: Ids) => ({ id, rev, place: 'Balai desa' }),
  'csr.moveNeed': ({ otherNeed: id, otherNeedRev: rev }: Ids) => ({ id, rev, to: 'ditutup', reason: 'Alasan' }),
  'csr.matchNeed': ({ need: id, needRev: rev, offer }: Ids) => ({
    id,
    rev,
    offer,
    committed: 5_000_000,
    reason: 'Alasan',
  }),
  'csr.endMatch': ({ csrMatch: id }: Ids) => ({ id, rev: 1, reason: 'Alasan' }),
  'csr.reportRealisation': ({ csrMatch: id }: Ids) => ({ id, occurredOn: '2021', value: 5_000_000 }),
  'csr.voidRealisation': ({ realisation: id }: Ids) => ({ id, rev: 1, reason: 'Alasan' }),
  'csr.shareWithVillage': ({ realisedNeed: id }: Ids) => ({ id, ...aLink() }),
  'csr.shareWithCompany': ({ realisedMatch: id }: Ids) => ({ id, ...aLink() }),
  'csr.publishNeed': ({ need: id }: Ids) => ({ id }),
  'csr.withdrawNeed': ({ need: id }: Ids) => ({ id }),
  'csr.readProposals': () => ({}),
  'csr.listOffers': () => ({}),
  'csr.addOffer': ({ company }: Ids) => ({ partner: company, what: 'Penawaran', ceiling: 50_000_000, year: 2024 }),
  'csr.mendOffer': ({ offer: id, offerRev: rev }: Ids) => ({ id, rev, what: 'Penawaran lain' }),
  'csr.endOffer': ({ offer: id, offerRev: rev }: Ids) => ({ id, rev, reason: 'Alasan' }),
  'csr.listCompanies': () => ({ year: 2024 }),
  'csr.readCompany': ({ companySlug: slug }: Ids) => ({ slug }),
  'csr.publishCompany': ({ company: id }: Ids) => ({ id, year: 2024 }),
  'csr.withdrawCompany': ({ company: id }: Ids) => ({ id, year: 2024 }),
  'csrPages.exportCompany': ({ companySlug: slug }: Ids) => ({ slug }),
  'csrPages.listDiscussed': () => ({}),
  // The partner that helps the furnished contest, in its year.
  'csrPages.readBeside': ({ partnerSlug: slug }: Ids) => ({ slug, year: 2025 }),
}
