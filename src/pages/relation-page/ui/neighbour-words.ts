import type { Language } from '../../../shared/languages.ts'
import { csrRowWords } from '../../../slices/csr/ui/tell-csr.ts'
import { exchangeRowWords } from '../../../slices/exchange/ui/tell-exchange.ts'
import { issueRows } from '../../../slices/forum/ui/issue-rows.ts'
import { words as contestWords } from '../../../slices/contests/messages/words.gen.ts'
import { judgingRowWords } from '../../../slices/contests/ui/judging/judging-rows.ts'
import { words as letterWords } from '../../../slices/letters/messages/words.gen.ts'
import { words as partnerWords } from '../../../slices/partners/messages/words.gen.ts'
import type { RowWords } from '../../../slices/relations/ui/tell-row.ts'
import { residentWords } from '../../../slices/residents/ui/told.ts'
import { words as sourceWords } from '../../../slices/sources/messages/words.gen.ts'
import { words as sheetWords } from '../../../slices/sources/ui/messages/words.gen.ts'
import { workRows } from '../../../slices/workforce/ui/tell-work.ts'
import { words } from './messages/words.gen.ts'

/** How the history of a relation tells the rows of other slices: letters, sources, partners, what readers wrote. */
export function neighbourWords(language: Language): Record<string, RowWords> {
  const { row } = words[language].told
  const s = sheetWords[language]
  const source = {
    kind: s.kind,
    outlet: s.outlet,
    title: s.headline,
    author: s.author,
    editor: s.editor,
    photo: s.photo,
    published_on: s.published,
  }
  return {
    'letters.letters': {
      what: row.letter,
      columns: {
        kind: row.kind,
        state: row.state,
        number: row.number,
        dated_on: row.datedOn,
        sent_on: row.sentOn,
        received_on: row.receivedOn,
        cancelled_on: row.cancelledOn,
        cancelled_reason: s.reason,
      },
      catalogue: { kind: letterWords[language].kind, state: row.states },
      silent: ['relation', 'process', 'language', 'content', 'head', 'sent_by'],
    },
    ...issueRows(language),
    ...exchangeRowWords(language),
    ...csrRowWords(language),
    'sources.sources': {
      what: row.source,
      columns: source,
      catalogue: { kind: s.kinds },
      silent: ['text_sha256', 'url', 'entered_note', 'other_outlet', 'related_to'],
    },
    'sources.provenance': {
      what: row.line,
      columns: { level: row.level, speaker: s.speaker, said_on: s.saidOn },
      catalogue: { level: sourceWords[language].level },
      silent: ['subject', 'field', 'source', 'span_from', 'span_to', 'speaker_person', 'speaker_office', 'speaker_capacity', 'occasion', 'summary', 'value'], // prettier-ignore
    },
    'sources.judgements': {
      what: row.judgement,
      columns: { provenance: s.which, reason: s.reason, judged_on: row.judgedOn },
      silent: ['subject', 'field'],
    },
    'partners.partners': {
      what: row.partner,
      columns: { name: row.name, native_name: row.native, kind: row.kind, country: row.country },
      catalogue: { kind: partnerWords[language].kind },
      silent: ['slug', 'names', 'native_lang', 'tier'],
    },
    'partners.aliases': { what: row.alias, columns: { name: row.name }, silent: ['partner', 'lang'] },
    'partners.same_as': { what: row.same, columns: { reason: s.reason }, silent: ['partner', 'same_as'] },
    ...workRows(language),
    ...residentWords(language),
    ...judgingRowWords(language),
    'contests.contests': {
      what: row.contest,
      columns: {
        title: row.name,
        opens_on: contestWords[language].window.opens,
        closes_on: contestWords[language].window.closes,
        contest_on: contestWords[language].facts.contest,
        announce_on: contestWords[language].facts.announce,
        look_back_on: contestWords[language].facts.lookBack,
        voided_reason: s.reason,
      },
      silent: [
        'slug',
        'organiser_unit',
        'opens_at',
        'closes_before',
        'previous',
        'title_lang',
        'about_lang',
        'state',
        'purge_on',
      ],
    },
    'contests.entries': {
      what: row.entry,
      columns: { number: row.number, name: row.name, completeness: contestWords[language].file.state, withdrawn_reason: s.reason }, // prettier-ignore
      catalogue: { completeness: contestWords[language].completeness },
      silent: ['contest', 'category', 'rt_rw', 'kecamatan', 'village', 'entrant', 'phone', 'words', 'words_lang', 'entered_at', 'entered_by', 'missing', 'checked_on', 'withdrawn_on'], // prettier-ignore
    },
    'contests.receipts': { what: row.receipt, columns: {}, silent: ['code', 'said', 'signature', 'key'] },
    'corrections.corrections': {
      what: row.correction,
      columns: { receipt: row.number, state: row.state, answer: row.answer, answered_on: row.datedOn },
      catalogue: { state: row.corrections },
      silent: ['subject', 'page', 'topic', 'words_lang', 'received_on'],
    },
  }
}
