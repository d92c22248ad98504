/** Invented universities, institutions and chambers, abroad and at home. */
import { day } from './contoh-day.ts'
import type { SampleRelation } from './contoh-entering.ts'
import { dayOfPaper, papersUpTo } from './contoh-papers.ts'
import { numberOf } from './contoh-texts.ts'

const water = papersUpTo('surat_konfirmasi', '2025-01-20')

export const institutions: readonly SampleRelation[] = [
  {
    slug: 'institut-air-belanda',
    partner: {
      kind: 'institution',
      name: 'Institut Contoh Air dan Sampah (Belanda)',
      names: {
        en: 'Contoh Institute for Water and Waste (Netherlands)',
        ja: '見本水・廃棄物研究所(オランダ)',
        ko: '견본물폐기물연구소(네덜란드)',
      },
      country: 'NL',
      countries: 11,
    },
    began: '2022-06-01',
    type: 'ksdll',
    fields: [
      ['limbah_cair', 'berjalan'],
      ['sanitasi', 'dalam_naskah'],
    ],
    papers: water,
    texts: [
      { kind: 'loi', title: 'Pernyataan Kehendak', signed: dayOfPaper(water, 'loi') },
      { kind: 'rencana', title: 'Rencana Kerja Sama', signed: dayOfPaper(water, 'rencana_kerja_sama') },
      {
        kind: 'mou',
        title: 'Memorandum Saling Pengertian',
        number: numberOf(14, '2025-02-12'),
        signed: '2025-02-12',
        months: 60,
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Laboratorium Air',
        number: numberOf(15, '2025-08-19'),
        signed: '2025-08-19',
        months: 36,
      },
    ],
    next: { from: day(-15), what: 'Susun laporan pelaksanaan', due: day(75) },
    shown: 'published',
  },
  {
    slug: 'yayasan-korea',
    partner: {
      kind: 'institution',
      name: 'Yayasan Contoh Persahabatan (Korea Selatan)',
      names: { en: 'Contoh Friendship Foundation (South Korea)', ja: '見本友好財団(韓国)', ko: '견본우호재단' },
      native: '견본우호재단',
      country: 'KR',
    },
    began: '2026-08-25',
    fields: [['kebudayaan', 'ditawarkan']],
    shown: 'published',
  },
  {
    slug: 'universitas-jepang',
    partner: {
      kind: 'university',
      name: 'Universitas Contoh Timur Laut (Jepang)',
      names: { en: 'Contoh Northeast University (Japan)', ja: '見本東北大学', ko: '견본동북대학(일본)' },
      native: '見本東北大学',
      country: 'JP',
    },
    began: '2026-04-06',
    type: 'ksdll',
    fields: [['pendidikan', 'ditawarkan']],
    papers: [{ kind: 'laporan_penjajakan', on: '2026-09-07' }],
    next: { from: day(-60), what: 'Minta pandangan Kementerian Dalam Negeri', due: day(10) },
  },
  {
    slug: 'universitas-nusantara',
    partner: {
      kind: 'university',
      name: 'Universitas Contoh Nusantara',
      names: { en: 'Contoh Nusantara University', ja: '見本ヌサンタラ大学', ko: '견본누산타라대학교' },
      country: 'ID',
      aliases: ['UCN'],
    },
    began: '2021-09-13',
    type: 'ksdpk',
    fields: [
      ['pendidikan', 'berjalan'],
      ['sumber_daya_manusia', 'berjalan'],
    ],
    texts: [
      {
        kind: 'mou',
        title: 'Nota Kesepakatan',
        number: numberOf(16, '2022-05-21'),
        signed: '2022-05-21',
        ends: day(180),
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Kuliah Kerja Nyata',
        number: numberOf(17, '2022-07-04'),
        signed: '2022-07-04',
        ends: day(90),
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Beasiswa Perangkat Desa',
        number: numberOf(18, '2023-02-20'),
        signed: '2023-02-20',
        ends: day(-60),
      },
    ],
    next: { from: day(-5), what: 'Bahas perpanjangan dengan rektorat', due: day(60) },
    shown: 'published',
  },
  {
    slug: 'politeknik',
    partner: {
      kind: 'university',
      name: 'Politeknik Contoh Muara',
      names: { en: 'Contoh Estuary Polytechnic', ja: '見本河口工科専門学校', ko: '견본하구폴리텍' },
      country: 'ID',
    },
    began: '2024-01-29',
    type: 'ksdpk',
    fields: [['pendidikan_vokasi', 'berjalan']],
    texts: [
      {
        kind: 'mou',
        title: 'Nota Kesepakatan Pendidikan Vokasi',
        number: numberOf(19, '2024-05-22'),
        signed: '2024-05-22',
        ends: day(181),
      },
      {
        kind: 'agreement',
        title: 'Perjanjian Kerja Sama Magang',
        number: numberOf(20, '2024-08-12'),
        signed: '2024-08-12',
        ends: day(181),
      },
    ],
    shown: 'published',
  },
  {
    slug: 'lembaga-literasi',
    partner: {
      kind: 'institution',
      name: 'Lembaga Contoh Literasi',
      names: { en: 'Contoh Literacy Institute', ja: '見本識字協会', ko: '견본문해협회' },
      country: 'ID',
    },
    began: '2018-02-05',
    type: 'ksdpk',
    fields: [['pelayanan_publik', 'berjalan']],
    texts: [
      {
        kind: 'mou',
        title: 'Nota Kesepahaman (menurut PP 50/2007)',
        number: numberOf(21, '2018-03-01'),
        signed: '2018-03-01',
        months: 60,
        imported: true,
      },
      {
        kind: 'renewal',
        title: 'Perpanjangan Nota Kesepahaman',
        number: numberOf(22, '2023-02-27'),
        signed: '2023-02-27',
        begins: '2023-03-01',
        months: 60,
        replaces: 1,
      },
      {
        kind: 'addendum',
        title: 'Adendum: perpustakaan keliling',
        number: numberOf(23, '2024-11-11'),
        signed: '2024-11-11',
      },
    ],
    shown: 'published',
  },
  {
    slug: 'kamar-dagang-contoh',
    partner: {
      kind: 'chamber',
      name: 'Kamar Dagang Contoh',
      names: { en: 'Contoh Chamber of Commerce', ja: '見本商工会議所', ko: '견본상공회의소' },
      country: 'ID',
    },
    began: '2020-10-19',
    type: 'ksdpk',
    fields: [['perdagangan', 'berjalan']],
    texts: [
      {
        kind: 'mou',
        title: 'Nota Kesepakatan (jangka waktu tidak disebut)',
        number: numberOf(24, '2020-11-30'),
        signed: '2020-11-30',
      },
    ],
    shown: 'published',
  },
  {
    slug: 'kamar-dagang-korea',
    partner: {
      kind: 'chamber',
      name: 'Kamar Dagang Contoh Seberang (Korea Selatan)',
      names: {
        en: 'Contoh Overseas Chamber of Commerce (South Korea)',
        ja: '見本海外商工会議所(韓国)',
        ko: '견본해외상공회의소',
      },
      native: '견본해외상공회의소',
      country: 'KR',
    },
    began: '2017-05-15',
    fields: [['industri', 'selesai']],
    texts: [
      {
        kind: 'agreement',
        title: 'Perjanjian Promosi Bersama',
        number: numberOf(25, '2017-09-09'),
        signed: '2017-09-09',
        months: 24,
      },
    ],
  },
]
