import type { DateText, PartialDate } from '../../shared/dates.ts'

export type StoryId = '000' | '001' | '002' | '003' | '004'

export interface Story {
  id: StoryId
  /** When it happened, as far as the story tells. */
  occurredOn: PartialDate
  /** The weekday of a story that names a weekday and no date; a key of `words.weekday`. */
  weekdayNote?: 'thursday'
  /** The day that [Pada harinya] sets; absent where the day is not known, and then there is no such link. */
  tanggal?: DateText
  /** Last part of `/kerja-sama/<slug>`; absent until the relation has its page, and then [Buka] leads here. */
  relationSlug?: string
  /** Headline as printed, in Indonesian; absent where the story came without one. */
  title?: string
}

/** The five stories in the order of the home page. Everything in words is in `messages`, under `story` and `storyKey`. */
export const stories: readonly Story[] = [
  { id: '002', occurredOn: '2025-07-24', tanggal: '2025-07-24', relationSlug: 'kota-bekasi-izumisano' },
  { id: '004', occurredOn: '2025-10-21', tanggal: '2025-10-21', relationSlug: 'kab-bekasi-jababeka' },
  {
    id: '000',
    occurredOn: '2024-06-28',
    tanggal: '2024-06-28',
    relationSlug: 'kab-bekasi-kedutaan-besar-jepang',
    title: 'Jepang: Kerja Sama Ekonomi dengan Bekasi Diperkuat',
  },
  {
    id: '001',
    occurredOn: '2022-02-03',
    tanggal: '2022-02-03',
    relationSlug: 'kota-bandung-kedutaan-besar-jepang',
  },
  { id: '003', occurredOn: '2023', weekdayNote: 'thursday', relationSlug: 'kab-bekasi-pihak-korea-selatan' },
]

/** The key of a story in `words.story`. */
export function storyKey(id: StoryId): `s${StoryId}` {
  return `s${id}`
}
