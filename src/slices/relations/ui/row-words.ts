import type { Language } from '../../../shared/languages.ts'
import { words as procedureWords } from '../../procedures/messages/words.gen.ts'
import { words as lawWords } from '../../procedures/ui/messages/words.gen.ts'
import type { RowWords } from './tell-row.ts'
import { words } from './messages/words.gen.ts'

/** How the history tells the rows of a process: steps, papers, texts, signatories, plan and report. */
export function rowWords(language: Language): Record<string, RowWords> {
  const { told, record, steps, texts, documents, send, end, eligibility, renew, value } = words[language]
  const { row } = told
  const { step, document } = procedureWords[language]
  const { desk, planElement, eligibilityName } = lawWords[language]
  const paper = {
    kind: record.label.kind,
    outcome: record.label.outcome,
    number: record.label.number,
    issuer: record.label.issuer,
    dated_on: record.label.datedOn,
    received_on: record.label.receivedOn,
    seen_at: record.label.seenAt,
    file: record.label.file,
    lang: record.label.lang,
    articles: record.label.articles,
    note: record.label.note,
  }
  const voided = { voided_on: row.voided, voided_reason: texts.reason, corrected_reason: texts.reason }
  return {
    'relations.relations': {
      what: row.relation,
      isRecord: true,
      columns: {
        label: told.label,
        cooperation_type: told.cooperationType,
        purpose: told.purpose,
        partner: row.partner,
        not_continued_on: row.notContinued,
        not_continued_reason: end.label.reason,
        began_on: renew.label.beganOn,
      },
      catalogue: { cooperation_type: procedureWords[language].type },
      silent: ['slug', 'last_on'],
    },
    'relations.processes': {
      what: told.procedure,
      isRecord: true,
      columns: {
        procedure: row.law,
        provisional: told.procedure,
        began_on: renew.label.beganOn,
        initiator: renew.label.initiator,
        closed_on: row.closed,
      },
      catalogue: {
        procedure: { 'foreign-2018': 'PP 28/2018' },
        provisional: { true: told.provisional, false: told.decided },
        initiator: renew.sides,
      },
      silent: ['relation', 'referral'],
    },
    'relations.steps': {
      what: row.step,
      columns: {
        step: record.label.step,
        holder: send.label.holder,
        round: row.round,
        state: value.standing,
        occurred_on: steps.label.occurredOn,
        from_on: steps.label.fromOn,
        to_on: steps.label.toOn,
        note: steps.label.note,
      },
      catalogue: { step, holder: desk, state: steps.state, round: laterRounds(language) },
      silent: ['process', 'clock'],
    },
    'relations.documents': {
      what: row.document,
      columns: { ...paper, ...voided },
      catalogue: { kind: document, outcome: record.outcomes },
      silent: ['relation', 'process', 'step', 'round', 'filed_on'],
    },
    'relations.texts': {
      what: row.text,
      columns: {
        kind: record.label.kind,
        title: record.label.title,
        number_ours: record.label.numberOurs,
        number_theirs: record.label.numberTheirs,
        signed_on: texts.signedOn,
        signed_at: record.label.signedAt,
        begins_on: texts.beginsOn,
        term_months: record.label.termMonths,
        ends_on: record.label.endsOn,
        is_open_ended: texts.term,
        terminated_on: texts.label.terminatedOn,
        original_at: record.label.originalAt,
        certified_copy_on: texts.label.certifiedCopyOn,
        target_mou_on: texts.label.targetMouOn,
        document: texts.label.document,
        ...voided,
      },
      catalogue: { kind: texts.kind, is_open_ended: { true: texts.openEnded, false: '' } },
      silent: ['relation', 'process', 'replaces', 'imported'],
    },
    'relations.signatories': {
      what: row.signatory,
      columns: { side: row.side, name: row.name, office: record.label.partnerOffice, capacity: row.capacity },
      catalogue: { side: row.sides, capacity: { ...record.capacity, definitif: '' } },
      silent: ['text', 'position', 'official', 'person'],
    },
    'relations.plans': { what: row.plan, columns: planElement, silent: ['process'] },
    'relations.eligibility': {
      what: row.eligibility,
      columns: { item: row.item, answer: row.answer, note: record.label.note, answered_on: row.answeredOn },
      catalogue: { item: eligibilityName, answer: eligibility.answer },
      silent: ['process'],
    },
    'relations.published': { what: row.published, columns: {}, silent: silentWhenPublished },
    'relations.withdrawn': { what: row.withdrawn, columns: {}, silent: silentWhenPublished },
    'files.files': { what: documents.file, columns: { name: row.name }, silent: ['kind', 'bytes', 'sha256'] },
  }
}

/** The public copy is made of the record; what of it is new is told by the record's own lines. */
const silentWhenPublished = ['slug', 'region_slug', 'title', 'parts', 'document', 'demonstration', 'published_at', 'published_by', 'withdrawn_at'] // prettier-ignore

/** The first round is told by nothing; the later ones by their number. */
function laterRounds(language: Language): Record<string, string> {
  const later = Array.from({ length: 49 }, (_, index) => index + 2)
  return { 1: '', ...Object.fromEntries(later.map((n) => [n, lawWords[language].round({ n })])) }
}
