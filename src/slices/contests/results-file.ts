import type { PortalMade } from '../../platform/portal-made.ts'
import { canonical } from './results-bundle.ts'
import { findResult } from './results-read.ts'
import { isWithdrawn } from './queries.ts'

/** Where the file stands by which anybody computes a result again; the same in every language. */
export const resultPath = (slug: string): string => `/program/lomba/${slug}/hasil.json`

/** The result as a file: criteria, rules, sheets under letters, places, signature. No name of a person. */
export const resultFile: PortalMade = {
  path: resultPath(':slug'),
  async make({ portal, parameters }) {
    const slug = parameters['slug'] ?? ''
    const bundle = await findResult(portal, slug)
    if (bundle !== undefined) return { type: 'application/json; charset=utf-8', body: `${canonical(bundle)}\n` }
    return (await isWithdrawn(portal, slug)) ? 'gone' : undefined
  },
}
