/** Invented local governments of other countries: old letters, answers that came back, texts that ended or lack papers. */
import { day } from './contoh-day.ts'
import type { SampleRelation } from './contoh-entering.ts'
import { dayOfPaper, papersUpTo } from './contoh-papers.ts'
import { numberOf } from './contoh-texts.ts'

const lake = papersUpTo('loi', '2015-09-01')
const river = papersUpTo('rancangan_disetujui', '2026-10-05')
const hill = papersUpTo('rencana_kerja_sama', '2026-06-09')
const mount = papersUpTo('loi', '2023-04-11')

const government = { kind: 'foreign_local_government', tier: 'city' } as const

export const farCities: readonly SampleRelation[] = [
  {
    slug: 'danau-malaysia',
    partner: {
      ...government,
      name: 'Kota Contoh Danau (Malaysia)',
      names: { en: 'Contoh Lake City (Malaysia)', ja: '見本湖市(マレーシア)', ko: '견본호수시(말레이시아)' },
      country: 'MY',
    },
    began: '2015',
    fields: [['perdagangan', 'ditawarkan']],
    papers: lake,
    texts: [{ kind: 'loi', title: 'Letter of Intent', signed: dayOfPaper(lake, 'loi') }],
    shown: 'published',
  },
  {
    slug: 'bukit-thailand',
    partner: {
      ...government,
      name: 'Kota Contoh Bukit (Thailand)',
      names: { en: 'Contoh Hill City (Thailand)', ja: '見本丘市(タイ)', ko: '견본언덕시(태국)' },
      native: 'เมืองตัวอย่างเนินเขา',
      country: 'TH',
    },
    began: '2024-11-18',
    type: 'ksdpl',
    fields: [['kota_kreatif', 'diterima']],
    papers: [
      ...hill,
      { kind: 'keputusan_dprd', on: '2026-09-14', outcome: 'returned', note: 'Diminta merinci pembiayaan.' },
    ],
    texts: [
      { kind: 'loi', title: 'Pernyataan Kehendak', signed: dayOfPaper(hill, 'loi') },
      { kind: 'rencana', title: 'Rencana Kerja Sama', signed: dayOfPaper(hill, 'rencana_kerja_sama') },
    ],
    next: { from: '2026-09-15', what: 'Rinci pembiayaan dalam rencana kerja sama', due: day(-21) },
    shown: 'published',
  },
  {
    slug: 'sungai-vietnam',
    partner: {
      ...government,
      name: 'Kota Contoh Sungai (Vietnam)',
      names: { en: 'Contoh River City (Vietnam)', ja: '見本川市(ベトナム)', ko: '견본강시(베트남)' },
      country: 'VN',
    },
    began: '2025-02-06',
    type: 'ksdpl',
    fields: [['air_minum', 'dalam_naskah']],
    papers: river,
    texts: [
      { kind: 'loi', title: 'Pernyataan Kehendak', signed: dayOfPaper(river, 'loi') },
      { kind: 'rencana', title: 'Rencana Kerja Sama', signed: dayOfPaper(river, 'rencana_kerja_sama') },
    ],
    next: { from: day(-40), what: 'Tunggu surat konfirmasi, lalu tetapkan hari penandatanganan' },
  },
  {
    slug: 'gurun-saudi',
    partner: {
      ...government,
      name: 'Kota Contoh Gurun (Arab Saudi)',
      names: {
        en: 'Contoh Desert City (Saudi Arabia)',
        ja: '見本砂漠市(サウジアラビア)',
        ko: '견본사막시(사우디아라비아)',
      },
      native: 'مدينة المثال الصحراوية',
      country: 'SA',
    },
    began: '2026-05-20',
    initiator: 'third_party',
    fields: [['pariwisata', 'ditawarkan']],
    next: { from: '2026-05-20', what: 'Balas surat perkenalan', due: '2026-06-19' },
  },
  {
    slug: 'oasis-mesir',
    partner: {
      ...government,
      name: 'Kota Contoh Oasis (Mesir)',
      names: { en: 'Contoh Oasis City (Egypt)', ja: '見本オアシス市(エジプト)', ko: '견본오아시스시(이집트)' },
      native: 'مدينة واحة المثال',
      country: 'EG',
    },
    began: '2024-08',
    type: 'ksdpl',
    fields: [['pendidikan', 'dalam_naskah']],
    texts: [
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian',
        number: numberOf(8, '2025-09-17'),
        signed: '2025-09-17',
        months: 48,
      },
      { kind: 'arrangement', title: 'Pengaturan Teknis Beasiswa', signed: '2026-01', unfiled: true },
    ],
    next: { from: '2025-10-01', what: 'Lengkapi syarat yang belum ada pada naskah', due: day(30) },
    shown: 'published',
  },
  {
    slug: 'tebing-jerman',
    partner: {
      ...government,
      tier: 'regency',
      name: `Kabupaten ${'Contoh-Tebing-Rekaan-'.repeat(8)}Jerman`,
      names: {
        en: `${'Contoh-Cliff-Invented-'.repeat(8)}District (Germany)`,
        ja: '見本崖郡(ドイツ)',
        ko: '견본절벽군(독일)',
      },
      country: 'DE',
    },
    began: '2023-01-25',
    type: 'ksdpl',
    fields: [['tod', 'dalam_naskah']],
    papers: papersUpTo('loi', '2023-11-06'),
    texts: [
      { kind: 'loi', title: 'Absichtserklärung / Pernyataan Kehendak', signed: '2023-11-06' },
      {
        kind: 'mou',
        title: `Memorandum Saling Pengertian tentang ${'perencanaan kawasan berorientasi angkutan umum dan '.repeat(3)}hal lain`,
        number: numberOf(9, '2026-04-28'),
        signed: '2026-04-28',
        months: 60,
      },
    ],
    shown: 'published',
  },
  {
    slug: 'gunung-turki',
    partner: {
      ...government,
      name: 'Kota Contoh Gunung (Turki)',
      names: { en: 'Contoh Mountain City (Türkiye)', ja: '見本山市(トルコ)', ko: '견본산시(튀르키예)' },
      country: 'TR',
    },
    began: '2022-09-02',
    fields: [['kebudayaan', 'tidak_dilanjutkan']],
    papers: mount,
    texts: [{ kind: 'loi', title: 'Niyet Mektubu / Pernyataan Kehendak', signed: dayOfPaper(mount, 'loi') }],
    notContinued: { on: '2025-12-01', reason: 'Tidak ada jawaban mitra selama dua tahun.' },
    shown: 'published',
  },
  {
    slug: 'tanjung-filipina',
    partner: {
      ...government,
      name: 'Kota Contoh Tanjung (Filipina)',
      names: { en: 'Contoh Cape City (Philippines)', ja: '見本岬市(フィリピン)', ko: '견본곶시(필리핀)' },
      country: 'PH',
    },
    began: '2012-02-14',
    type: 'ksdpl',
    fields: [['layanan_dasar', 'selesai']],
    texts: [
      {
        kind: 'mou',
        title: 'Memorandum of Understanding (menurut Permendagri 3/2008)',
        number: numberOf(10, '2013-07-01'),
        signed: '2013-07-01',
        ends: '2028-06-30',
        terminated: '2024-03-15',
        imported: true,
      },
      {
        kind: 'addendum',
        title: 'Adendum: bidang layanan dasar',
        signed: '2015-08',
        imported: true,
      },
    ],
    shown: 'published',
  },
  {
    slug: 'savana-australia',
    partner: {
      ...government,
      name: 'Kota Contoh Savana (Australia)',
      names: { en: 'Contoh Savanna City (Australia)', ja: '見本草原市(オーストラリア)', ko: '견본초원시(호주)' },
      country: 'AU',
    },
    began: '1995',
    type: 'ksdpl',
    texts: [
      {
        kind: 'mou',
        title: 'Sister City Agreement (menurut SE 193/1652/PUOD 1993)',
        signed: '1995-08',
        ends: '2005-08',
        imported: true,
      },
    ],
    shown: 'published',
  },
  {
    slug: 'pelabuhan-belanda',
    partner: {
      ...government,
      name: 'Kota Contoh Pelabuhan (Belanda)',
      names: { en: 'Contoh Harbour City (Netherlands)', ja: '見本港市(オランダ)', ko: '견본항구시(네덜란드)' },
      country: 'NL',
    },
    began: '2008-06-30',
    type: 'ksdpl',
    fields: [['infrastruktur', 'selesai']],
    texts: [
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian (menurut Permendagri 3/2008)',
        number: numberOf(11, '2009-02-11'),
        signed: '2009-02-11',
        months: 60,
        imported: true,
      },
      {
        kind: 'renewal',
        title: 'Perpanjangan Memorandum Saling Pengertian',
        number: numberOf(12, '2014-02-11'),
        signed: '2014-02-11',
        months: 60,
        replaces: 1,
        imported: true,
      },
    ],
  },
  {
    slug: 'lembah-prancis',
    partner: {
      ...government,
      name: 'Kota Contoh Lembah (Prancis)',
      names: { en: 'Contoh Valley City (France)', ja: '見本谷市(フランス)', ko: '견본계곡시(프랑스)' },
      country: 'FR',
    },
    began: '2011',
    type: 'ksdpl',
    fields: [['kebudayaan', 'berjalan']],
    texts: [
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian tanpa batas waktu (menurut Permendagri 3/2008)',
        number: numberOf(13, '2012-11-05'),
        signed: '2012-11-05',
        isOpenEnded: true,
        imported: true,
      },
    ],
    shown: 'published',
  },
  {
    slug: 'teluk-india',
    partner: {
      ...government,
      name: 'Kota Contoh Teluk (India)',
      names: { en: 'Contoh Bay City (India)', ja: '見本湾市(インド)', ko: '견본만시(인도)' },
      country: 'IN',
    },
    began: '2025-03-03',
    fields: [['teknologi_informasi', 'ditawarkan']],
  },
  {
    slug: 'delta-brasil',
    partner: {
      ...government,
      name: 'Kota Contoh Delta (Brasil)',
      names: { en: 'Contoh Delta City (Brazil)', ja: '見本デルタ市(ブラジル)', ko: '견본삼각주시(브라질)' },
      country: 'BR',
    },
    began: '2026-01-12',
    fields: [['lingkungan_hidup', 'ditawarkan']],
    papers: [
      { kind: 'laporan_penjajakan', on: '2026-03-02' },
      { kind: 'jawaban_mendagri', on: '2026-06-22' },
      {
        kind: 'jawaban_menlu',
        on: '2026-07-13',
        outcome: 'returned',
        note: 'Diminta keterangan tentang kesetaraan mitra.',
      },
    ],
    next: { from: '2026-07-14', what: 'Jelaskan kesetaraan mitra kepada kementerian', due: day(-60) },
    shown: 'withdrawn',
  },
]
