import { getProcedure, obstaclesTo, type Obstacle, type ProcedureId, type ProcessFacts } from '../procedures/model.ts'
import type { LetterKind } from './model.ts'

export interface Standing {
  procedure: ProcedureId
  facts: ProcessFacts
}

/**
 * What the law still wants before a letter may be drafted (docs/decisions/0015). The consultation letters want nothing:
 * they are how the answers are got. The letter to the council carries the plan, so its seven elements (G3, Ps 30(3)).
 * The draft letter of intent rests on the exploration (G1, Ps 28(3)), not on the ministers' answers: it is what they
 * are sent (Ps 28(4)).
 */
export function obstaclesToDrafting(kind: LetterKind, standing: Standing): Obstacle[] {
  if (kind === 'surat_dprd') return ofGate('G3', obstaclesAt('persetujuan_dprd', standing))
  if (kind === 'rancangan_loi') return ofGate('G1', obstaclesAt('pernyataan_kehendak', standing))
  return []
}

/** What the law still wants before a letter leaves the office: a letter of intent only when both ministers answered. */
export function obstaclesToSending(kind: LetterKind, standing: Standing): Obstacle[] {
  return kind === 'rancangan_loi' ? obstaclesAt('pernyataan_kehendak', standing) : obstaclesToDrafting(kind, standing)
}

function obstaclesAt(step: 'pernyataan_kehendak' | 'persetujuan_dprd', { procedure, facts }: Standing): Obstacle[] {
  return obstaclesTo(getProcedure(procedure), { step, facts })
}

function ofGate(gate: NonNullable<Obstacle['gate']>, obstacles: readonly Obstacle[]): Obstacle[] {
  return obstacles.filter((obstacle) => obstacle.gate === gate)
}
