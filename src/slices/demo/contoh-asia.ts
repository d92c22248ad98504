/** Invented local governments of Japan, Korea and China: every stage between a first letter and a text that ends. */
import { day } from './contoh-day.ts'
import type { SampleRelation } from './contoh-entering.ts'
import { dayOfPaper, papersUpTo } from './contoh-papers.ts'
import { numberOf } from './contoh-texts.ts'

const north = papersUpTo('surat_konfirmasi', '2024-04-26')
const east = papersUpTo('surat_konfirmasi', day(365 - 1826 - 14))
const middle = papersUpTo('surat_konfirmasi', day(366 - 1826 - 14))
const spring = papersUpTo('loi', '2026-03-12')
const twin = papersUpTo('keputusan_dprd', '2026-09-30')
const harbour = papersUpTo('loi', '2026-06-18')

const government = { kind: 'foreign_local_government', tier: 'city' } as const

export const asianCities: readonly SampleRelation[] = [
  {
    slug: 'utara-jepang',
    partner: {
      ...government,
      name: 'Kota Contoh Utara (Jepang)',
      names: { en: 'Contoh North City (Japan)', ja: '見本北市', ko: '견본북시(일본)' },
      native: '見本北市',
      country: 'JP',
      aliases: ['Mihonkita', 'Mihon Kita'],
      countries: 4,
    },
    began: '2021-02-09',
    type: 'ksdpl',
    initiator: 'partner',
    purpose: 'Belajar memilah sampah dari rumah, dan bertukar guru sekolah kejuruan.',
    fields: [
      ['pengelolaan_sampah', 'berjalan'],
      ['pendidikan_vokasi', 'berjalan'],
      ['kebudayaan', 'dalam_naskah'],
    ],
    papers: [...north, { kind: 'rencana_kerja', on: '2024-09-02' }],
    texts: [
      { kind: 'loi', title: 'Pernyataan Kehendak Kerja Sama', signed: dayOfPaper(north, 'loi') },
      { kind: 'rencana', title: 'Rencana Kerja Sama', signed: dayOfPaper(north, 'rencana_kerja_sama') },
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian tentang Kerja Sama Kota Kembar',
        number: numberOf(1, '2024-05-10'),
        theirs: '見本北国第12号',
        signed: '2024-05-10',
        at: 'Balai Contoh',
        months: 60,
      },
      {
        kind: 'arrangement',
        title: 'Pengaturan Teknis Pengelolaan Sampah',
        number: numberOf(2, '2025-02-03'),
        signed: '2025-02-03',
        begins: '2025-04-01',
        ends: '2028-03-31',
      },
    ],
    next: { from: day(-40), what: 'Kirim laporan pelaksanaan semester dua', due: day(20) },
    shown: 'published',
  },
  {
    slug: 'selatan-jepang',
    partner: {
      ...government,
      name: 'Kota Contoh Selatan (Jepang)',
      names: { en: 'Contoh South City (Japan)', ja: '見本南市', ko: '견본남시(일본)' },
      native: '見本南市',
      country: 'JP',
    },
    began: '2025-08',
    initiator: 'region',
    fields: [
      ['ketenagakerjaan', 'ditawarkan'],
      ['pariwisata', 'ditawarkan'],
      [undefined, 'ditawarkan'],
    ],
    papers: spring,
    texts: [{ kind: 'loi', title: 'Letter of Intent', signed: dayOfPaper(spring, 'loi') }],
    next: { from: day(-120), what: 'Susun rencana kerja sama', due: day(-35) },
    shown: 'published',
  },
  {
    slug: 'barat-korea',
    partner: {
      ...government,
      name: 'Kota Contoh Barat (Korea Selatan)',
      names: { en: 'Contoh West City (South Korea)', ja: '見本西市(韓国)', ko: '견본서시' },
      native: '견본서시',
      country: 'KR',
    },
    began: '2019-11-04',
    type: 'ksdpl',
    fields: [['ekonomi_kreatif', 'berjalan']],
    papers: east,
    texts: [
      { kind: 'loi', title: 'Pernyataan Kehendak', signed: dayOfPaper(east, 'loi') },
      { kind: 'rencana', title: 'Rencana Kerja Sama', signed: dayOfPaper(east, 'rencana_kerja_sama') },
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian',
        number: numberOf(3, day(365 - 1826)),
        signed: day(365 - 1826),
        ends: day(365),
      },
    ],
    next: { from: day(-10), what: 'Putuskan apakah memorandum diperpanjang' },
    shown: 'published',
  },
  {
    slug: 'tengah-tiongkok',
    partner: {
      ...government,
      name: 'Kota Contoh Tengah (Tiongkok)',
      names: { en: 'Contoh Central City (China)', ja: '見本中市(中国)', ko: '견본중시(중국)' },
      native: '范例中市',
      nativeLang: 'zh',
      country: 'CN',
    },
    began: '2020',
    type: 'ksdpl',
    fields: [
      ['perdagangan', 'berjalan'],
      ['teknologi_informasi', 'tidak_dilanjutkan'],
    ],
    papers: middle,
    texts: [
      { kind: 'loi', title: 'Pernyataan Kehendak', signed: dayOfPaper(middle, 'loi') },
      { kind: 'rencana', title: 'Rencana Kerja Sama', signed: dayOfPaper(middle, 'rencana_kerja_sama') },
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian',
        number: numberOf(4, day(366 - 1826)),
        signed: day(366 - 1826),
        ends: day(366),
      },
    ],
    next: { from: '2026-02-02', reason: 'waiting_partner' },
    shown: 'published',
  },
  {
    slug: 'timur-korea',
    partner: {
      ...government,
      name: 'Kota Contoh Timur (Korea Selatan)',
      names: { en: 'Contoh East City (South Korea)', ja: '見本東市(韓国)', ko: '견본동시' },
      native: '견본동시',
      country: 'KR',
      aliases: ['Gyeonbondong', 'Kyonbondong'],
    },
    began: '2016-03-21',
    type: 'ksdpl',
    fields: [['pendidikan', 'berjalan']],
    texts: [
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian (menurut Permendagri 3/2008)',
        number: numberOf(5, '2017-06-08'),
        signed: '2017-06-08',
        ends: day(200),
        imported: true,
      },
      {
        kind: 'addendum',
        title: 'Adendum pertama: tambahan bidang pendidikan',
        number: numberOf(6, '2019-01-14'),
        signed: '2019-01-14',
        imported: true,
      },
    ],
    next: { from: day(-70), what: 'Tanyakan kehendak mitra sesudah memorandum berakhir', due: day(-7) },
    shown: 'published',
  },
  {
    slug: 'pulau-jepang',
    partner: {
      ...government,
      tier: 'town',
      name: 'Kota Kecil Contoh Pulau (Jepang)',
      names: { en: 'Contoh Island Town (Japan)', ja: '見本島町', ko: '견본도정(일본)' },
      native: '見本島町',
      country: 'JP',
    },
    began: '2018-10',
    type: 'ksdpl',
    fields: [['lingkungan_air', 'selesai']],
    texts: [
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian',
        number: numberOf(7, '2019-10-30'),
        signed: '2019-10-30',
        ends: '2024-10-29',
      },
    ],
    again: {
      began: '2026-02-16',
      papers: harbour,
      texts: [{ kind: 'loi', title: 'Pernyataan Kehendak untuk memperpanjang', signed: dayOfPaper(harbour, 'loi') }],
    },
    next: { from: day(-30), what: 'Bahas rencana kerja sama dengan perangkat daerah', due: day(45) },
    shown: 'published',
  },
  {
    slug: 'kembar-korea',
    partner: {
      ...government,
      tier: 'regency',
      name: 'Kabupaten Contoh Kembar (Korea Selatan)',
      names: { en: 'Contoh Twin County (South Korea)', ja: '見本双子郡(韓国)', ko: '견본쌍둥이군' },
      native: '견본쌍둥이군',
      country: 'KR',
    },
    began: '2025-01',
    type: 'ksdpl',
    fields: [
      ['sumber_daya_manusia', 'diterima'],
      ['pelayanan_publik', 'diterima'],
    ],
    papers: [...papersUpTo('rencana_kerja_sama', '2026-08-03'), { sentToDprd: day(-38), receivedOn: day(-36) }],
    next: { from: day(-36), reason: 'waiting_direction' },
    shown: 'published',
  },
  {
    slug: 'kampung-jepang',
    partner: {
      ...government,
      name: 'Kota Contoh Seribu Kampung dan Tujuh Sungai di Kaki Gunung Rekaan dengan Nama yang Sengaja Dibuat Panjang (Jepang)',
      names: {
        en: 'Contoh City of a Thousand Hamlets and Seven Rivers at the Foot of the Invented Mountain, with a Deliberately Long Name (Japan)',
        ja: '見本県架空山麓千集落七河川合同広域連携推進見本市'.repeat(8),
        ko: '견본천마을일곱강가상산기슭광역연계추진시'.repeat(8),
      },
      native: '見本県架空山麓千集落七河川合同広域連携推進見本市'.repeat(8),
      country: 'JP',
    },
    began: '2026-07-01',
    fields: [
      [
        {
          name: 'Penanganan air hujan di permukiman padat sepanjang tujuh sungai rekaan, termasuk peringatan dini yang dibaca bersama oleh warga, sekolah, dan petugas jaga malam di kedua belah pihak',
        },
        'ditawarkan',
      ],
      ['lingkungan_sanitasi', 'ditawarkan'],
      ['kualitas_udara', 'ditawarkan'],
      ['transportasi_berkelanjutan', 'ditawarkan'],
      ['reformasi_administrasi', 'ditawarkan'],
      ['kesejahteraan_sosial', 'ditawarkan'],
      ['branding_kota', 'ditawarkan'],
      [undefined, 'ditawarkan'],
      [undefined, 'ditawarkan'],
    ],
    papers: [{ kind: 'surat_penawaran', on: '2026-07-01' }],
    shown: 'published',
  },
  {
    slug: 'rawa-taiwan',
    partner: {
      ...government,
      name: 'Kota Contoh Rawa (Taiwan)',
      names: { en: 'Contoh Marsh City (Taiwan)', ja: '見本沢市(台湾)', ko: '견본늪시(대만)' },
      native: '範例澤市',
      nativeLang: 'zh',
      country: 'TW',
    },
    began: '2022-05-17',
    fields: [['industri', 'tidak_dilanjutkan']],
    papers: twin,
    texts: [{ kind: 'loi', title: 'Pernyataan Kehendak', signed: dayOfPaper(twin, 'loi') }],
    notContinued: { on: '2026-10-20', reason: 'Bupati dan mitra sepakat menghentikan pembahasan.' },
    shown: 'withdrawn',
  },
]
