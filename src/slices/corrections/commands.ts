import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { perRegionAndDay } from './model.ts'

type Acting = { tx: Tx; act: Act }

export interface NewCorrection {
  /** UUIDv7 of the form that was shown: sent twice, it is one correction and one receipt. */
  id: string
  subject: string
  /** The address of the page that is said to be wrong, without language. */
  page: string
  topic: string | undefined
  words: string
  wordsLang: Language
  contact: string | undefined
  receivedOn: string
}

// Without I, L, O and U, which are misread or read as words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The receipt of a form: 40 bits of its hash, so the same form gives the same one. */
function receiptOf(id: string): string {
  const bytes = createHash('sha256').update(`receipt ${id}`).digest()
  const letters = Array.from({ length: 8 }, (_, n) => alphabet[(bytes[n] ?? 0) % 32])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** Keeps what a reader says is wrong. One statement decides the day's limit of the region. */
export async function receiveCorrection({ tx, act }: Acting, correction: NewCorrection): Promise<{ receipt: string }> {
  const { id, subject, page, topic, words, wordsLang, contact, receivedOn } = correction
  const receipt = receiptOf(id)
  const known = await tx
    .selectFrom('corrections.corrections')
    .select(['receipt', 'words', 'topic', 'contact'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (known !== undefined) {
    // Sent, gone back to and changed: what was written the second time is not what this receipt is for.
    const isSame = known.words === words && known.topic === (topic ?? null) && known.contact === (contact ?? null)
    if (!isSame) throw new Failure('reused')
    return { receipt: known.receipt }
  }
  const { rows } = await sql<{ id: string }>`
    insert into corrections.corrections (id, receipt, subject, page, topic, words, words_lang, contact, received_on)
    select ${id}::uuid, ${receipt}, ${subject}::uuid, ${page}, ${topic ?? null}, ${words}, ${wordsLang}, ${contact ?? null}, ${receivedOn}
    where (select count(*) from corrections.corrections where received_on = ${receivedOn}) < ${perRegionAndDay}
    on conflict do nothing
    returning id`.execute(tx)
  if (rows[0] === undefined) throw new Failure('too_many', { seconds: 3600 })
  act.about(subject)
  return { receipt }
}

export interface Answer {
  id: string
  rev: number
  state: 'accepted' | 'declined'
  answer: string
  on: string
}

/** Answers a reader. An answer may be mended while nobody else did. */
export async function answerCorrection({ tx, act }: Acting, { id, rev, state, answer, on }: Answer) {
  const answered = await tx
    .updateTable('corrections.corrections')
    .set((set) => ({ state, answer, answered_on: on, rev: set('rev', '+', 1) }))
    .where('id', '=', id)
    .where('rev', '=', rev)
    .returning(['rev', 'subject'])
    .executeTakeFirst()
  if (answered === undefined) {
    const there = await tx.selectFrom('corrections.corrections').select('id').where('id', '=', id).executeTakeFirst()
    if (there === undefined) throw new Failure('not_found')
    throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  }
  act.about(answered.subject)
  return { id, rev: answered.rev }
}
