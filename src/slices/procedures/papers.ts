/** Which filed paper speaks for a requirement when there are several: rounds, answers, and texts in two languages. */
import { lastDayOf, type PartialDate } from '../../shared/dates.ts'
import type { DocumentId, HolderId, Procedure, StepId } from './model.ts'

/** What an outside body answers, by letter. */
export const outcomes = ['agreed', 'returned', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** A paper on file. `lang` and `articles` (how many) only where it is a text or a draft of one. */
export interface FiledDocument {
  id: string
  kind: DocumentId
  step: StepId
  /** 1-based; a step that was returned is opened again under the next number. */
  round: number
  outcome?: Outcome
  datedOn: PartialDate
  lang?: string
  articles?: number
}

/** Who gives the answer that a document is; the others are made by the region and its partner. */
const answeredBy: Partial<Record<DocumentId, HolderId>> = {
  jawaban_mendagri: 'mendagri',
  jawaban_menlu: 'menlu',
  keputusan_dprd: 'dprd',
  pertimbangan_tertulis: 'mendagri',
  rancangan_disetujui: 'mendagri',
  surat_konfirmasi: 'menlu',
}

/** The body whose answer a document is, undefined for papers that answer nothing. Only answers have an outcome. */
export function answererOf(document: DocumentId): HolderId | undefined {
  return answeredBy[document]
}

/** What a holder is waited for at a step: the answers of that body, or else the papers that the step makes itself. */
export function awaitedFrom(procedure: Procedure, { step, holder }: { step: StepId; holder: HolderId }): DocumentId[] {
  const outputs = procedure.steps.find(({ id }) => id === step)?.moves ?? []
  const answers = outputs.filter((id) => answeredBy[id] === holder)
  return answers.length > 0 ? answers : outputs.filter((id) => answeredBy[id] === undefined)
}

/**
 * From which round on a document counts, by the rounds that were opened: where DPRD must see a plan again, its decision
 * of the first round is no longer the answer. A step with two holders keeps a count for each of them.
 */
export function roundsOf(
  procedure: Procedure,
  steps: readonly { step: StepId; holder: HolderId; round: number }[],
): Partial<Record<DocumentId, number>> {
  const rounds: Partial<Record<DocumentId, number>> = {}
  for (const { step, holder, round } of steps) {
    for (const id of awaitedFrom(procedure, { step, holder })) rounds[id] = Math.max(rounds[id] ?? 1, round)
  }
  return rounds
}

/** The paper of a kind that stands: the last one of the latest round; undefined while that round has none. */
export function standingDocument(
  documents: readonly FiledDocument[],
  { kind, from = 1 }: { kind: DocumentId; from?: number | undefined },
): FiledDocument | undefined {
  return latestOf(documents.filter((each) => each.kind === kind && each.round >= from)).at(-1)
}

/** Those of the latest round, in the order of their days; on one day the later in the list is the later. */
function latestOf(documents: readonly FiledDocument[]): FiledDocument[] {
  const round = Math.max(...documents.map((each) => each.round))
  const ofRound = documents.filter((each) => each.round === round)
  return ofRound.toSorted((a, b) => lastDayOf(a.datedOn).localeCompare(lastDayOf(b.datedOn)))
}

/** Drafts of the text, from the first form to the last. */
const draftKinds = ['rancangan_naskah', 'rancangan_diparaf', 'rancangan_disetujui'] as const

export const parityGaps = ['indonesian', 'foreign', 'articles'] as const
export type ParityGap = (typeof parityGaps)[number]

/**
 * What the texts lack of "in Indonesian and in the other party's language or English" (UU 24/2009 Ps 31), by their
 * languages and their numbers of articles; empty when nothing. The newest drafts speak, and the signed originals where
 * they are equal by themselves; one paper without a language stated says nothing.
 */
export function missingParity(
  documents: readonly FiledDocument[],
  rounds: Partial<Record<DocumentId, number>> = {},
): ParityGap[] {
  const formOf = (kind: DocumentId) => {
    const from = rounds[kind] ?? 1
    return latestOf(documents.filter((each) => each.kind === kind && each.lang !== undefined && each.round >= from))
  }
  const originals = formOf('naskah_asli')
  if (originals.length > 0 && gapsIn(originals).length === 0) return []
  const drafts = draftKinds.map(formOf).filter((form) => form.length > 0)
  // A form set down later is further on its way; on one day the last form wins.
  const newest = drafts.reduceRight<FiledDocument[]>((found, form) => (dayOf(form) > dayOf(found) ? form : found), [])
  return gapsIn(newest.length > 0 ? newest : originals)
}

const dayOf = (form: readonly FiledDocument[]): string => lastDayOf(form.at(-1)?.datedOn ?? '1900')

function gapsIn(form: readonly FiledDocument[]): ParityGap[] {
  const byLanguage = new Map(form.map((each) => [each.lang, each.articles]))
  const gaps: ParityGap[] = byLanguage.has('id') ? [] : ['indonesian']
  if ([...byLanguage.keys()].every((lang) => lang === 'id')) gaps.push('foreign')
  if (gaps.length > 0) return gaps
  const counts = new Set(byLanguage.values())
  return counts.size === 1 && !counts.has(undefined) ? [] : ['articles']
}
