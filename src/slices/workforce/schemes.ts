import type { Standing } from './model.ts'

/** How far a shipped line was checked: V2 read at second hand, M professional knowledge; both are shown as "perlu diperiksa". */
type Checked = 'V2' | 'M'

export interface SchemeSource {
  name: string
  url: string
  /** A state body says it of what is its own, as seen on this day; every other source is another outlet. */
  officialOn?: string | undefined
}

export interface ShippedStanding {
  scheme: SchemeId
  standing: Standing
  /** Valid from; a part of a date where no more is known. */
  since: string
  /** Since when it holds its source does not say: it was seen on this day, which is `since` too. */
  seenOn?: string
  /** Announced: from when. */
  startsOn?: string
  sources: readonly SchemeSource[]
  verified: Checked
  lookAgainOn?: string
}

/** Programmes abroad that the product knows; their names and notes stand in the messages. */
export const schemeCountries = {
  jp_ssw: 'JP',
  jp_ikusei_shuro: 'JP',
  jp_titp: 'JP',
  kr_eps: 'KR',
  kr_seasonal: 'KR',
} as const
export type SchemeId = keyof typeof schemeCountries
export const schemeIds = Object.keys(schemeCountries) as SchemeId[]

export const isShippedScheme = (id: string): id is SchemeId => Object.hasOwn(schemeCountries, id)

const at = (name: string, url: string): SchemeSource => ({ name, url })
/** Read on the day on which the whole list was. */
const officially = (name: string, url: string): SchemeSource => ({ name, url, officialOn: '2026-11-21' })

/**
 * What is shipped of their standing, the same for every region; a region's own statement takes the place of an earlier
 * one. All of it was read at second hand in November 2026: it is shown with its source and "perlu diperiksa", and what
 * no official source says is shown inside alone until an officer makes it the region's own (docs/decisions/0023).
 */
export const shippedStandings: readonly ShippedStanding[] = [
  {
    scheme: 'jp_ssw',
    standing: 'dibuka',
    since: '2019-06',
    // The ministry tells how to register, not since when.
    sources: [
      at('ohayojepang.kompas.com', 'https://ohayojepang.kompas.com/read/2898'),
      officially('bantuan.kemnaker.go.id (43000586029)', 'https://bantuan.kemnaker.go.id'),
    ],
    verified: 'V2',
    lookAgainOn: '2027-01-31',
  },
  {
    scheme: 'jp_ikusei_shuro',
    standing: 'diumumkan',
    since: '2024-06',
    startsOn: '2027-04-01',
    sources: [
      at('japanono.com', 'https://japanono.com/news/953'),
      at('kumano-visa.com', 'https://kumano-visa.com/?p=921'),
    ],
    verified: 'V2',
    lookAgainOn: '2027-04-01',
  },
  {
    // Since when it takes people from here no source of ours says.
    scheme: 'jp_titp',
    standing: 'dibuka',
    since: '2026-11-21',
    seenOn: '2026-11-21',
    sources: [at('arimura.xii.jp', 'https://arimura.xii.jp/ikuseishuroustart.html')],
    verified: 'M',
    lookAgainOn: '2027-04-01',
  },
  {
    scheme: 'jp_titp',
    standing: 'ditutup',
    since: '2027-04-01',
    sources: [at('japanono.com', 'https://japanono.com/news/953')],
    verified: 'V2',
  },
  {
    scheme: 'kr_eps',
    standing: 'dibuka',
    since: '2024',
    sources: [
      at('apakabaronline.com', 'https://apakabaronline.com'),
      at('voiceindonesia.co', 'https://voiceindonesia.co'),
    ],
    verified: 'V2',
    lookAgainOn: '2027-01-31',
  },
  {
    scheme: 'kr_seasonal',
    standing: 'dihentikan_sementara',
    since: '2024-12',
    sources: [
      at(
        'jpnn.com',
        'https://m.jpnn.com/news/penyebab-indonesia-dapat-sanksi-pembatasan-pekerja-musiman-dari-pemerintah-korsel-selama-3-tahun',
      ),
      at(
        'kanalnews.co',
        'https://kanalnews.co/ekonomi/korea-selatan-sanksi-indonesia-batasi-datangkan-pekerja-musiman-selama-tiga-tahun-begini-sikap-baleg-dpr-ri',
      ),
    ],
    verified: 'V2',
    lookAgainOn: '2026-12-31',
  },
]

/** Where nobody but governments and designated bodies may choose, arrange or hire, and since when. */
export const brokerBans: readonly { scheme: SchemeId; since: string; law: string; sources: readonly SchemeSource[] }[] =
  [
    {
      scheme: 'kr_seasonal',
      since: '2026-01-23',
      law: '출입국관리법',
      sources: [
        at('sisatopic.com', 'http://sisatopic.com/print.php?aid=172219151004'),
        at('bokjikorea.kr', 'https://bokjikorea.kr/content.asp?idx=40295'),
      ],
    },
  ]
