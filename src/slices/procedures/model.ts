/** Procedures as the law words them, and the pure rules over them. Nothing here knows a relation, a table or a day. */
import type { EligibilityRow, Requirement } from './requirements.ts'
import { procedures } from './versions.ts'

export { citedRules } from './cited-rules.ts'
export { awaitedProcedures, explainType, procedureFor, whyNotPair, type PossibleType } from './classification.ts'
export { dprdArticle, dprdClock, type DprdClock } from './dprd-clock.ts'
export { answererOf, awaitedFrom, missingParity, outcomes, parityGaps, roundsOf, standingDocument } from './papers.ts'
export type { FiledDocument, Outcome, ParityGap } from './papers.ts'
export {
  eligibilityAnswers,
  eligibilityIds,
  eligibilityOf,
  isComplete,
  letterIds,
  obstaclesTo,
  planElements,
  remedies,
  requirementIds,
  requirementsOf,
} from './requirements.ts'
export type {
  EligibilityAnswer,
  EligibilityId,
  EligibilityRow,
  Obstacle,
  PlanElement,
  ProcessFacts,
  Requirement,
  RequirementId,
} from './requirements.ts'
export { daysHeld, waitingTimes, type HeldStep, type WaitingTime } from './waiting-times.ts'
export { countWorkingDays, isWorkingDay, type Calendar, type Holiday, type WorkingDays } from './working-days.ts'

/** Public stages: legal steps rolled up so that a citizen can count them (domain §1.4). */
export const stageIds = [
  'penjajakan',
  'pernyataan_kehendak',
  'rencana',
  'persetujuan_dprd',
  'pertimbangan',
  'naskah',
  'penandatanganan',
  'pelaksanaan',
] as const
export type StageId = (typeof stageIds)[number]

/** Legal steps, named as in the stage list of Permendagri 25/2020. */
export const stepIds = [
  'prakarsa',
  'penjajakan',
  'pernyataan_kehendak',
  'rencana_kerja_sama',
  'persetujuan_dprd',
  'verifikasi',
  'penyusunan_naskah',
  'pembahasan_naskah',
  'persetujuan_menteri',
  'penandatanganan',
  'pelaksanaan',
] as const
export type StepId = (typeof stepIds)[number]

/** Who may have a step on the table: those the law names, then the desks inside the region (product B3). */
export const holderIds = [
  'pemda',
  'kepala_daerah',
  'mitra',
  'dprd',
  'mendagri',
  'menlu',
  'tkksd',
  'bagian_hukum',
] as const
export type HolderId = (typeof holderIds)[number]

export const documentIds = [
  'surat_penawaran',
  'laporan_penjajakan',
  'jawaban_mendagri',
  'jawaban_menlu',
  'loi',
  'rencana_kerja_sama',
  'surat_ke_dprd',
  'keputusan_dprd',
  'pertimbangan_tertulis',
  'rancangan_naskah',
  'notulen_pembahasan',
  'rancangan_diparaf',
  'rancangan_disetujui',
  'surat_konfirmasi',
  'naskah_asli',
  'rencana_kerja',
  'laporan_pelaksanaan',
] as const
export type DocumentId = (typeof documentIds)[number]

/** Kind of cooperation (PP 28/2018 Ps 2, 13, 23, 36, 46); `none` is a decision, absence means not yet decided. */
export const cooperationTypes = ['ksdpl', 'ksdll', 'ksdd', 'ksdpk', 'sinergi', 'none'] as const
export type CooperationType = (typeof cooperationTypes)[number]

export const partnerKinds = [
  'foreign_local_government',
  'embassy',
  'institution',
  'chamber',
  'estate',
  'company',
  'university',
  'domestic_region',
  'central_body',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

/**
 * How far a legal statement was checked: V read in the text itself, V2 at second hand, M professional knowledge not yet
 * confirmed, I our inference. Everything but V is shown with its mark and may be amended by a region.
 */
export type Verification = 'V' | 'V2' | 'M' | 'I'

/** Proper names of laws, never translated, each with the key of its gloss in the messages. */
export const lawKeys = {
  'PP 28/2018': 'pp28_2018',
  'Permendagri 25/2020': 'permendagri25_2020',
  'UU 24/2009': 'uu24_2009',
  'UU 43/2009': 'uu43_2009',
  'SE 193/1652/PUOD': 'se193_1993',
} as const
export type LawName = keyof typeof lawKeys

/** `at` is the place as it is cited in Indonesian: 'Ps 28(4)'. */
export interface Article {
  law: LawName
  at: string
  verified: Verification
}

/** An article as it is cited in every language: 'PP 28/2018 Ps 28(4)'. */
export function citationOf({ law, at }: Article): string {
  return `${law} ${at}`
}

/** A law that makes up a procedure, the first day it applies (YYYY-MM-DD), and how far its text was read. */
export interface Basis {
  law: LawName
  validFrom: string
  verified: Verification
}

/** One class of cooperation that runs this procedure, and the partners the law allows in it. */
export interface Coverage {
  type: Exclude<CooperationType, 'none'>
  partners: readonly PartnerKind[]
  article: Article
}

export interface Step {
  id: StepId
  /** 1-based place in the legal order. */
  no: number
  stage: StageId
  /** Letter of the step in the ministerial stage list, and how far that name was checked; the acts are in `articles`. */
  letter: string
  verified: Verification
  holders: readonly HolderId[]
  /** `either`: one holder is enough to take the step; `together`: the step wants them all. */
  heldBy: 'either' | 'together'
  /** Everything the step wants on file, in the order it is shown; a document may serve two steps. */
  documents: readonly DocumentId[]
  /** The outputs among them: any one on file moves the process to this step's stage. */
  moves: readonly DocumentId[]
  /** The output that ends the step; undefined where the law knows no end (implementation). */
  closes: DocumentId | undefined
  articles: readonly Article[]
  /** What must be met before it is prepared, beyond what the earlier steps require (`requirementsOf`). */
  requires: readonly Requirement[]
}

/** One version of a procedure. A process keeps the version it began under (principle 4). */
export interface Procedure {
  id: ProcedureId
  basis: readonly Basis[]
  covers: readonly Coverage[]
  stages: readonly StageId[]
  steps: readonly Step[]
  /** The questions of the exploration report. */
  eligibility: readonly EligibilityRow[]
  /** Where a process stands before anything is on file. */
  opening: StepId
}

export const procedureIds = ['foreign-2018'] as const
export type ProcedureId = (typeof procedureIds)[number]

/** The procedure a process was begun under. */
export function getProcedure(id: ProcedureId): Procedure {
  return procedures[id]
}

/** The step with this id; throws when the procedure has none. */
export function getStep(procedure: Procedure, id: StepId): Step {
  const step = procedure.steps.find((candidate) => candidate.id === id)
  if (!step) throw new Error(`procedure ${procedure.id} has no step ${id}`)
  return step
}

/** 1-based number of a stage; throws when the procedure has none of that id. */
export function stageNumber(procedure: Procedure, stage: StageId): number {
  const index = procedure.stages.indexOf(stage)
  if (index < 0) throw new Error(`procedure ${procedure.id} has no stage ${stage}`)
  return index + 1
}

export function stageCount(procedure: Procedure): number {
  return procedure.stages.length
}

/** Stages strictly between this one and implementation: "n tahap lagi" (domain §1.4). Zero at signing and after it. */
export function stagesLeft(procedure: Procedure, stage: StageId): number {
  return Math.max(0, stageCount(procedure) - stageNumber(procedure, stage) - 1)
}

/**
 * What the sentence beside the rail says: number, count, stages left, and which of its three forms fits — stages
 * are `left`, implementation is `next`, or this is the `last` stage.
 */
export function railPosition(procedure: Procedure, stage: StageId): RailPosition {
  const [number, count] = [stageNumber(procedure, stage), stageCount(procedure)]
  const left = stagesLeft(procedure, stage)
  return { number, count, left, form: left > 0 ? 'left' : number < count ? 'next' : 'last' }
}
export interface RailPosition {
  number: number
  count: number
  left: number
  form: 'left' | 'next' | 'last'
}

/**
 * What is on file for one step, in any round. `documented`: one of its `moves` is on file. `finished`: its closing
 * document is; left out, a documented step counts as finished (an LoI step with only a minister's answer must say false).
 */
export interface StepRecord {
  step: StepId
  documented: boolean
  finished?: boolean
}

/** The step records that follow from the documents on file, one for each step of the procedure. */
export function recordsOf(procedure: Procedure, filed: readonly DocumentId[]): StepRecord[] {
  return procedure.steps.map((step) => ({
    step: step.id,
    documented: step.moves.some((id) => filed.includes(id)),
    finished: step.closes !== undefined && filed.includes(step.closes),
  }))
}

/** Furthest step with a filed output, whatever stands open before it; undefined while nothing is on file. */
function furthestStep(procedure: Procedure, records: readonly StepRecord[]): Step | undefined {
  return procedure.steps.findLast(({ id }) => records.some((record) => record.step === id && record.documented))
}

/**
 * The stage a process has reached: that of the furthest step with a filed output, otherwise the opening one (domain
 * §1.4). A reported signing moves nothing; a filed one moves it past the gaps, which stay visible (principle 3).
 */
export function stageOf(procedure: Procedure, records: readonly StepRecord[]): StageId {
  return (furthestStep(procedure, records) ?? getStep(procedure, procedure.opening)).stage
}

export const progressStates = ['past', 'now', 'ahead'] as const
export type ProgressState = (typeof progressStates)[number]

export const stageStates = [...progressStates, 'skipped'] as const
export type StageState = (typeof stageStates)[number]

/**
 * Where a stage of the rail stands. One that later stages overtook without a document of its own was `skipped`: it is
 * not past, and what it asks for is still open (principle 3). Exploring needs no document to have happened.
 */
export function stageState(procedure: Procedure, records: readonly StepRecord[], stage: StageId): StageState {
  const distance = stageNumber(procedure, stage) - stageNumber(procedure, stageOf(procedure, records))
  if (distance > 0) return 'ahead'
  if (distance === 0) return 'now'
  if (stage === getStep(procedure, procedure.opening).stage) return 'past'
  const steps = procedure.steps.filter((step) => step.stage === stage)
  const isRecorded = steps.some(({ id }) => records.some((record) => record.step === id && record.documented))
  return isRecorded ? 'past' : 'skipped'
}

function isFinished(step: Step, records: readonly StepRecord[]): boolean {
  if (step.closes === undefined) return false
  return records.some((record) => record.step === step.id && record.documented && record.finished !== false)
}

/**
 * The step being worked on within the reached stage: the furthest one while it is unfinished, else the next one of the
 * same stage; undefined when all that the stage asks for is done and the next stage has not begun.
 */
export function openStep(procedure: Procedure, records: readonly StepRecord[]): Step | undefined {
  const furthest = furthestStep(procedure, records)
  if (!furthest) return getStep(procedure, procedure.opening)
  if (!isFinished(furthest, records)) return furthest
  return procedure.steps.find(({ no, stage }) => no === furthest.no + 1 && stage === furthest.stage)
}

/**
 * Where one of the legal steps stands: `past` only by its closing document, `now` for the open step, otherwise `ahead`
 * — also a step that later ones overtook without a document of its own ("belum", domain §1.4).
 */
export function stepState(procedure: Procedure, records: readonly StepRecord[], id: StepId): ProgressState {
  if (isFinished(getStep(procedure, id), records)) return 'past'
  return openStep(procedure, records)?.id === id ? 'now' : 'ahead'
}
