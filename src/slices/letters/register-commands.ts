import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import type { AfterUndo } from '../ledger/commands.ts'
import { nextSuffix, registerLabel, type Direction } from './mailroom-model.ts'

export interface Drawing {
  book: Direction
  /** The day whose year the number belongs to. */
  day: string
  letter: string
  /** Enter behind this number as its next letter (12.a) instead of drawing a new one. */
  behind?: number | undefined
}

/**
 * Enters a letter in the register. The number is drawn by one statement that holds the book's row until COMMIT: whoever
 * is rolled back leaves no gap, and two never get the same. Drawn as late as the act allows, because others wait.
 */
export async function drawNumber(
  { tx, on }: { tx: Tx; on: string },
  { book, day, letter, behind }: Drawing,
): Promise<{ register: string; year: number }> {
  const year = Number(day.slice(0, 4))
  const place =
    behind === undefined
      ? { number: await countUp(tx, { book, year }), suffix: '' }
      : { number: behind, suffix: await suffixBehind(tx, { book, year, number: behind }) }
  await tx
    .insertInto('letters.register')
    .values({ id: newId(), book, year, ...place, letter, entered_on: on })
    .execute()
  return { register: registerLabel(place), year }
}

type Book = { book: Direction; year: number }

async function countUp(tx: Tx, { book, year }: Book): Promise<number> {
  const { last } = await tx
    .insertInto('letters.counters')
    .values({ book, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'book', 'year']).doUpdateSet({ last: sql`letters.counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

async function suffixBehind(tx: Tx, { book, year, number }: Book & { number: number }): Promise<string> {
  // The same row that numbers are drawn from: of two who enter behind one number the second waits.
  await sql`select from letters.counters where book = ${book} and year = ${year} for update`.execute(tx)
  const last = await tx
    .selectFrom('letters.register')
    .select('suffix')
    .where('book', '=', book)
    .where('year', '=', year)
    .where('number', '=', number)
    .orderBy('suffix', 'desc')
    .executeTakeFirst()
  if (last === undefined) throw fieldFailure('behind', 'not_listed')
  const suffix = nextSuffix(last.suffix)
  if (suffix === undefined) throw fieldFailure('behind', 'taken')
  return suffix
}

/** Cancels the number of a letter: it stays in the register with the reason, and is never given again. */
export async function cancelNumber(
  { tx, on }: { tx: Tx; on: string },
  { letter, reason }: { letter: string; reason: string },
): Promise<void> {
  await tx
    .updateTable('letters.register')
    .set((set) => ({ cancelled_on: on, cancelled_reason: reason, rev: set('rev', '+', 1) }))
    .where('letter', '=', letter)
    .where('cancelled_on', 'is', null)
    .execute()
}

interface Entry {
  id: string
  book: Direction
  year: number
  number: number
  suffix: string
  letter: string
  entered_on: string
}

/** What stands beside a number whose entry was taken back: it is no number of another letter. */
const takenBack = 'Pencatatannya diurungkan.'

/** An undo takes a letter back, and never its number: that stays in the register as cancelled. */
export const keepNumbers: AfterUndo = async ({ tx, on }, touched) => {
  for (const { table_name, op, after } of touched) {
    if (table_name !== 'letters.register' || op !== 'insert' || after === null) continue
    const { id, book, year, number, suffix, letter, entered_on } = after as unknown as Entry
    await tx
      .insertInto('letters.register')
      .values({ id, book, year, number, suffix, letter, entered_on, cancelled_on: on, cancelled_reason: takenBack })
      .onConflict((conflict) => conflict.columns(['tenant', 'book', 'year', 'number', 'suffix']).doNothing())
      .execute()
  }
}
