import type { Language } from '../../../shared/languages.ts'
import { words } from './messages/words.gen.ts'
import type { ContestView } from './view.ts'

/** What the form of an edition holds, as typed. */
export const noValues = {
  title: '',
  organiserUnit: '',
  about: '',
  organiserWords: '',
  occasion: '',
  opensOn: '',
  closesOn: '',
  closesTime: '',
  contestOn: '',
  announceOn: '',
  lookBackOn: '',
  purgeOn: '',
  tiers: '',
  goals: '',
  leniency: '',
  excludesLastWinner: '',
  wantsPhotos: '',
}
export type ContestValues = typeof noValues

export function valuesOf(contest: ContestView): ContestValues {
  return {
    title: contest.title,
    organiserUnit: contest.organiser.id,
    about: contest.about ?? '',
    organiserWords: contest.organiserWords ?? '',
    occasion: contest.occasion ?? '',
    opensOn: contest.opensOn ?? '',
    closesOn: contest.closesOn ?? '',
    closesTime: contest.closesTime ?? '',
    contestOn: contest.contestOn ?? '',
    announceOn: contest.announceOn ?? '',
    lookBackOn: contest.lookBackOn ?? '',
    purgeOn: contest.purgeOn ?? '',
    tiers: contest.tiers.join(', '),
    goals: contest.goals.join(', '),
    leniency: contest.leniency ?? '',
    excludesLastWinner: contest.excludesLastWinner ? '1' : '',
    wantsPhotos: contest.wantsPhotos ? '1' : '',
  }
}

const listOf = (text: string): string[] =>
  text
    .split(/[,;、]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What was changed, as the contract takes it: an emptied value is taken off. */
export function mendOf(values: ContestValues, base: ContestValues) {
  const changed = (name: keyof ContestValues) => values[name].trim() !== base[name].trim()
  const text = (name: keyof ContestValues) =>
    changed(name) ? { [name]: values[name].trim() === '' ? null : values[name].trim() } : {}
  return {
    ...(changed('title') && { title: values.title }),
    ...text('about'),
    ...text('organiserWords'),
    ...text('occasion'),
    ...text('opensOn'),
    ...text('closesOn'),
    ...(changed('closesTime') && { closesTime: values.closesTime.trim().replace('.', ':') || null }),
    ...text('contestOn'),
    ...text('announceOn'),
    ...text('lookBackOn'),
    ...text('purgeOn'),
    ...text('leniency'),
    ...(changed('tiers') && { tiers: listOf(values.tiers) }),
    ...(changed('goals') && { goals: listOf(values.goals).map(Number) }),
    ...(changed('excludesLastWinner') && { excludesLastWinner: values.excludesLastWinner === '1' }),
    ...(changed('wantsPhotos') && { wantsPhotos: values.wantsPhotos === '1' }),
  }
}

/** The controls by the names of the contract, for errors. */
export function contestFields(language: Language): Record<keyof ContestValues, { id: string; label: string }> {
  const { field } = words[language]
  return Object.fromEntries(
    (Object.keys(noValues) as (keyof ContestValues)[]).map((name) => [
      name,
      { id: `contest-${name}`, label: field[name] },
    ]),
  ) as Record<keyof ContestValues, { id: string; label: string }>
}
