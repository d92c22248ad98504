import { languages } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'
import { activityTitle } from './embed.tsx'
import { words } from './messages/words.gen.ts'
import type { PublishedActivity } from './model.ts'

/**
 * What a reader finds a published activity by, folded: its titles first, then who took part and what was said. It takes
 * the published document and nothing else, so no word leads to a page that does not show it.
 */
export function searchTextOf(activity: PublishedActivity): string {
  const { about, kind, topics, place, participants, statements, partner, region } = activity
  // Copies of before there were points hold none.
  const points = (activity.points as PublishedActivity['points'] | undefined) ?? []
  const titles = languages.map((language) => activityTitle(language, activity))
  const told = languages.flatMap((language) => [
    kind && words[language].kind[kind],
    ...topics.map((topic) => words[language].topic[topic]),
    ...points.map(({ theme }) => theme && words[language].theme[theme]),
  ])
  const people = [...participants, ...statements.map(({ speaker }) => speaker)].flatMap((one) => [
    `${one.givenName} ${one.familyName}`.trim(),
    'organisation' in one ? one.organisation : undefined,
    'role' in one ? one.role : undefined,
  ])
  const names = [partner, region].flatMap((one) => (one ? [one.name, ...Object.values(one.names ?? {})] : []))
  const said = [
    ...[...points, ...statements].map((one) => one.words),
    ...(activity.summary?.blocks ?? []).map(({ text }) => text),
  ]
  const all = [...titles, about, place, ...told, ...people, ...names, ...said]
  return foldForSearch([...new Set(all.filter((text) => text !== undefined && text !== ''))].join(' '))
}
