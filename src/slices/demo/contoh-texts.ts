/** Texts of the invented region. Nobody is named as having signed: no person is invented. */
import { firstDayOf, type PartialDate } from '../../shared/dates.ts'
import { recordText } from '../relations/commands.ts'
import type { TextKind } from '../relations/model.ts'
import { sampleDay, type Entering } from './contoh-day.ts'
import { cabinet, type KnownPapers } from './contoh-papers.ts'

export interface SampleText {
  kind: TextKind
  title: string
  number?: string
  theirs?: string
  signed?: PartialDate
  at?: string
  begins?: PartialDate
  /** One of these, or none where nobody knows the term. */
  months?: number
  ends?: PartialDate
  isOpenEnded?: true
  terminated?: string
  /** How many texts before this one the text stands that it replaces. */
  replaces?: number
  /** An old one, of which nothing is asked again. */
  imported?: true
  /** Told of, and not on file: it counts as signed nowhere. */
  unfiled?: true
}

/** Records texts of a relation in their order. One whose paper is on file by its process rests on that. */
export async function enterTexts(
  { tx, act }: Entering,
  { relation, texts, known }: { relation: string; texts: readonly SampleText[]; known: KnownPapers },
): Promise<void> {
  const entered: string[] = []
  for (const text of texts) {
    const { kind, title, signed, at, begins, months, ends, isOpenEnded, terminated, imported, unfiled } = text
    const filed = kind === 'loi' ? known.get('loi') : kind === 'rencana' ? known.get('rencana_kerja_sama') : undefined
    const paper = { seenAt: cabinet, ...(signed === undefined && { datedOn: sampleDay }) }
    const replaces = text.replaces === undefined ? undefined : entered.at(-text.replaces)
    const { id } = await recordText(
      { tx, act, on: sampleDay },
      {
        act: act.id,
        id: relation,
        kind,
        title,
        ...(text.number !== undefined && { numberOurs: text.number }),
        ...(text.theirs !== undefined && { numberTheirs: text.theirs }),
        ...(signed !== undefined && { signedOn: signed }),
        ...(at !== undefined && { signedAt: at }),
        ...(begins !== undefined && { beginsOn: begins }),
        ...(months !== undefined && { termMonths: months }),
        ...(ends !== undefined && { endsOn: ends }),
        ...(isOpenEnded !== undefined && { isOpenEnded }),
        ...(terminated !== undefined && { terminatedOn: terminated }),
        ...(replaces !== undefined && { replaces }),
        ...(imported !== undefined && { imported }),
        ...(filed !== undefined ? { document: filed } : unfiled === undefined && { paper }),
      },
    )
    entered.push(id)
  }
}

/** The number a text of the region has: running over all of them, with the year of its signing. */
export function numberOf(running: number, signed: PartialDate): string {
  return `415.4/${String(running).padStart(3, '0')}/KS-CONTOH/${firstDayOf(signed).slice(0, 4)}`
}
