/**
 * What the law wants before a step is prepared or issued, and what of it is still missing (domain D-03). A requirement
 * stops preparing, never recording (product principle 3).
 */
import type { Article, CooperationType, DocumentId, PartnerKind, Procedure, Step, StepId } from './model.ts'
import { missingParity, standingDocument, type FiledDocument } from './papers.ts'

/** Rows of the exploration report (domain §1.2); E2 is answered by the affairs of the fields. */
export const eligibilityIds = ['e1', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'] as const
export type EligibilityId = (typeof eligibilityIds)[number]
export const eligibilityAnswers = ['met', 'not_met', 'not_applicable'] as const
export type EligibilityAnswer = (typeof eligibilityAnswers)[number]

/** One question of the exploration report. */
export interface EligibilityRow {
  id: EligibilityId
  article: Article
  /** The only type of cooperation that is asked this; absent where all are. */
  onlyFor?: CooperationType
  /** "Tidak berlaku" is an answer here: technology and grants are not part of every cooperation. */
  mayNotApply?: true
}

/** The seven elements of a cooperation plan (PP 28/2018 Ps 30(3)), in the order of the law. */
export const planElements = [
  'subjek',
  'latar_belakang',
  'maksud_tujuan',
  'objek',
  'ruang_lingkup',
  'pembiayaan',
  'jangka_waktu',
] as const
export type PlanElement = (typeof planElements)[number]

export const requirementIds = [
  'laporan_penjajakan',
  'kelayakan',
  'bidang_ke_urusan',
  'jawaban_mendagri',
  'jawaban_menlu',
  'loi',
  'jenis',
  'tujuh_unsur',
  'rencana_kerja_sama',
  'keputusan_dprd',
  'pertimbangan_tertulis',
  'rancangan_naskah',
  'rancangan_diparaf',
  'rancangan_disetujui',
  'surat_konfirmasi',
  'naskah_sepadan',
  'naskah_asli',
] as const
export type RequirementId = (typeof requirementIds)[number]

/** The one act that meets a requirement. */
export const remedies = [
  'write_letter',
  'file_document',
  'answer_eligibility',
  'map_fields',
  'decide_type',
  'write_plan',
] as const
export type Remedy = (typeof remedies)[number]

export const letterIds = ['konsultasi_mendagri', 'konsultasi_menlu', 'surat_dprd'] as const
export type LetterId = (typeof letterIds)[number]

export interface Requirement {
  id: RequirementId
  /** Its name in domain D-03; never on screen, where it is a "syarat". */
  gate?: 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6'
  article: Article
  remedy: Remedy
  letter?: LetterId
  document?: DocumentId
  /** Only a document that agrees meets it: these are answers of somebody outside. */
  mustAgree?: true
  /** Where the act that meets it belongs: the step at which the document is filed. */
  step: StepId
}

/** A requirement that is not met, with what is known of how far it is. */
export interface Obstacle extends Requirement {
  /** `met` of `of`: fields mapped, rows answered, elements written. */
  met?: number
  of?: number
  /** Rows (`e4`), plan elements (`objek`), or what the texts lack (`indonesian`, `foreign`, `articles`). */
  lacking?: string[]
  /** The lacking rows that were answered, with "not met". */
  notMet?: EligibilityId[]
  /** A paper is there, but it says something else than yes; `unstated`: what it says was not recorded. */
  answered?: 'returned' | 'refused' | 'unstated'
}

/** Everything the rules need of a process, as it stood on a day. */
export interface ProcessFacts {
  cooperationType: CooperationType | undefined
  partnerKind: PartnerKind | undefined
  /** `object` is the letter a–e of PP 28/2018 Ps 23(2). */
  fields: readonly { isNamed: boolean; hasAffair: boolean; isDropped: boolean; object?: string | undefined }[]
  eligibility: Partial<Record<EligibilityId, EligibilityAnswer>>
  plan: Partial<Record<PlanElement, string>>
  /** Without the voided ones, oldest first. */
  documents: readonly FiledDocument[]
  /** From `roundsOf`: the round a document must come from at least, where its step was opened again. */
  rounds?: Partial<Record<DocumentId, number>>
}

/**
 * What a step wants before it is prepared: its own requirements after those of every earlier step, in the order of the
 * law and each once. They are inherited because each step of PP 28/2018 presupposes the one before it; an earlier gap
 * that was recorded past stays a gap, and the list before a signature must name it (scenario 1). Steps 1 and 2 want
 * nothing.
 */
export function requirementsOf(procedure: Procedure, step: StepId): Requirement[] {
  const upTo = procedure.steps.findIndex(({ id }) => id === step)
  if (upTo < 0) throw new Error(`procedure ${procedure.id} has no step ${step}`)
  return procedure.steps.slice(0, upTo + 1).flatMap(({ requires }) => requires)
}

/** What is still missing before a step may be prepared; empty when it may. Issuing asks the same. */
export function obstaclesTo(procedure: Procedure, { step, facts }: { step: StepId; facts: ProcessFacts }): Obstacle[] {
  return requirementsOf(procedure, step).flatMap((requirement) => {
    const gap = gapOf(procedure, { requirement, facts })
    return gap ? [{ ...requirement, ...gap }] : []
  })
}

/**
 * Whether every document that the steps up to the signing want is there: with it a signed text can be in force, without
 * it "ditandatangani, syarat belum lengkap" (house §4). What is answered in the product, rows, fields, type and plan
 * elements, stops preparing only.
 */
export function isComplete(procedure: Procedure, facts: ProcessFacts): boolean {
  return obstaclesTo(procedure, { step: signing(procedure).id, facts }).every(({ document }) => document === undefined)
}

/** The rows of the exploration report that this cooperation is asked: E7–E9 for KSDPL only (PP 28/2018 Ps 27(3)). */
export function eligibilityOf(
  procedure: Procedure,
  { cooperationType, partnerKind }: Pick<ProcessFacts, 'cooperationType' | 'partnerKind'>,
): EligibilityRow[] {
  const type = cooperationType ?? (partnerKind === 'foreign_local_government' ? 'ksdpl' : undefined)
  return procedure.eligibility.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === type)
}

type Gap = Pick<Obstacle, 'met' | 'of' | 'lacking' | 'notMet' | 'answered'>

/** What of a requirement is missing; undefined when it is met. Without a rule of its own it wants its document. */
function gapOf(
  procedure: Procedure,
  { requirement, facts }: { requirement: Requirement; facts: ProcessFacts },
): Gap | undefined {
  const rule = rules[requirement.id]
  return rule ? rule(facts, procedure) : documentGap(requirement, facts)
}

const rules: Partial<Record<RequirementId, (facts: ProcessFacts, procedure: Procedure) => Gap | undefined>> = {
  kelayakan: eligibilityGap,
  bidang_ke_urusan: fieldsGap,
  jenis: ({ cooperationType }, { covers }) => (covers.some(({ type }) => type === cooperationType) ? undefined : {}),
  tujuh_unsur: planGap,
  naskah_sepadan: parityGap,
}

function eligibilityGap(facts: ProcessFacts, procedure: Procedure): Gap | undefined {
  const rows = eligibilityOf(procedure, facts)
  const open = rows.filter((row) => !isAnswered(row, facts)).map(({ id }) => id)
  if (open.length === 0) return undefined
  const notMet = open.filter((id) => facts.eligibility[id] === 'not_met')
  return { met: rows.length - open.length, of: rows.length, lacking: open, ...(notMet.length > 0 && { notMet }) }
}

function isAnswered({ id, mayNotApply }: EligibilityRow, { eligibility, fields }: ProcessFacts): boolean {
  if (eligibility[id] === 'met') return true
  if (eligibility[id] !== 'not_applicable' || !mayNotApply) return false
  // E6 asks that technology can be passed on: where a field serves object (a) it applies (PP 28/2018 Ps 27(2)).
  return id !== 'e6' || !fields.some(({ object, isDropped }) => object === 'a' && !isDropped)
}

/** A field is done when it is named and mapped, or not continued. No field at all shows no regional affair (E2). */
function fieldsGap({ fields }: ProcessFacts): Gap | undefined {
  const done = fields.filter(({ isNamed, hasAffair, isDropped }) => isDropped || (isNamed && hasAffair)).length
  return fields.length > 0 && done === fields.length ? undefined : { met: done, of: fields.length }
}

function planGap({ plan }: ProcessFacts): Gap | undefined {
  const lacking = planElements.filter((element) => !plan[element]?.trim())
  if (lacking.length === 0) return undefined
  return { met: planElements.length - lacking.length, of: planElements.length, lacking }
}

function parityGap({ documents, rounds }: ProcessFacts): Gap | undefined {
  const lacking = missingParity(documents, rounds)
  return lacking.length === 0 ? undefined : { lacking }
}

function documentGap({ document, mustAgree }: Requirement, { documents, rounds }: ProcessFacts): Gap | undefined {
  const filed = document && standingDocument(documents, { kind: document, from: rounds?.[document] })
  if (!filed) return {}
  if (filed.outcome === 'returned' || filed.outcome === 'refused') return { answered: filed.outcome }
  return mustAgree && filed.outcome === undefined ? { answered: 'unstated' } : undefined
}

/** The step of the signature: the one before the step that has no end. */
function signing(procedure: Procedure): Step {
  const step = procedure.steps.findLast(({ closes }) => closes !== undefined)
  if (!step) throw new Error(`procedure ${procedure.id} has no step that ends`)
  return step
}
