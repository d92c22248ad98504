import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { addDays, addYears } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { addTask } from '../followup/commands.ts'
import type { NextStep } from '../followup/model.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { countWorkingDays } from '../procedures/model.ts'
import { getCalendar } from '../reference/queries.ts'
import { limits, type QuestionKind, type Topic } from './model.ts'
import { publishContact } from './publication.ts'
import { findContact } from './contact-read.ts'
import type { Receipt } from './receipts.ts'

type Acting = { tx: Tx; act: Act }

export interface NewQuestion {
  kind: QuestionKind
  topic: Topic
  words: string
  wordsLang: Language
  contact: string | undefined
  receivedOn: string
  receipt: Receipt
}

/**
 * Keeps a question or complaint with the day until which the region promises an answer: its own working days, counted
 * by its holidays. One statement decides the day's limit. Refused (`not_yet`) while the contact point is closed.
 */
export async function receiveQuestion({ tx, act }: Acting, question: NewQuestion): Promise<{ id: string }> {
  const { kind, topic, words, wordsLang, contact, receivedOn, receipt } = question
  const point = await findContact(tx)
  if (point === undefined || !point.open) throw new Failure('not_yet', { missing: [{ contact: 'closed' }] })
  const { dueOn } = await promiseOf(tx, { receivedOn, days: point.answerDays })
  const { rows } = await sql<{ id: string }>`
    insert into residents.questions (id, receipt, key_hash, kind, topic, words, words_lang, contact, received_on, answer_days, due_on, purge_on)
    select ${act.id}::uuid, ${receipt.number}, ${receipt.keyHash}::bytea, ${kind}, ${topic}, ${words}, ${wordsLang}, ${contact ?? null}, ${receivedOn},
      ${point.answerDays}::int, ${dueOn}, ${addDays(receivedOn, point.keepDays)}
    where (select count(*) from residents.questions where received_on = ${receivedOn}) < ${limits.questionsADay}
    returning id`.execute(tx)
  if (rows[0] === undefined) throw new Failure('too_many', { seconds: 3600 })
  act.about(act.id)
  return { id: act.id }
}

/** The promised day with its arithmetic, by the region's holidays. */
export async function promiseOf(tx: Tx, { receivedOn, days }: { receivedOn: string; days: number }) {
  const calendar = await getCalendar(tx, { from: receivedOn, to: addYears(receivedOn, 1) })
  return countWorkingDays({ after: receivedOn, days }, calendar)
}

export interface Answer {
  id: string
  rev: number
  answer: string
  answerLang: Language
  on: string
}

/** Answers a question. An answer may be mended while nobody else did; what was erased cannot be answered any more. */
export async function answerQuestion({ tx, act }: Acting, { id, rev, answer, answerLang, on }: Answer) {
  const answered = await tx
    .updateTable('residents.questions')
    .set((set) => ({ answer, answer_lang: answerLang, answered_on: on, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('purged_at', 'is', null)
    .returning('rev')
    .executeTakeFirst()
  if (answered === undefined) {
    const there = await tx.selectFrom('residents.questions').select('id').where('id', '=', id).executeTakeFirst()
    if (there === undefined) throw new Failure('not_found')
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  }
  act.about(id)
  return { id, rev: answered.rev }
}

/** Gives a question to an agency or a person as a follow-up of it. */
export async function forwardQuestion(
  { tx, act, on }: Acting & { on: string },
  { id, step }: { id: string; step: Omit<NextStep, 'reason'> },
): Promise<{ id: string; rev: number }> {
  // Held, so that it is not erased meanwhile.
  const of = await tx
    .selectFrom('residents.questions')
    .select('purged_at')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (of === undefined) throw new Failure('not_found')
  if (of.purged_at !== null) throw new Failure('stale')
  act.about(id)
  return await addTask({ tx, on }, { subject: id, step })
}

export interface ContactSetting {
  rev: number
  open: boolean
  answerDays: number
  keepDays: number
}

/** Opens or closes the contact point and says what it promises; its public page follows in the same act. */
export async function setContact({ tx, act }: Acting, setting: ContactSetting): Promise<{ rev: number }> {
  const { rev, open, answerDays, keepDays } = setting
  const values = { open, answer_days: answerDays, keep_days: keepDays }
  const set =
    rev === 0
      ? await tx
          .insertInto('residents.contact_points')
          .values({ id: act.id, ...values })
          .onConflict((conflict) => conflict.constraint('one_contact_point').doNothing())
          .returning(['id', 'rev'])
          .executeTakeFirst()
      : await tx
          .updateTable('residents.contact_points')
          .set((of) => ({ ...values, rev: of('rev', '+', 1) }))
          .where('rev', '=', rev)
          .returning(['id', 'rev'])
          .executeTakeFirst()
  if (set === undefined) {
    const standing = await tx.selectFrom('residents.contact_points').select('id').executeTakeFirst()
    const changes = standing === undefined ? [] : await listChangesSince(tx, { row: standing.id, rev })
    throw new Failure('stale', { changes })
  }
  await publishContact({ tx, act }, { id: set.id, open, answerDays, keepDays })
  act.about(set.id)
  return { rev: set.rev }
}
