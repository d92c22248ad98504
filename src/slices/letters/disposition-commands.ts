import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { addTask } from '../followup/commands.ts'
import { listMembersById } from '../identity/queries.ts'
import { lockMail, putMail } from './incoming-commands.ts'

export interface Disposing {
  id: string
  rev: number
  office: string
  instruction: string
  dueOn?: string | undefined
  recipients: readonly { unit?: string | undefined; member?: string | undefined; person?: string | undefined }[]
  sure?: readonly string[] | undefined
}

/** Disposes a letter that came in: each recipient gets a follow-up of the letter with the instruction and its day. */
export async function dispose(
  { tx, act, on }: { tx: Tx; act: Act; on: string },
  { id, rev, office, instruction, dueOn, recipients, sure }: Disposing,
): Promise<{ id: string; rev: number }> {
  const mail = await lockMail(tx, { id, rev })
  if (mail.direction !== 'in') throw fieldFailure('state', 'wrong')
  const nobody = recipients.findIndex(({ unit, member, person }) => (unit ?? member ?? person) === undefined)
  if (nobody >= 0) throw fieldFailure(`recipients.${nobody}`, 'required')
  const keys = recipients.map(({ unit = '', member, person = '' }) => member ?? `${unit} ${person.toLowerCase()}`)
  const twice = keys.findIndex((key, at) => keys.indexOf(key) < at)
  if (twice >= 0) throw fieldFailure(`recipients.${twice}`, 'taken')
  await refuseLeft(tx, recipients)
  const disposition = newId()
  await tx
    .insertInto('letters.dispositions')
    .values({ id: disposition, mail: id, office, instruction, due_on: dueOn ?? null, given_on: on })
    .execute()
  for (const { unit, member, person } of recipients) {
    const task = await addTask(
      { tx, on },
      { subject: id, step: { what: instruction, unit, member, owner: person, dueOn, sure } },
    )
    await tx
      .insertInto('letters.disposition_recipients')
      .values({
        id: newId(),
        disposition,
        unit: unit ?? null,
        member: member ?? null,
        person: person ?? null,
        follow_up: task.id,
      })
      .execute()
  }
  const next = await putMail(tx, { id, set: {} })
  act.about(id)
  return { id: disposition, rev: next }
}

/** People of the region to whom it is disposed are there and in office. */
async function refuseLeft(tx: Tx, recipients: Disposing['recipients']): Promise<void> {
  const ids = recipients.flatMap(({ member }) => member ?? [])
  if (ids.length === 0) return
  const members = await listMembersById(tx, ids)
  const faults = recipients.flatMap(({ member }, at) => {
    if (member === undefined) return []
    const found = members.find(({ id }) => id === member)
    if (found === undefined) throw new Failure('not_found')
    return found.left ? [{ path: `recipients.${at}`, fault: 'has_left' as const }] : []
  })
  if (faults.length > 0) throw new Failure('invalid', { fields: faults })
}
