import { addCountryFact, publishCountry } from '../partners/commands.ts'
import type { CountryFactKind } from '../partners/model.ts'
import { tell, type Passage, type Speaker, type Story } from './telling.ts'

interface SaidOfCountry extends Passage {
  kind: CountryFactKind
  /** Our own words in Indonesian. Where the story gives no number they say so. */
  words: string
}

/** Enters what a story says of a country, each with its passage, and makes the country's page public. */
export async function tellOfCountry(
  story: Story,
  { country, said }: { country: string; said: readonly SaidOfCountry[] },
): Promise<void> {
  const { call, day } = story
  for (const { kind, words, ...passage } of said) {
    const { id } = await addCountryFact(call, { country, kind, words, occurredOn: day })
    await tell(story, { of: id, field: 'words', ...passage })
  }
  await publishCountry(call, { country })
}

const dani: Speaker = { name: 'Dani Ramdan', office: 'bupati', capacity: 'pj' }

/** Story 000 of Japan, as Kab. Bekasi hears it. */
export const japanInBekasi = (masaki: Speaker): SaidOfCountry[] => [
  {
    kind: 'residents',
    words: 'Warga Jepang sudah menjadi pemandangan sehari-hari di Kabupaten Bekasi; jumlahnya tidak disebut.',
    by: dani,
    told: ({ s000 }) => s000.residents,
    span: [2111, 2181],
  },
  {
    kind: 'investment',
    words:
      'Banyak industri manufaktur di Kabupaten Bekasi merupakan penanaman modal perusahaan Jepang; jumlah dan nilainya tidak disebut.',
    by: dani,
    told: ({ s000 }) => s000.investmentNoFigure,
    span: [1967, 2110],
  },
  {
    kind: 'absorption',
    words:
      'Tenaga kerja setempat terserap oleh perusahaan Jepang; pelatihan dan SMK diarahkan ke kebutuhan perusahaan. Angkanya tidak disebut.',
    by: dani,
    told: ({ s000 }) => s000.workers,
    span: [2307, 2562],
  },
  {
    kind: 'standing',
    words: 'Kerja sama budaya dinilai Duta Besar sebagai salah satu kekuatan yang terjaga.',
    by: masaki,
    told: ({ s000 }) => s000.culture,
    span: [1082, 1210],
  },
]

/** Story 001 of Japan, as Kota Bandung hears it. */
export const japanInBandung = (ambassador: string): SaidOfCountry[] => [
  {
    kind: 'potential',
    words: 'Potensi kerja sama dengan Jepang antara lain ketenagakerjaan dan lingkungan hidup.',
    told: ({ s001 }) => s001.potential,
    span: [205, 323],
  },
  {
    kind: 'market',
    words:
      'Duta Besar menilai Indonesia sangat penting, terutama dari sisi pasar dan investasi; angkanya tidak disebut.',
    by: { name: 'Kanasugi', office: 'duta_besar', person: ambassador, occasion: 'at_the_meeting' },
    told: ({ s001 }) => s001.marketNoFigure,
    span: [1149, 1231],
  },
]

/** Story 003 of South Korea. Whom Kab. Bekasi deals with there nobody says. */
export const koreaInBekasi = (chair: string): SaidOfCountry[] => [
  {
    kind: 'potential',
    words: 'Penjabat Bupati terutama tertarik pada pekerja musiman; jumlahnya tidak disebut.',
    by: dani,
    told: ({ s003 }) => s003.seasonalNoFigure,
    span: [1020, 1065],
  },
  {
    kind: 'potential',
    words: 'Ketua Kadin menyebut tujuannya keterhubungan budaya dan kontak sosial antarpenduduk.',
    by: { name: 'Heri Noviar', office: 'ketua_kadin', person: chair },
    told: ({ s003 }) => s003.contact,
    span: [2014, 2144],
  },
  {
    kind: 'note',
    words:
      'Diberitakan: nota kesepahaman ditandatangani dengan pihak Korea Selatan. Naskah belum ada, mitra belum disebut.',
    told: ({ s003 }) => s003.signing,
    span: [40, 189],
  },
]
