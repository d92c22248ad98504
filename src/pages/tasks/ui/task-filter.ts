import { isId } from '../../../shared/ids.ts'
import { standings, type Standing } from '../../../slices/followup/model.ts'

// Names in the address are Indonesian like all of the workspace's addresses.
const standingNames: Record<Standing, string> = {
  open: 'terbuka',
  overdue: 'lewat-waktu',
  unowned: 'tanpa-penanggung-jawab',
  stuck: 'terkendala',
  answered: 'dijawab',
  ended: 'selesai',
}

export interface Sought {
  standing: Standing
  unit?: string
  mine?: 'true'
  q?: string
  relation?: string
}

/** Reads an address. What nobody here knows is left out: an old bookmark shows more rather than an error. */
export function soughtIn(search: URLSearchParams): Sought {
  const standing = standings.find((each) => standingNames[each] === search.get('keadaan')) ?? 'open'
  const unit = search.get('perangkat') ?? ''
  const relation = search.get('kerja-sama') ?? ''
  const q = (search.get('q') ?? '').slice(0, 200)
  return {
    standing,
    ...(isId(unit) && { unit }),
    ...(search.get('saya') === '1' && { mine: 'true' as const }),
    ...(q !== '' && { q }),
    ...(isId(relation) && { relation }),
  }
}

/** The same as an address. */
export function addressFor({ standing, unit, mine, q, relation }: Sought): Record<string, string> {
  return {
    ...(q !== undefined && { q }),
    ...(standing !== 'open' && { keadaan: standingNames[standing] }),
    ...(unit !== undefined && { perangkat: unit }),
    ...(mine !== undefined && { saya: '1' }),
    ...(relation !== undefined && { 'kerja-sama': relation }),
  }
}

export const isFiltered = ({ standing, unit, mine, q, relation }: Sought): boolean =>
  standing !== 'open' || [unit, mine, q, relation].some((part) => part !== undefined)
