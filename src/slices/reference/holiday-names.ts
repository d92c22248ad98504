import { languages, type Language } from '../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import type { HolidayKind } from './model.ts'

export type HolidayId = keyof (typeof words)['id']['holiday']

/** The name of a day off of Indonesia in a language; of joint leave beside it. */
export function holidayName(language: Language, { kind, holiday }: { kind: HolidayKind; holiday: HolidayId }): string {
  const name = words[language].holiday[holiday]
  return kind === 'cuti_bersama' ? words[language].cutiBersamaOf({ name }) : name
}

const others = languages.filter((language) => language !== 'id')

/** The other names of a day off of Indonesia. */
export function otherNames(of: { kind: HolidayKind; holiday: HolidayId }): Record<string, string> {
  return Object.fromEntries(others.map((language) => [language, holidayName(language, of)]))
}

const keyOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const known = new Map(
  (Object.keys(words.id.holiday) as HolidayId[]).flatMap((holiday) =>
    (['nasional', 'cuti_bersama'] as const).map((kind) => [
      keyOf(holidayName('id', { kind, holiday })),
      otherNames({ kind, holiday }),
    ]),
  ),
)

/** The names of a day off beside its Indonesian one: those on record, else those of a day that everybody has. */
export function namesOf(name: string, names: unknown): Record<string, string> {
  const own = (names ?? {}) as Record<string, string>
  return Object.keys(own).length > 0 ? own : (known.get(keyOf(name)) ?? {})
}
