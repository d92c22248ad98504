import type { CountryFact, PublishedCountry } from '../../slices/partners/model.ts'

/** How a statement stands to the public page: on it as it is, on it as it was, or only inside. */
export const standings = ['public', 'changed', 'inside'] as const
export type Standing = (typeof standings)[number]

/** Compares a statement and its sources with the copy that is public. */
export function standingOf(
  { id, rev }: Pick<CountryFact, 'id' | 'rev'>,
  { whole, published }: { whole: PublishedCountry; published: PublishedCountry | undefined },
): Standing {
  const copy = published?.facts.find((fact) => fact.id === id)
  if (published === undefined || copy === undefined) return 'inside'
  const linesOf = ({ provenance }: PublishedCountry) =>
    provenance.filter(({ subject }) => subject === id).map((line) => line.id).join(' ') // prettier-ignore
  return copy.rev === rev && linesOf(whole) === linesOf(published) ? 'public' : 'changed'
}
