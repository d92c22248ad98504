/** From which day the invented region is told. No clock is asked: its records are the same on every start. */
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { addDays } from '../../shared/dates.ts'

export type Entering = { tx: Tx; act: Act }

/** What ends soon, what is late and what has ended is meant on this day. */
export const sampleDay = '2026-11-21'

/** So many days after the sample day, or before it. */
export const day = (days: number): string => addDays(sampleDay, days)

/** The address of a relation of the invented region: its own word behind one that says what it is. */
export const addressOf = ({ slug }: { slug: string }): string => `contoh-${slug}`
