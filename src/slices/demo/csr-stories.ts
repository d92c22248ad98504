import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../shared/ids.ts'
import {
  addNeed,
  addOffer,
  answerRealisation,
  matchNeed,
  moveNeed,
  publishCompany,
  publishNeed,
  reportRealisation,
  shareWithCompany,
  shareWithVillage,
} from '../csr/commands.ts'
import { needFields, type NeedField } from '../csr/model.ts'
import { propose } from '../csr/queries.ts'
import { hashOfToken } from '../links/queries.ts'
import { day, sampleDay } from './contoh-day.ts'
import { inventedRegion } from './model.ts'
import type { ProgrammeSeed } from './programmes.ts'

type Call = { tx: Tx; act: Act }

/**
 * No story names a village's need, an offer or a company that gives: story 004 says that CSR shall meet real needs of the
 * neighbours, story 000 that its contest had private CSR. So the real regions stand empty, and only the invented one is
 * filled, with as much as shows lists, matches and what came of them.
 */
export const csrSeeds: readonly ProgrammeSeed[] = [
  {
    region: inventedRegion,
    async isThere(tx) {
      if ((await companiesIn(tx)).length === 0) return true // its partners are not there, so nobody could give
      return (await tx.selectFrom('csr.needs').select('id').limit(1).executeTakeFirst()) !== undefined
    },
    enter: fill,
  },
]

async function companiesIn(tx: Tx): Promise<{ id: string }[]> {
  return await tx
    .selectFrom('partners.partners')
    .select('id')
    .where('kind', 'in', ['company', 'estate'])
    .where('country', '=', 'ID')
    .orderBy('slug')
    .limit(6)
    .execute()
}

const titles: Record<NeedField, readonly string[]> = {
  pendidikan_olahraga: ['Perbaikan atap ruang kelas SD', 'Lapangan voli desa', 'Buku untuk taman bacaan', 'Sepeda untuk siswa jauh', 'Meja dan kursi PAUD'], // prettier-ignore
  kesehatan: ['Timbangan posyandu', 'Sumur bor untuk puskesmas pembantu', 'Kursi roda untuk lansia', 'Ambulans desa bekas layak pakai', 'Jamban sehat dua puluh rumah'], // prettier-ignore
  seni_budaya_pariwisata: [
    'Gamelan sanggar desa',
    'Papan petunjuk wisata mangrove',
    'Panggung seni terbuka',
    'Seragam sanggar tari',
  ],
  kesejahteraan: ['Renovasi rumah tidak layak huni', 'Alat jahit untuk keluarga penerima', 'Bak air panti asuhan', 'Kasur untuk panti wreda'], // prettier-ignore
  usaha: ['Mesin pengemas keripik', 'Gerobak untuk pedagang kecil', 'Pelatihan penjualan daring', 'Oven kelompok ibu'],
  keagamaan: ['Perbaikan tempat wudu', 'Pengeras suara musala', 'Al-Qur’an untuk taman pendidikan', 'Perbaikan pagar pemakaman'], // prettier-ignore
  lingkungan: ['Gerobak sampah roda tiga', 'Bibit pohon bantaran kali', 'Bank sampah desa', 'Komposter rumah tangga', 'Biopori sekolah'], // prettier-ignore
  pertanian_peternakan_perikanan: ['Pompa air sawah', 'Bibit lele kelompok pembudi daya', 'Traktor tangan', 'Kandang kambing kelompok', 'Jaring nelayan'], // prettier-ignore
  infrastruktur: ['Lampu jalan desa', 'Jembatan kayu dusun', 'Drainase gang', 'Paving jalan lingkungan'],
}

const villages = ['Contoh Jaya', 'Contoh Asri', 'Contoh Maju', 'Contoh Indah', 'Contoh Sari', 'Contoh Karya', 'Contoh Mukti', 'Contoh Rahayu'] // prettier-ignore
const districts = ['Contoh Utara', 'Contoh Selatan', 'Contoh Timur']

const at = <Of>(list: readonly Of[], which: number): Of => list[which % list.length] as Of

async function fill({ tx, act }: Call): Promise<void> {
  const call = { tx, act, on: sampleDay }
  const companies = await companiesIn(tx)
  const asked = needFields.flatMap((field) => titles[field].map((title) => ({ field, title }))).slice(0, 40)
  const needs = []
  for (const [which, { field, title }] of asked.entries()) {
    const village = at(villages, which * 3)
    const need = {
      title,
      village: `Desa ${village}`,
      district: at(districts, which),
      field,
      ...(which % 6 !== 5 && { cost: (1 + ((which * 7) % 23)) * 5_000_000 }),
      year: 2022 + (which % 4),
      ...(which % 3 !== 2 && { musrenbang: `MB-CONTOH/${2022 + (which % 4)}/${String(which + 1).padStart(3, '0')}` }),
      ...(which % 9 === 4 && { apbd: true, apbdWords: 'Sebagian ada dalam DPA dinas contoh' }),
      description: 'Usulan contoh dari musyawarah desa; hanya untuk memperlihatkan daftar.',
      enteredOn: day(-260 + which * 6),
    }
    const { id } = await addNeed(call, need)
    needs.push({ ...need, id, cost: need.cost, rev: 1 })
  }
  for (const need of needs.slice(0, 34)) need.rev = (await moveNeed(call, { id: need.id, rev: 1, to: 'terbuka' })).rev
  const last = needs.at(-1)
  if (last !== undefined) await moveNeed(call, { id: last.id, rev: 1, to: 'ditutup', reason: 'Sudah dibangun dengan dana desa.' }) // prettier-ignore
  const offers = []
  for (let which = 0; which < 15; which++) {
    const fields = which % 5 === 4 ? [] : [at(needFields, which * 2), at(needFields, which * 2 + 1)]
    const offer = {
      partner: at(companies, which).id,
      what: `Program CSR contoh ${which + 1}`,
      fields,
      places: which % 3 === 0 ? [at(districts, which / 3)] : [],
      ...(which % 4 === 3 ? { inKind: 'Tenaga dan bahan' } : { ceiling: (6 + ((which * 5) % 17)) * 10_000_000 }),
      most: 1 + (which % 3),
      year: which > 12 ? 2025 : 2026,
      offeredOn: day(-200 + which * 9),
    }
    offers.push({ ...offer, id: (await addOffer(call, offer)).id })
  }
  await meet(call, { needs: needs.slice(0, 34), offers })
  for (const need of needs.slice(0, 26)) await publishNeed(call, { id: need.id })
  for (const { id } of companies.slice(0, 2)) await publishCompany(call, { id, year: 2026 })
}

interface Filled {
  needs: { id: string; village: string; district: string; field: NeedField; cost?: number | undefined; year: number; rev: number; musrenbang?: string; apbd?: boolean }[] // prettier-ignore
  offers: { id: string; fields: NeedField[]; places: string[]; ceiling?: number; inKind?: string; most: number; partner: string }[] // prettier-ignore
}

/** Some of the computed proposal is taken; of that some is done, confirmed, disputed. */
async function meet(call: Call & { on: string }, { needs, offers }: Filled): Promise<void> {
  const { pairs } = propose({
    needs: needs.map((need) => ({ ...need, cost: need.cost, musrenbang: need.musrenbang !== undefined, apbd: need.apbd === true })), // prettier-ignore
    offers: offers.map(({ id, fields, places, ceiling, most }) => ({ id, fields, places, left: ceiling, slots: most })),
    year: 2026,
  })
  for (const [which, pair] of pairs.slice(0, 14).entries()) {
    const need = needs.find(({ id }) => id === pair.need)
    const offer = offers.find(({ id }) => id === pair.offer)
    if (need === undefined || offer === undefined) continue
    const committed = offer.ceiling === undefined ? undefined : (need.cost ?? 5_000_000)
    const made = await matchNeed(call, {
      id: need.id,
      rev: need.rev,
      offer: offer.id,
      ...(committed === undefined ? { inKind: 'Tenaga dan bahan' } : { committed }),
      reason: 'Diambil dari usulan pasangan contoh.',
      grounds: pair.grounds,
      ...(need.apbd === true && { overlapReason: 'Yang dipenuhi bagian yang tidak ada dalam DPA.' }),
      matchedOn: day(-90 + which),
    })
    if (which < 9) await realise(call, { which, need, match: made.match, committed })
  }
}

async function realise(
  call: Call & { on: string },
  { which, need, match, committed }: { which: number; need: Filled['needs'][number]; match: string; committed: number | undefined }, // prettier-ignore
): Promise<void> {
  const link = { hash: hashOfToken(newId()), language: 'id', days: 90 } as const
  const company = await shareWithCompany(call, {
    id: match,
    party: `Bagian CSR perusahaan contoh ${which + 1}`,
    ...link,
  })
  const report = await reportRealisation(call, {
    id: match,
    occurredOn: day(-40 + which),
    words: 'Laporan contoh.',
    ...(committed === undefined ? { inKind: 'Tenaga dan bahan' } : { value: committed }),
    link: company.link,
    reportedOn: day(-30 + which),
  })
  if (which >= 7) return
  const given = { ...link, hash: hashOfToken(newId()) }
  const village = await shareWithVillage(call, { id: need.id, party: `Pemerintah ${need.village}`, ...given })
  const answer = which === 6 ? 'dibantah' : 'dikonfirmasi'
  await answerRealisation(
    { ...call, on: day(-20 + which) },
    {
      id: report.id,
      need: need.id,
      link: village.link,
      answer,
      ...(answer === 'dibantah' && { words: 'Baru separuh yang dikirim.' }),
      wordsLang: 'id',
    },
  )
}
