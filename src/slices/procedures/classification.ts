/** Which kind of cooperation a partner can be in, with the article that says so (domain §1.1, D-01). */
import type { Article, CooperationType, Coverage, PartnerKind, Procedure } from './model.ts'
import { procedures } from './versions.ts'

/**
 * The procedure to draw for a relation, or undefined: a partner not yet known, an embassy, an estate, a chamber, a
 * company, or a type whose procedure is not foreign. While the type is empty a foreign local government shows the
 * foreign procedure as an estimate, `provisional` (PP 28/2018 Ps 24: it can only become KSDPL); an institution may still
 * turn out to be no cooperation at all, so nothing is assumed for it. A company is in none of the foreign classes
 * (Ps 24, 36), whatever type was typed.
 */
export function procedureFor(about: {
  cooperationType: CooperationType | undefined
  partnerKind: PartnerKind | undefined
}): { procedure: Procedure; provisional: boolean } | undefined {
  const { cooperationType, partnerKind } = about
  if (partnerKind === undefined) return undefined
  const type = cooperationType ?? (partnerKind === 'foreign_local_government' ? 'ksdpl' : undefined)
  const procedure = Object.values(procedures).find(({ covers }) =>
    covers.some((coverage) => coverage.type === type && coverage.partners.includes(partnerKind)),
  )
  return procedure && { procedure, provisional: cooperationType === undefined }
}

/**
 * The article that keeps a type from a partner, or undefined when it may be recorded. Where a procedure names the
 * partners of a type, only those (PP 28/2018 Ps 24, 36): a company is never a sister city. A foreign local government
 * can be in no other type. `none` says that it is no cooperation, and of a partner whose kind is not known nothing can
 * be said.
 */
export function whyNotPair(about: {
  type: CooperationType | undefined
  partnerKind: PartnerKind | undefined
}): Article | undefined {
  const { type, partnerKind } = about
  if (type === undefined || type === 'none' || partnerKind === undefined) return undefined
  const named = coverages.filter((coverage) => coverage.type === type)
  if (named.some(({ partners }) => partners.includes(partnerKind))) return undefined
  const [misfit] = named.length > 0 ? named : coverages.filter(({ partners }) => isOnlyIn(partners, partnerKind))
  return misfit?.article
}

/** A kind of cooperation that is open to a partner, and the article that opens it. */
export type PossibleType = Pick<Coverage, 'type' | 'article'>

/**
 * The kinds of cooperation a partner can be in, by what it is and whether it sits abroad (undefined: not known); empty
 * where the law has no kind for it (an embassy represents a state; a foreign company comes in through its Indonesian
 * legal entity). That it is no regional cooperation can always be decided and stands in no article, so `none` is not
 * listed.
 */
export function explainType(about: { partnerKind: PartnerKind; isForeign: boolean | undefined }): PossibleType[] {
  const { partnerKind, isForeign } = about
  const ofPlace = [...(isForeign === false ? [] : coverages), ...(isForeign === true ? [] : domestic)]
  const possible = ofPlace.filter(({ partners }) => partners.includes(partnerKind))
  return possible.map(({ type, article }) => ({ type, article }))
}

/**
 * Why no procedure runs yet although the law has one for a kind that is open to the partner. `undecided`: it begins once
 * the type is decided. `absent`: the law has it, this product does not yet. `entity`: a foreign company comes in through
 * its legal entity in Indonesia, as a third party (domain §1.1).
 */
export type Awaited = PossibleType & { why: 'undecided' | 'absent' | 'entity' }

/** The procedures that a relation waits for, by type; empty while one runs, and where the law has no kind for it. */
export function awaitedProcedures(about: {
  cooperationType: CooperationType | undefined
  partnerKind: PartnerKind
  isForeign: boolean | undefined
}): Awaited[] {
  const { cooperationType: type, partnerKind, isForeign } = about
  if (type === 'none' || procedureFor(about) !== undefined) return []
  const open = explainType(about).filter((possible) => type === undefined || possible.type === type)
  const isDrawn = (possible: PossibleType) =>
    procedureFor({ partnerKind, cooperationType: possible.type }) !== undefined
  const awaited = open.map((possible): Awaited => ({ ...possible, why: isDrawn(possible) ? 'undecided' : 'absent' }))
  const isEntity = partnerKind === 'company' && isForeign === true && (type === undefined || type === 'ksdpk')
  return isEntity ? [{ type: 'ksdpk', article: pp('Ps 14', 'I'), why: 'entity' }] : awaited
}

const coverages: readonly Coverage[] = Object.values(procedures).flatMap(({ covers }) => covers)

const pp = (at: string, verified: Article['verified'] = 'V'): Article => ({ law: 'PP 28/2018', at, verified })

/** Kinds inside the country; their procedures come later. Ps 14 names persons, companies and ormas: the rest we infer. */
const domestic: readonly Coverage[] = [
  { type: 'ksdd', partners: ['domestic_region'], article: pp('Ps 2') },
  { type: 'ksdpk', partners: ['company'], article: pp('Ps 14') },
  { type: 'ksdpk', partners: ['estate', 'chamber', 'institution', 'university'], article: pp('Ps 14', 'I') },
  { type: 'sinergi', partners: ['central_body'], article: pp('Ps 46') },
]

/** A foreign local government is named by one kind alone, and no domestic one takes it. */
function isOnlyIn(partners: readonly PartnerKind[], kind: PartnerKind): boolean {
  return kind === 'foreign_local_government' && partners.includes(kind)
}
