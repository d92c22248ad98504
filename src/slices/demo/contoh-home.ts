/** Invented regions at home, companies and estates; and two who have no name yet. */
import { day } from './contoh-day.ts'
import type { SampleRelation } from './contoh-entering.ts'
import { numberOf } from './contoh-texts.ts'

export const neighbours: readonly SampleRelation[] = [
  {
    slug: 'hulu',
    partner: {
      kind: 'domestic_region',
      name: 'Kabupaten Contoh Hulu',
      names: { en: 'Contoh Upstream Regency', ja: '見本上流県', ko: '견본상류군' },
      country: 'ID',
    },
    began: '2023-06',
    type: 'ksdd',
    fields: [
      ['air_minum', 'berjalan'],
      ['lingkungan_air', 'dalam_naskah'],
    ],
    texts: [
      {
        kind: 'mou',
        title: 'Kesepakatan Bersama Pengelolaan Hulu Sungai',
        number: numberOf(26, '2023-08-17'),
        theirs: '119/07/HULU-CONTOH/2023',
        signed: '2023-08-17',
        months: 60,
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Air Baku',
        number: numberOf(27, '2024-01-08'),
        signed: '2024-01-08',
        months: 48,
      },
      {
        kind: 'addendum',
        title: 'Adendum Perjanjian Air Baku',
        number: numberOf(28, '2025-05-05'),
        signed: '2025-05-05',
      },
    ],
    next: { from: day(-3), what: 'Rapat evaluasi tahunan', due: day(12) },
    shown: 'published',
  },
  {
    slug: 'hilir',
    partner: {
      kind: 'domestic_region',
      name: 'Kabupaten Contoh Hilir',
      names: { en: 'Contoh Downstream Regency', ja: '見本下流県', ko: '견본하류군' },
      country: 'ID',
    },
    began: '2010',
    type: 'ksdd',
    fields: [['transportasi', 'selesai']],
    texts: [
      {
        kind: 'mou',
        title: 'Kesepakatan Bersama (menurut PP 50/2007)',
        number: numberOf(29, '2011-04-04'),
        signed: '2011-04-04',
        months: 60,
        imported: true,
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Angkutan Antarwilayah (menurut PP 50/2007)',
        number: numberOf(30, '2011-10-24'),
        signed: '2011-10-24',
        months: 54,
        imported: true,
      },
    ],
    shown: 'published',
  },
  {
    slug: 'kota-raya',
    partner: {
      kind: 'domestic_region',
      name: 'Kota Contoh Raya',
      names: { en: 'Greater Contoh City', ja: '大見本市', ko: '큰견본시' },
      country: 'ID',
    },
    began: '2021-12-06',
    type: 'ksdd',
    fields: [['pengelolaan_sampah', 'berjalan']],
    texts: [
      {
        kind: 'mou',
        title: 'Kesepakatan Bersama Tempat Pemrosesan Sampah',
        number: numberOf(31, day(100 - 1826)),
        signed: day(100 - 1826),
        ends: day(100),
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Pengangkutan',
        number: numberOf(32, day(150 - 1460)),
        signed: day(150 - 1460),
        ends: day(100),
      },
    ],
    next: { from: day(-90), what: 'Siapkan perpanjangan kesepakatan', due: day(-2) },
    shown: 'published',
  },
  {
    slug: 'gabungan',
    partner: {
      kind: 'domestic_region',
      name: `Kabupaten Contoh Gabungan ${'Hulu, Tengah, Hilir, Pesisir, Pulau, '.repeat(4)}dan Pulau-Pulau Sekitarnya`,
      names: {
        en: `Contoh Union Regency of ${'Upstream, Midstream, Coast, Island, '.repeat(4)}and Around`,
        ja: '見本合同県',
        ko: '견본연합군',
      },
      country: 'ID',
    },
    began: '2024-03-18',
    type: 'ksdd',
    fields: [['pariwisata', 'dalam_naskah']],
    texts: [
      {
        kind: 'mou',
        title: 'Kesepakatan Bersama Pariwisata',
        number: numberOf(33, '2024-12-12'),
        signed: '2024-12-12',
        months: 48,
      },
    ],
    shown: 'published',
  },
]

export const businesses: readonly SampleRelation[] = [
  {
    slug: 'pt-limbah',
    partner: {
      kind: 'company',
      name: 'PT Contoh Olah Limbah',
      names: { en: 'PT Contoh Waste Works', ja: 'コントー廃棄物処理社（見本）', ko: '견본폐기물처리회사' },
      country: 'ID',
    },
    began: '2022-10-10',
    type: 'ksdpk',
    fields: [['limbah_cair', 'berjalan']],
    texts: [
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Instalasi Pengolahan',
        number: numberOf(34, '2023-01-30'),
        signed: '2023-01-30',
        months: 120,
      },
      { kind: 'addendum', title: 'Adendum: tarif', number: numberOf(35, '2025-01-30'), signed: '2025-01-30' },
    ],
    shown: 'published',
  },
  {
    slug: 'pt-logistik',
    partner: {
      kind: 'company',
      name: 'PT Contoh Logistik Laut',
      names: { en: 'PT Contoh Sea Logistics', ja: 'コントー海上物流社（見本）', ko: '견본해상물류회사' },
      country: 'ID',
    },
    began: '2023-05-08',
    type: 'ksdpk',
    texts: [
      { kind: 'mou', title: 'Nota Kesepakatan', number: numberOf(36, '2023-07-03'), signed: '2023-07-03', months: 24 },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Angkutan Hasil Tani',
        number: numberOf(39, '2023-11-20'),
        signed: '2023-11-20',
        months: 36,
        terminated: '2024-09-30',
      },
    ],
    notContinued: { on: '2025-07-03', reason: 'Nota berakhir dan tidak diperpanjang atas permintaan mitra.' },
  },
  {
    slug: 'cv-rekreasi',
    partner: {
      kind: 'company',
      name: 'CV Contoh Rekreasi',
      names: { en: 'CV Contoh Leisure', ja: 'コントー余暇社（見本）', ko: '견본여가회사' },
      country: 'ID',
    },
    began: '2026-09-01',
    shown: 'published',
  },
  {
    slug: 'dagang-jepang',
    partner: {
      kind: 'company',
      name: 'Contoh Trading (Jepang)',
      names: { en: 'Contoh Trading (Japan)', ja: '見本商事', ko: '견본상사(일본)' },
      native: '見本商事',
      country: 'JP',
    },
    began: '2026-02',
    fields: [['perdagangan', 'ditawarkan']],
    next: { from: '2026-02-10', what: 'Tanyakan badan hukum mitra di Indonesia', due: '2026-03-31' },
  },
  {
    slug: 'kawasan-satu',
    partner: {
      kind: 'estate',
      name: 'Kawasan Industri Contoh Satu',
      names: { en: 'Contoh One Industrial Estate', ja: '見本第一工業団地', ko: '견본제1산업단지' },
      country: 'ID',
    },
    began: '2019-03-11',
    type: 'ksdpk',
    fields: [
      ['industri', 'berjalan'],
      ['ketenagakerjaan', 'berjalan'],
    ],
    texts: [
      {
        kind: 'mou',
        title: 'Nota Kesepakatan Forum Kawasan',
        number: numberOf(37, '2019-04-01'),
        signed: '2019-04-01',
        isOpenEnded: true,
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Pelatihan Tenaga Kerja',
        number: numberOf(38, '2022-06-06'),
        signed: '2022-06-06',
        ends: '2025-06-05',
      },
    ],
    shown: 'published',
  },
  {
    slug: 'kawasan-dua',
    partner: {
      kind: 'estate',
      name: 'Kawasan Industri Contoh Dua',
      names: { en: 'Contoh Two Industrial Estate', ja: '見本第二工業団地', ko: '견본제2산업단지' },
      country: 'ID',
    },
    began: '2026-06-24',
    fields: [['perizinan', 'ditawarkan']],
  },
  {
    slug: 'pihak-belum-disebut',
    label: 'Pihak contoh dari Jerman (belum disebut)',
    began: '2026-04',
    fields: [['industri', 'ditawarkan']],
    shown: 'published',
  },
  { slug: 'calon-investor', label: 'Calon investor contoh, belum diketahui siapa', began: '2026-10-02' },
]
