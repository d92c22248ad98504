import { isId } from '../../../shared/ids.ts'
import { standings, themes, type Standing, type Theme } from '../model.ts'

/** What the list is narrowed to by how an issue stands; without one it is all of them. */
export const soughtStandings = ['open', 'unowned', 'overdue', ...standings] as const
export type SoughtStanding = (typeof soughtStandings)[number]

// Names in the address are Indonesian like all of the workspace's addresses.
const names: Record<'open' | 'unowned' | 'overdue', string> = {
  open: 'terbuka',
  unowned: 'tanpa-penanggung-jawab',
  overdue: 'lewat-janji',
}
const nameOf = (standing: SoughtStanding): string =>
  standing in names ? names[standing as keyof typeof names] : standing.replaceAll('_', '-')

export interface SoughtIssues {
  standing?: SoughtStanding
  theme?: Theme
  unit?: string
  relation?: string
  q?: string
}

/** Reads an address. What nobody here knows is left out: an old bookmark shows more rather than an error. */
export function issuesIn(search: URLSearchParams): SoughtIssues {
  const standing = soughtStandings.find((one) => nameOf(one) === search.get('keadaan')) as Standing | undefined
  const theme = themes.find((one) => one === search.get('tema'))
  const unit = search.get('perangkat') ?? ''
  const relation = search.get('kerja-sama') ?? ''
  const q = (search.get('q') ?? '').slice(0, 200)
  return {
    ...(standing !== undefined && { standing }),
    ...(theme !== undefined && { theme }),
    ...(isId(unit) && { unit }),
    ...(isId(relation) && { relation }),
    ...(q !== '' && { q }),
  }
}

/** The same as an address. */
export function addressFor({ standing, theme, unit, relation, q }: SoughtIssues): Record<string, string> {
  return {
    ...(q !== undefined && { q }),
    ...(standing !== undefined && { keadaan: nameOf(standing) }),
    ...(theme !== undefined && { tema: theme }),
    ...(unit !== undefined && { perangkat: unit }),
    ...(relation !== undefined && { 'kerja-sama': relation }),
  }
}
