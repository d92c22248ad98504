import { formatDate, formatList } from '../../../shared/format.ts'
import type { Language } from '../../../shared/languages.ts'
import { words as referenceWords } from '../../reference/messages/words.gen.ts'
import { isOffice } from '../../reference/model.ts'
import type { PublishedText } from '../model.ts'
import { words } from './messages/words.gen.ts'

/** What is told of a text; where the original and its copy lie is told inside only. */
export type ToldText = Omit<PublishedText, 'id' | 'kind' | 'title' | 'on' | 'file' | 'terminatedOn'> & {
  originalAt?: string | null
  certifiedCopyOn?: string | null
}

/** Numbers, days, term and signatories of a text as terms and values; what is not known has no row, but for the term. */
export function textFacts(text: ToldText, language: Language): [string, string][] {
  const w = words[language].texts
  const day = (date: string | null | undefined) => (date == null ? undefined : formatDate(date, language))
  const facts: [string, string | undefined][] = [
    [w.signedOn, [day(text.signedOn), text.signedAt].filter((part) => part != null).join(', ') || undefined],
    [w.numberOurs, text.numberOurs ?? undefined],
    [w.numberTheirs, text.numberTheirs ?? undefined],
    [w.beginsOn, day(text.beginsOn)],
    [w.term, termOf(text, language)],
    [
      w.signatories,
      formatList(
        text.signatories.map((one) => signatoryOf(one, language)),
        language,
      ) || undefined,
    ],
    [w.originalAt, text.originalAt ?? undefined],
    [w.certifiedCopyOn, day(text.certifiedCopyOn)],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined)
}

/** The term as it was agreed. Nobody assumes one: unknown is said. */
function termOf({ isOpenEnded, termMonths, lastDay }: ToldText, language: Language): string {
  const w = words[language].texts
  if (isOpenEnded) return w.openEnded
  const until = lastDay === null ? undefined : w.until({ date: formatDate(lastDay, language) })
  if (termMonths !== null) return [w.months({ n: termMonths }), until].filter((part) => part !== undefined).join(', ')
  return until ?? w.termUnknown
}

function signatoryOf({ name, office, capacity }: ToldText['signatories'][number], language: Language): string {
  const held = office !== null && isOffice(office) ? referenceWords[language].office[office] : office
  const acting = capacity === null || capacity === 'definitif' ? '' : `${words[language].record.capacity[capacity]} `
  return held === null ? name : `${name} (${acting}${held})`
}
