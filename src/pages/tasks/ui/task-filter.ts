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
}

/** Reads an address. What nobody here knows is left out: an old bookmark shows more rather than an error. */
export function soughtIn(search: URLSearchParams): Sought {
  const standing = standings.find((each) => standingNames[each] === search.get('keadaan')) ?? 'open'
  const unit = search.get('perangkat') ?? ''
  const q = (search.get('q') ?? '').slice(0, 200)
  return {
    standing,
    ...(isId(unit) && { unit }),
    ...(search.get('saya') === '1' && { mine: 'true' as const }),
    ...(q !== '' && { q }),
  }
}

/** The same as an address. */
export function addressFor({ standing, unit, mine, q }: Sought): Record<string, string> {
  return {
    ...(q !== undefined && { q }),
    ...(standing !== 'open' && { keadaan: standingNames[standing] }),
    ...(unit !== undefined && { perangkat: unit }),
    ...(mine !== undefined && { saya: '1' }),
  }
}

export const isFiltered = ({ standing, unit, mine, q }: Sought): boolean =>
  standing !== 'open' || unit !== undefined || mine !== undefined || q !== undefined
