import { attended } from '../../../slices/agenda/model.ts'
import { countShown, type FieldView } from '../../../slices/relations/ui/view.ts'
import type { ActivityView } from './use-page.ts'

/** "6/9": named of offered. */
export function countNamed(fields: readonly FieldView[]): string {
  const { named, offered } = countShown(fields)
  return named === offered ? String(offered) : `${named}/${offered}`
}

/** What a source says of somebody who took part: which official of the region, which person of the partner. */
export const presence = ['official', 'person', 'organisation'] as const

export type Met = ActivityView['participants'][number] & { activity: ActivityView }

/** Everybody who took part by name, once for each name and office, at the newest activity where she was seen. */
export function peopleOf(activities: readonly ActivityView[]): Met[] {
  const met = activities.flatMap((activity) =>
    attended(activity.participants).map((person) => ({ ...person, activity })),
  )
  const seen = new Set<string>()
  return met.filter(({ givenName, familyName, office }) => {
    if (givenName === '' && familyName === '') return false
    const who = `${givenName}|${familyName}|${office}`
    return !seen.has(who) && seen.add(who)
  })
}
