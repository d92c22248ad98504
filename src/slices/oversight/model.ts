/** Every status word a line may carry, 'none' where no procedure runs. Those in use stand in relations' model. */
export const registerStatuses = [
  'none',
  'exploring',
  'in_process',
  'signed_incomplete',
  'in_force',
  'ending_soon',
  'ended',
  'not_continued',
] as const
export type RegisterStatus = (typeof registerStatuses)[number]

/** The one line of a relation that province and ministry may read (product principle 7). */
export interface RegisterLine {
  relation: string
  province: string
  regionCode: string
  regionName: string
  partnerName: string
  country: string | undefined
  kind: string | undefined
  /** While its texts run; in force reads as ending soon from `soonOn`, and after `endsOn` the line reads `afterEnd`. */
  status: RegisterStatus
  soonOn: string | undefined
  endsOn: string | undefined
  afterEnd: RegisterStatus | undefined
  /** The first day on which the line says what the rules say; absent where it never does. */
  holdsFrom: string | undefined
  stage: string | undefined
  sectors: string[]
  lastActivityOn: string | undefined
  demonstration: boolean
}

/** Words for the ids in a line, by id. */
export type RegisterWords = Record<'kind' | 'status' | 'stage', Record<string, string>>
