import { languages } from '../../shared/languages.ts'
import { foldForSearch } from '../../shared/text.ts'
import { words as procedureWords } from '../procedures/messages/words.gen.ts'
import { countryName, isOffice } from '../reference/model.ts'
import { words as referenceWords } from '../reference/messages/words.gen.ts'
import { fieldName } from './embed.tsx'
import type { PublishedRelation, PublishedText } from './model.ts'
import { words } from './ui/messages/words.gen.ts'

/**
 * What a reader finds a published relation by, folded: the names in every script first, then what its page says in the
 * four languages. It takes the published document and nothing else, so no word leads to a page that does not show it.
 */
export function searchTextOf(relation: PublishedRelation): string {
  const { partner, label, region, cooperationType: type } = relation
  const names = [partner?.name, partner?.nativeName, ...Object.values(partner?.names ?? {}), label]
  const told = languages.flatMap((language) => [
    partner?.country === undefined ? undefined : countryName(language, partner.country),
    ...relation.fields.map((field) => fieldName(language, field)),
    type === undefined ? undefined : procedureWords[language].type[type],
    ...relation.texts.map(({ kind }) => words[language].texts.kind[kind]),
    ...officesOf(relation.texts).map((office) => referenceWords[language].office[office]),
  ])
  const facts = [relation.purpose, ...relation.profile.map((fact) => fact.words)]
  const ofRegion = [region.name, ...Object.values(region.names ?? {})]
  const all = [...names, ...told, ...relation.texts.flatMap(saidIn), ...facts, ...ofRegion]
  return foldForSearch([...new Set(all.filter((text) => text !== undefined && text !== null))].join(' '))
}

const saidIn = ({ title, numberOurs, numberTheirs, signedAt, signatories }: PublishedText) => [
  title,
  numberOurs,
  numberTheirs,
  signedAt,
  ...signatories.map(({ name }) => name),
]

const officesOf = (texts: readonly PublishedText[]) =>
  texts.flatMap(({ signatories }) => signatories.map(({ office }) => office)).filter((o) => o !== null && isOffice(o)) // prettier-ignore
