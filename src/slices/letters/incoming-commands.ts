import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { getFile } from '../files/queries.ts'
import { dropOpen } from '../followup/commands.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { findPartner } from '../partners/queries.ts'
import { listUnits } from '../reference/queries.ts'
import { listNames } from '../relations/queries.ts'
import { answeredWithout } from './answered.ts'
import { isMission, mailFaults, type CorrespondentKind, type Direction, type MailEntry } from './mailroom-model.ts'
import type { NumberType } from './number-model.ts'
import { lockNumber, refuseUsedNumber, usedFailure } from './numbers.ts'
import { cancelNumber, drawNumber } from './register-commands.ts'
import { closeThread } from './thread-commands.ts'

type Acting = { tx: Tx; act: Act; on: string }
type Sure = readonly string[] | undefined

/** What is entered of a letter; what is absent is not known. */
export interface EnteredMail extends MailEntry {
  kind: CorrespondentKind
  number?: string | undefined
  issuer?: string | undefined
  numberType?: NumberType | undefined
  srikandiRef?: string | undefined
  subject: string
  language?: string | undefined
  nature: string
  security: string
  seenAt?: string | undefined
  body?: string | undefined
  answers?: string | undefined
  relations: readonly string[]
  files: readonly string[]
}

/** Registers a letter and draws its number. `kept` are the files of an uploaded mail, already kept in this act. */
export async function registerMail(
  call: Acting,
  {
    behind,
    thread,
    kept = [],
    sure,
    ...entry
  }: EnteredMail & { behind?: number | undefined; thread?: string | undefined; kept?: readonly string[]; sure?: Sure },
): Promise<{ id: string; rev: number; register: string; year: number }> {
  const { tx, act } = call
  const id = newId()
  const values = await valuesOf(call, { entry, sure })
  if (thread !== undefined) await getOpenThread(tx, thread)
  if (thread !== undefined && values.mission) await closeThread(tx, thread)
  await tx
    .insertInto('letters.mail')
    .values({ id, direction: entry.direction, ...values, thread: thread ?? null })
    .execute()
  await putRelations(tx, { id, relations: entry.relations })
  await putFiles(tx, { id, files: [...entry.files, ...kept] })
  if (entry.answers !== undefined) await noteAnswer(tx, { id, direction: entry.direction, of: entry.answers, on: entry.passedOn }) // prettier-ignore
  act.about(id)
  const { register, year } = await drawNumber(call, { book: entry.direction, day: entry.passedOn, letter: id, behind })
  return { id, rev: 1, register, year }
}

/** Changes what was entered; the number in the register stays, and with it the year. */
export async function mendMail(
  call: Acting,
  { id, rev, sure, ...entry }: Omit<EnteredMail, 'direction'> & { id: string; rev: number; sure?: Sure },
): Promise<{ id: string; rev: number }> {
  const { tx, act } = call
  const before = await lockMail(tx, { id, rev })
  if (before.passed_on.slice(0, 4) !== entry.passedOn.slice(0, 4)) throw fieldFailure('passedOn', 'wrong')
  const direction = before.direction as Direction
  const values = await valuesOf(call, { entry: { ...entry, direction }, sure, id })
  const next = await putMail(tx, { id, set: values })
  await putRelations(tx, { id, relations: entry.relations })
  await putFiles(tx, { id, files: entry.files })
  if (before.answers !== null && entry.answers !== before.answers) await takeBackAnswer(tx, { id, of: before.answers })
  if (entry.answers !== undefined && entry.answers !== before.answers) await noteAnswer(tx, { id, direction, of: entry.answers, on: entry.passedOn }) // prettier-ignore
  if (before.thread !== null && values.mission) await closeThread(tx, before.thread)
  act.about(id)
  return { id, rev: next }
}

/** Cancels a letter and its number; both stay visible, and what was to follow from it is dropped. */
export async function cancelMail(
  { tx, act, on }: Acting,
  { id, rev, reason }: { id: string; rev: number; reason: string },
): Promise<{ id: string; rev: number }> {
  await lockMail(tx, { id, rev })
  await cancelNumber({ tx, on }, { letter: id, reason })
  await dropOpen({ tx, on }, { subjects: [id] })
  const next = await putMail(tx, { id, set: { voided_on: on, voided_reason: reason } })
  act.about(id)
  return { id, rev: next }
}

/** Says how a letter was answered: by a letter of the other direction, in words with a day, or (null) not yet. */
export async function answerMail(
  { tx, act, on }: Acting,
  {
    id,
    rev,
    letter,
    on: answeredOn,
    how,
    sure,
  }: {
    id: string
    rev: number
    letter?: string | null | undefined
    on?: string | undefined
    how?: string | undefined
    sure?: Sure
  },
): Promise<{ id: string; rev: number }> {
  const before = await lockMail(tx, { id, rev })
  const byLetter = typeof letter === 'string'
  if (letter === undefined && how === undefined) throw fieldFailure('how', 'required')
  if (how !== undefined && answeredOn === undefined) throw fieldFailure('on', 'required')
  const day = byLetter ? await dayOfAnswer(tx, { letter, direction: before.direction as Direction }) : undefined
  const said = answeredOn ?? day
  if (said !== undefined && before.dated_on !== null && said < before.dated_on) throw fieldFailure('on', 'wrong_order')
  if (said !== undefined && said > on && sure?.includes('on') !== true) throw fieldFailure('on', 'doubtful')
  const set =
    letter === null
      ? { answered_by: null, answered_on: null, answered_how: null }
      : { answered_by: letter ?? null, answered_on: said ?? null, answered_how: how ?? null }
  if (letter === null) await takeBackAnswers(tx, id)
  const next = await putMail(tx, { id, set })
  act.about(id)
  return { id, rev: next }
}

/** The columns of a letter as entered. Refuses all faults at once; a number entered before is doubtful or taken. */
async function valuesOf({ tx, on }: Acting, { entry, sure, id }: { entry: EnteredMail; sure: Sure; id?: string }) {
  const faults = mailFaults(entry, { on, sure })
  if (faults.length > 0) throw new Failure('invalid', { fields: faults })
  const partner = entry.partner === undefined ? undefined : await findPartner(tx, entry.partner)
  if (entry.partner !== undefined && partner === undefined) throw new Failure('not_found')
  const unit = await findUnit(tx, entry.unit)
  await refuseUsed(tx, { entry, sure, id })
  return {
    kind: entry.kind,
    partner: entry.partner ?? null,
    unit: unit?.id ?? null,
    // The words stay: a list says them, and an agency may be called otherwise later.
    correspondent: entry.correspondent ?? unit?.name ?? null,
    mission: isMission(entry.kind, partner?.kind),
    number: entry.number ?? null,
    issuer: entry.issuer ?? null,
    number_type: entry.numberType ?? null,
    srikandi_ref: entry.srikandiRef ?? null,
    dated_on: entry.datedOn ?? null,
    passed_on: entry.passedOn,
    channel: entry.channel,
    spoke: entry.spoke ?? null,
    subject: entry.subject,
    language: entry.language ?? null,
    nature: entry.nature,
    security: entry.security,
    seen_at: entry.seenAt ?? null,
    body: entry.body ?? null,
    wants_answer: entry.wantsAnswer,
    answer_by: entry.answerBy ?? null,
    answers: entry.answers ?? null,
  }
}

async function findUnit(tx: Tx, id: string | undefined): Promise<{ id: string; name: string } | undefined> {
  if (id === undefined) return undefined
  const unit = (await listUnits(tx)).find((one) => one.id === id)
  if (unit === undefined) throw new Failure('not_found')
  return unit
}

/**
 * A number is used once by its office, year and type of paper. Ours is then taken; a partner's is asked again, because
 * the same letter often comes twice, by mail and by post.
 */
async function refuseUsed(
  tx: Tx,
  { entry, sure, id }: { entry: EnteredMail; sure: Sure; id?: string | undefined },
): Promise<void> {
  const { direction, number, datedOn, passedOn, issuer, numberType: type } = entry
  if (number === undefined) return
  const year = (datedOn ?? passedOn).slice(0, 4)
  if (direction === 'out') return await refuseUsedNumber(tx, { number, year, issuer, type, id }, sure)
  await lockNumber(tx, { number, year })
  if (sure?.includes('number') === true) return
  const { partner = null, correspondent = null, unit = null } = entry
  const { rows } = await sql<{ id: string; name: string }>`
    select id, subject as name from letters.mail
    where direction = 'in' and lower(number) = lower(${number}) and voided_on is null
      and left(coalesce(dated_on, passed_on), 4) = ${year} and id is distinct from ${id ?? null}::uuid
      and coalesce(number_type, 'surat') = ${type ?? 'surat'}
      and case when ${partner}::uuid is not null or partner is not null then partner is not distinct from ${partner}::uuid
        when ${unit}::uuid is not null and unit is not null then unit = ${unit}::uuid
        else lower(coalesce(correspondent, '')) = lower(coalesce(${correspondent}::text,
          (select u.name from reference.units u where u.id = ${unit}::uuid), '')) end
    limit 1`.execute(tx)
  const [found] = rows
  if (found !== undefined) throw await usedFailure(tx, { ...found, kind: null, fault: 'doubtful' })
}

async function putRelations(tx: Tx, { id, relations }: { id: string; relations: readonly string[] }): Promise<void> {
  const wanted = [...new Set(relations)]
  if ((await listNames(tx, wanted)).length !== wanted.length) throw new Failure('not_found')
  const there = await tx.selectFrom('letters.mail_relations').select(['id', 'relation']).where('mail', '=', id).limit(100).execute() // prettier-ignore
  const gone = there.filter(({ relation }) => !wanted.includes(relation)).map((row) => row.id)
  if (gone.length > 0) await tx.deleteFrom('letters.mail_relations').where('id', 'in', gone).execute()
  const added = wanted.filter((relation) => !there.some((row) => row.relation === relation))
  if (added.length === 0) return
  await tx
    .insertInto('letters.mail_relations')
    .values(added.map((relation) => ({ id: newId(), mail: id, relation })))
    .execute()
}

async function putFiles(tx: Tx, { id, files }: { id: string; files: readonly string[] }): Promise<void> {
  const wanted = [...new Set(files)]
  for (const file of wanted) await getFile(tx, file)
  const there = await tx.selectFrom('letters.mail_files').select(['id', 'file', 'position']).where('mail', '=', id).limit(100).execute() // prettier-ignore
  const gone = there.filter(({ file }) => !wanted.includes(file)).map((row) => row.id)
  if (gone.length > 0) await tx.deleteFrom('letters.mail_files').where('id', 'in', gone).execute()
  const added = wanted.filter((file) => !there.some((row) => row.file === file))
  if (added.length === 0) return
  const last = Math.max(0, ...there.map(({ position }) => position))
  await tx
    .insertInto('letters.mail_files')
    .values(added.map((file, at) => ({ id: newId(), mail: id, file, position: last + at + 1 })))
    .execute()
}

/** A letter that answers another one of the other direction is that one's answer, from its own day on. */
async function noteAnswer(
  tx: Tx,
  { id, direction, of, on }: { id: string; direction: Direction; of: string; on: string },
): Promise<void> {
  const other = direction === 'in' ? 'out' : 'in'
  const answered = await tx
    .updateTable('letters.mail as m')
    .set((set) => ({ answered_by: id, answered_on: on, rev: set('rev', '+', 1) }))
    .where('m.id', '=', of)
    .where('m.direction', '=', other)
    .where('m.voided_on', 'is', null)
    .where(sql<boolean>`not ${answeredWithout(id)}`)
    .returning('m.id')
    .executeTakeFirst()
  if (answered !== undefined) return
  // Answered before by another letter, or a letter that was written here: that one finds its answer by asking.
  const there = await sql<{ there: boolean }>`select
    exists (select from letters.mail where id = ${of}::uuid and direction = ${other} and voided_on is null)
    or (${direction === 'in'} and exists (select from letters.letters where id = ${of}::uuid and state = 'sent')) as there`.execute(
    tx,
  )
  if (there.rows[0]?.there !== true) throw new Failure('not_found')
}

/** A letter that is said to answer another one, or none, is the answer of the one before no more. */
async function takeBackAnswer(tx: Tx, { id, of }: { id: string; of: string }): Promise<void> {
  await tx
    .updateTable('letters.mail')
    .set((set) => ({ answered_by: null, answered_on: null, answered_how: null, rev: set('rev', '+', 1) }))
    .where('id', '=', of)
    .where('answered_by', '=', id)
    .execute()
}

/** Of a letter that has no answer yet none says that it answers it. */
async function takeBackAnswers(tx: Tx, of: string): Promise<void> {
  await tx
    .updateTable('letters.mail')
    .set((set) => ({ answers: null, rev: set('rev', '+', 1) }))
    .where('answers', '=', of)
    .execute()
}

/** The day from which a letter answers; undefined while it is a draft. Throws not_found for one that cannot answer. */
async function dayOfAnswer(
  tx: Tx,
  { letter, direction }: { letter: string; direction: Direction },
): Promise<string | undefined> {
  const mail = await tx
    .selectFrom('letters.mail')
    .select('passed_on')
    .where('id', '=', letter)
    .where('direction', '=', direction === 'in' ? 'out' : 'in')
    .where('voided_on', 'is', null)
    .executeTakeFirst()
  if (mail !== undefined) return mail.passed_on
  const written = await tx
    .selectFrom('letters.letters')
    .select('sent_on')
    .where('id', '=', letter)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (written === undefined || direction === 'out') throw new Failure('not_found')
  return written.sent_on ?? undefined
}

async function getOpenThread(tx: Tx, id: string): Promise<void> {
  const thread = await tx.selectFrom('letters.threads').select('id').where('id', '=', id).executeTakeFirst()
  if (thread === undefined) throw new Failure('not_found')
}

/** Locks a letter at the revision that was on screen; a cancelled one changes no more. */
export async function lockMail(tx: Tx, { id, rev }: { id: string; rev: number }) {
  const mail = await tx.selectFrom('letters.mail').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (mail === undefined) throw new Failure('not_found')
  if (mail.rev !== rev) throw new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
  if (mail.voided_on !== null) throw fieldFailure('state', 'wrong')
  return mail
}

/** Writes columns of a letter that is locked; answers its next revision. */
export async function putMail(tx: Tx, { id, set }: { id: string; set: Record<string, unknown> }): Promise<number> {
  const { rev } = await tx
    .updateTable('letters.mail')
    .set((column) => ({ ...set, rev: column('rev', '+', 1) }))
    .where('id', '=', id)
    .returning('rev')
    .executeTakeFirstOrThrow()
  return rev
}
