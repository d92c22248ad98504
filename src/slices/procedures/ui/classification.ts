import type { Language } from '../../../shared/languages.ts'
import {
  awaitedProcedures,
  citationOf,
  explainType,
  whyNotPair,
  type CooperationType,
  type PartnerKind,
  type PossibleType,
} from '../model.ts'
import { words as procedureWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** Why a type is open to a partner: one sentence and the article. */
export interface TypeReason {
  type: PossibleType['type']
  why: string
  article: string
}

/** The kinds of cooperation open to a partner, each with its reason; empty where the law has none. */
export function typeReasons(
  language: Language,
  about: { partnerKind: PartnerKind; isForeign: boolean | undefined },
): TypeReason[] {
  const { why } = words[language].classification
  return explainType(about).map(({ type, article }) => ({ type, why: why[type], article: citationOf(article) }))
}

/** What becomes of the procedure while none runs, a sentence with its article for each kind that the law opens. */
export function awaitedSentences(language: Language, about: Parameters<typeof awaitedProcedures>[0]): string[] {
  const { awaits } = words[language].classification
  return awaitedProcedures(about).map(({ type, article, why }) =>
    awaits[why]({
      type: type === 'sinergi' ? procedureWords[language].type.sinergi : type.toUpperCase(),
      article: citationOf(article),
    }),
  )
}

/** "Kota bersaudara … hanya dengan pemerintah daerah di luar negeri (PP 28/2018 Ps 24)."; undefined when they fit. */
export function misfitSentence(
  language: Language,
  { type, partnerKind }: { type: CooperationType | undefined; partnerKind: PartnerKind | undefined },
): string | undefined {
  const article = whyNotPair({ type, partnerKind })
  if (article === undefined) return undefined
  const { misfit } = words[language].classification
  const sentence = type === 'ksdpl' || type === 'ksdll' ? misfit[type] : misfit.other
  return sentence({ article: citationOf(article) })
}
