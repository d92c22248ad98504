/** Rounds of a step: which one a record belongs to, and what a returned one opens (D-05: nothing is overwritten). */
import {
  answererOf,
  awaitedFrom,
  type DocumentId,
  type HolderId,
  type Procedure,
  type Step,
  type StepId,
} from '../procedures/model.ts'
import type { StepState } from './course.ts'

/** A step with one holder in one round, as it stands. */
export interface Round {
  step: StepId
  holder: HolderId
  round: number
  state: StepState
}

/** Where work goes on when a step is returned: the plan or the draft is mended; else the step itself is done again. */
const returnsTo: Partial<Record<StepId, StepId>> = {
  persetujuan_dprd: 'rencana_kerja_sama',
  verifikasi: 'rencana_kerja_sama',
  pembahasan_naskah: 'penyusunan_naskah',
  persetujuan_menteri: 'penyusunan_naskah',
}

/** The round a new record belongs to: the one that runs, or the next where the last was answered with a no. */
export function roundFor(rounds: readonly Round[], { step, holder }: Pick<Round, 'step' | 'holder'>): number {
  const last = lastRound(rounds, { step, holder })
  if (last === undefined) return 1
  return last.state === 'returned' || last.state === 'refused' ? last.round + 1 : last.round
}

function lastRound(rounds: readonly Round[], { step, holder }: Pick<Round, 'step' | 'holder'>): Round | undefined {
  const own = rounds.filter((round) => round.step === step && round.holder === holder)
  return own.toSorted((a, b) => a.round - b.round).at(-1)
}

/** The round that a returned step opens, in the step it goes back to. */
export function roundAfterReturn(rounds: readonly Round[], { step, holder }: Pick<Round, 'step' | 'holder'>): Round {
  const back = returnsTo[step]
  if (back === undefined) return { step, holder, round: nextRound(rounds, { step, holder }), state: 'running' }
  return { step: back, holder: 'pemda', round: nextRound(rounds, { step: back, holder: 'pemda' }), state: 'running' }
}

/** DPRD's next look at a plan that was returned; undefined while it has decided nothing, or looks at it anyway. */
export function roundOfDprd(rounds: readonly Round[]): Round | undefined {
  const [at, last] = [dprd, lastRound(rounds, dprd)]
  if (last === undefined || last.state === 'running' || last.state === 'waiting') return undefined
  return { ...at, round: last.round + 1, state: 'running' }
}

const dprd = { step: 'persetujuan_dprd', holder: 'dprd' } as const

/** A step that was never recorded has its first round behind it once it is opened again. */
function nextRound(rounds: readonly Round[], at: Pick<Round, 'step' | 'holder'>): number {
  return (lastRound(rounds, at)?.round ?? 1) + 1
}

/** Who has a step on the table when a paper of this kind comes: the body that answers, else its first holder. */
export function holderOf({ holders }: Step, kind: DocumentId | undefined): HolderId {
  const answerer = kind === undefined ? undefined : answererOf(kind)
  return answerer ?? holders[0] ?? 'pemda'
}

/** The paper a step asks of its holder: the answer of that body, else what ends the step. */
export function paperOf(procedure: Procedure, { step, holder }: { step: Step; holder: HolderId }): DocumentId {
  const awaited = awaitedFrom(procedure, { step: step.id, holder })
  const [first] = step.documents
  const kind = awaited.find((id) => id === step.closes) ?? awaited[0] ?? step.closes ?? first
  if (kind === undefined) throw new Error(`step ${step.id} wants no paper`)
  return kind
}

const ownDesks: readonly HolderId[] = ['pemda', 'kepala_daerah', 'tkksd', 'bagian_hukum']

/** Whether a step can lie with a holder at all. */
export function mayHold({ holders, documents }: Step, holder: HolderId): boolean {
  return ownDesks.includes(holder) || holders.includes(holder) || documents.some((id) => answererOf(id) === holder)
}
