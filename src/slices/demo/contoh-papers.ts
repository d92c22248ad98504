/** Papers of the invented region's processes: seen in a cabinet of its own, never a file. */
import { answererOf, type DocumentId, type Outcome } from '../procedures/model.ts'
import { fileDocument, sendStep } from '../relations/commands.ts'
import { sampleDay, type Entering } from './contoh-day.ts'
import { addDays } from '../../shared/dates.ts'

/** A paper on file, or a plan that lies with DPRD since a day. */
export type SamplePaper =
  | { kind: DocumentId; on: string; lang?: string; outcome?: Outcome; note?: string }
  | { sentToDprd: string; receivedOn: string }

/** Papers on file by kind and day, for texts that rest on one that is there already. */
export type KnownPapers = ReadonlyMap<string, string>

/** The way to a signed text in the order of the law; each paper some weeks after the one before. */
const way: readonly (readonly [DocumentId, string?])[] = [
  ['laporan_penjajakan'],
  ['jawaban_mendagri'],
  ['jawaban_menlu'],
  ['loi'],
  ['rencana_kerja_sama'],
  ['keputusan_dprd'],
  ['pertimbangan_tertulis'],
  ['rancangan_naskah', 'id'],
  ['rancangan_naskah', 'en'],
  ['rancangan_diparaf'],
  ['rancangan_disetujui'],
  ['surat_konfirmasi'],
]
const weeks = 21

/** Every paper from the exploration up to this kind, the last of them on this day. */
export function papersUpTo(kind: DocumentId, on: string): SamplePaper[] {
  const last = way.findLastIndex(([each]) => each === kind)
  return way.slice(0, last + 1).map(([each, lang], index) => ({
    kind: each,
    on: addDays(on, (index - last) * weeks),
    ...(lang !== undefined && { lang }),
  }))
}

/** The day of the paper of a kind among these. */
export function dayOfPaper(papers: readonly SamplePaper[], kind: DocumentId): string {
  const found = papers.find((paper) => 'kind' in paper && paper.kind === kind)
  if (found === undefined || !('kind' in found)) throw new Error(`no paper ${kind} among the samples`)
  return found.on
}

/** Files the papers of a relation's process and answers them by kind: what a text rests on. */
export async function enterPapers(
  { tx, act }: Entering,
  { relation, papers }: { relation: string; papers: readonly SamplePaper[] },
): Promise<KnownPapers> {
  const known = new Map<string, string>()
  const call = { tx, act, on: sampleDay }
  for (const paper of papers) {
    if ('sentToDprd' in paper) {
      const at = { step: 'persetujuan_dprd', holder: 'dprd' } as const
      await sendStep(call, { id: relation, ...at, sentOn: paper.sentToDprd, receivedOn: paper.receivedOn })
      continue
    }
    const { kind, on, lang, note, outcome = answererOf(kind) && 'agreed' } = paper
    const { id } = await fileDocument(call, {
      act: act.id,
      id: relation,
      kind,
      datedOn: on,
      seenAt: cabinet,
      ...(outcome !== undefined && { outcome }),
      ...(note !== undefined && { note }),
      ...(lang !== undefined && { lang, articles: 12 }),
    })
    known.set(kind, id)
  }
  return known
}

export const cabinet = 'Lemari arsip Bagian Kerja Sama, map contoh'
