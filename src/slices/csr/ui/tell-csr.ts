import type { Language } from '../../../shared/languages.ts'
import type { RowChange } from '../../ledger/model.ts'
import { tellRow, type RowWords, type Told } from '../../relations/ui/tell-row.ts'
import { words as sliceWords } from '../messages/words.gen.ts'
import { words } from './messages/words.gen.ts'

/** How a history tells the rows of CSR, in the shape of the relation's own (relations/ui/tell-row.ts). */
export function csrRowWords(language: Language) {
  const { need, match, realisation, offer } = words[language]
  const { file, field, standing, report, page } = sliceWords[language]
  return {
    'csr.needs': {
      what: file.need,
      columns: {
        title: need.title,
        village: need.village,
        district: need.district,
        field: need.field,
        cost: need.cost,
        year: need.year,
        musrenbang: need.musrenbang,
        apbd_words: need.apbdWords,
        standing: page.standing,
      },
      catalogue: { field, standing },
      amounts: ['cost'],
      silent: ['slug', 'text_lang', 'photo', 'photo_caption', 'unit', 'apbd', 'entered_on', 'moved_on'],
    },
    'csr.need_relations': { what: need.relation, columns: {}, silent: ['need', 'relation'] },
    'csr.matches': {
      what: match.title,
      columns: { committed: match.committed, in_kind: match.inKind, matched_on: file.matched },
      amounts: ['committed'],
      silent: ['need', 'offer', 'proposed', 'grounds', 'overlap_words', 'ended_on'],
    },
    'csr.offers': {
      what: match.offer,
      columns: { what: offer.what, ceiling: offer.ceiling },
      amounts: ['ceiling'],
      silent: ['partner'],
    },
    'csr.realisations': {
      what: realisation.title,
      columns: {
        occurred_on: realisation.day,
        value: realisation.value,
        in_kind: realisation.inKind,
        bast: realisation.bast,
        standing: page.standing,
      },
      catalogue: { standing: report },
      amounts: ['value'],
      silent: ['match', 'position', 'words_lang', 'hibah', 'reported_on', 'reported_link', 'answer_lang', 'answered_on', 'answered_link', 'voided_on'], // prettier-ignore
    },
    'csr.evidence': { what: realisation.evidence, columns: {}, silent: ['realisation', 'file', 'side', 'position'] },
  }
}

/** Tells what an act changed of a need and of what belongs to it. */
export function tellNeed(language: Language, changes: readonly RowChange[]): Told {
  const rows: Record<string, RowWords> = csrRowWords(language)
  const told = changes.flatMap((change) => {
    const of = rows[change.table]
    return of === undefined ? [] : [tellRow(language, change, of)]
  })
  return { lines: told.flatMap(({ lines }) => lines), others: told.reduce((sum, { others }) => sum + others, 0) }
}
