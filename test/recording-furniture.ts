import type { Act } from '../src/platform/act.ts'
import type { Tx } from '../src/platform/database.ts'
import { newId } from '../src/shared/ids.ts'
import { addPartner } from '../src/slices/partners/commands.ts'
import { newRelation } from '../src/slices/relations/beginning.ts'
import { fileDocument, type Recording } from '../src/slices/relations/filing.ts'
import { answerEligibility, writePlan } from '../src/slices/relations/plan.ts'
import { sendStep } from '../src/slices/relations/steps.ts'
import { recordText } from '../src/slices/relations/texts.ts'

/** What is recorded of a relation's process, one of each kind. */
export interface RecordingFurniture {
  /** A relation that has only a label. */
  unnamed: string
  unnamedRev: number
  /** A relation whose process has yielded its text: the next may begin. */
  renewable: string
  /** A step that waits and has no paper. */
  stepRow: string
  stepRev: number
  document: string
  /** A text without its paper. */
  text: string
  planRev: number
}

export const noRecording = (): RecordingFurniture => ({
  unnamed: newId(),
  unnamedRev: 1,
  renewable: newId(),
  stepRow: newId(),
  stepRev: 1,
  document: newId(),
  text: newId(),
  planRev: 1,
})

interface Furnishing {
  word: string
  relation: string
  on: string
  /** Stands for the two other relations; where it is not given they are begun. */
  others?: string
}

/** Records one of each, every text beginning with the word. The relation has a process. */
export async function furnishRecording(
  { tx, act }: { tx: Tx; act: Act },
  { word, relation, on, others }: Furnishing,
): Promise<RecordingFurniture> {
  const call = { tx, act, on, who: undefined as never }
  const label = `${word} calon mitra`
  const labelled = others ?? (await newRelation(call, { act: act.id, label, beganOn: on })).id
  const renewable = others ?? (await aSignedRelation(call, word))
  const sent = {
    id: relation,
    step: 'penyusunan_naskah',
    holder: 'pemda',
    sentOn: on,
    note: `${word} catatan`,
  } as const
  const step = await sendStep(call, sent)
  // What the council has on its table, so that every region has a clock that runs.
  await sendStep(call, { id: relation, step: 'persetujuan_dprd', holder: 'dprd', sentOn: on, receivedOn: on })
  const paper = { seenAt: `${word} lemari`, number: `${word}/${newId()}`, issuer: `${word} kementerian` }
  const kind = 'notulen_pembahasan' as const
  const document = await fileDocument(call, { act: act.id, id: relation, kind, ...paper, sure: ['number'] })
  const signatories = [{ side: 'partner' as const, name: `${word} penanda tangan` }]
  const titled = { title: `${word} naskah`, numberTheirs: `${word} nomor`, signatories }
  const text = await recordText(call, { act: act.id, id: relation, kind: 'mou', ...titled })
  const plan = await tx
    .selectFrom('relations.plans as p')
    .innerJoin('relations.processes as c', 'c.id', 'p.process')
    .select('p.rev')
    .where('c.relation', '=', relation)
    .executeTakeFirst()
  const elements = { subjek: `${word} subjek` }
  const { rev: planRev } = await writePlan(call, { act: act.id, id: relation, rev: plan?.rev ?? 0, elements })
  await answerEligibility(call, { id: relation, item: 'e1', answer: 'met', note: `${word} hubungan diplomatik` })
  return {
    unnamed: labelled,
    unnamedRev: 1,
    renewable,
    stepRow: step.id,
    stepRev: step.rev,
    document: document.id,
    text: text.id,
    planRev,
  }
}

async function aSignedRelation(call: Recording, word: string): Promise<string> {
  const named = { slug: `mitra-${newId()}`, name: `${word} mitra lama`, kind: 'foreign_local_government' }
  const { id: partner } = await addPartner(call, named)
  const { id } = await newRelation(call, { act: call.act.id, partner, beganOn: call.on })
  const paper = { seenAt: `${word} lemari` }
  await recordText(call, { act: call.act.id, id, kind: 'mou', title: `${word} naskah lama`, signedOn: call.on, paper })
  return id
}
