import { fixed, type Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { PartnerCard } from '../partners/model.ts'
import type { CooperationType } from '../procedures/model.ts'
import { currentStage, endOf, recordsOf, runningProcess, statusOf, type Course, type Process } from './course.ts'
import type { SignedText } from './term.ts'

/** A row of relations.sheets: a relation with its partner, processes and signed texts, whatever the day. */
export interface RelationRow {
  id: string
  slug: string
  label: string | null
  cooperationType: CooperationType | null
  purpose: string | null
  beganOn: string | null
  notContinuedOn: string | null
  lastOn: string | null
  rev: number
  partner:
    | (Omit<PartnerCard, 'nativeName' | 'nativeLang' | 'country' | 'kind'> &
        Record<'nativeName' | 'nativeLang' | 'country' | 'kind', string | null>)
    | null
  /** Newest first. */
  processes: (Omit<Process, 'closedOn'> & { closedOn: string | null })[]
  texts: SignedText[]
  published: boolean
}

const foreignTypes: readonly (CooperationType | null)[] = ['ksdpl', 'ksdll']
const domesticTypes: readonly (CooperationType | null)[] = ['ksdd', 'ksdpk', 'sinergi']

/** By its type, else by the partner's country; foreign while nobody knows, because that is told of earlier. */
function isForeign({ cooperationType, partner }: Pick<RelationRow, 'cooperationType' | 'partner'>): boolean {
  if (foreignTypes.includes(cooperationType)) return true
  return !domesticTypes.includes(cooperationType) && partner?.country !== 'ID'
}

/** What decides the status of a relation. */
export function courseOf(row: RelationRow): Course {
  return {
    notContinuedOn: row.notContinuedOn ?? undefined,
    cooperationType: row.cooperationType ?? undefined,
    processes: row.processes.map(({ closedOn, ...process }) => ({ ...process, closedOn: closedOn ?? undefined })),
    texts: row.texts,
    isForeign: isForeign(row),
  }
}

/** A row with what the rules say of it on a day. */
export function present(row: RelationRow, on: DateText) {
  const { processes: _, texts: __, ...relation } = row
  const course = courseOf(row)
  const process = runningProcess(course, on)
  const status = statusOf(course, on)
  return {
    ...relation,
    process: process === undefined ? null : { ...process, records: recordsOf(process) },
    status: status ?? null,
    stage: process === undefined ? null : currentStage(process),
    endsOn: endOf(course, on) ?? null,
    notContinuedOn: status === 'not_continued' ? row.notContinuedOn : null,
  }
}

// relations.sheets is a view that brings partner and process along as JSON, so a list of 25 is still one trip.
export const relationById = fixed<RelationRow>('select * from relations.sheets where id = $1')

/** A relation with all that is known of its course, whatever the day. */
export async function getCourse(tx: Tx, id: string) {
  const [row] = await relationById(tx, [id])
  if (row === undefined) throw new Failure('not_found')
  return { row, course: courseOf(row) }
}

/** A relation with partner, process, status and stage on a day. */
export async function getRelation(tx: Tx, { id, on }: { id: string; on: string }) {
  const [row] = await relationById(tx, [id])
  return presentOne(row, on)
}

/** The one relation that was asked for, as it stood on a day. */
export function presentOne(row: RelationRow | null | undefined, on: string) {
  if (row === null || row === undefined) throw new Failure('not_found')
  return present(row, on)
}
