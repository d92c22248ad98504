import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { foldForSearch } from '../../shared/text.ts'
import { findPartner } from '../partners/queries.ts'
import { listNames } from '../relations/queries.ts'
import { refuseOthers, staleOf, type Keeper } from './locks.ts'

interface Acting {
  tx: Tx
  act: Act
  on: DateText
  who: Keeper
}

export interface RequestValues {
  partner?: string | null | undefined
  relation?: string | null | undefined
  school?: string | null | undefined
  number?: number | null | undefined
  neededOn?: string | null | undefined
  filled?: number | null | undefined
  filledLocal?: number | null | undefined
  reportedOn?: string | null | undefined
  gap?: string | null | undefined
}

interface Row {
  partner: string | null
  relation: string | null
  school: string | null
  skill: string
  number: number | null
  needed_on: string | null
  filled: number | null
  filled_local: number | null
  reported_on: string | null
  gap: string | null
}

const nothing: Row = {
  partner: null,
  relation: null,
  school: null,
  skill: '',
  number: null,
  needed_on: null,
  filled: null,
  filled_local: null,
  reported_on: null,
  gap: null,
}

/** What a company asks for. Agency staff enter it as their agency's. */
export async function addRequest(call: Acting, request: RequestValues & { skill: string }): Promise<{ id: string }> {
  const { tx, act, who } = call
  if (who.role === 'opd' && who.unit === undefined) throw new Failure('forbidden')
  const row = over(nothing, request)
  const search = await check(call, row)
  const id = newId()
  const unit = who.role === 'opd' ? (who.unit ?? null) : null
  await tx
    .insertInto('workforce.requests')
    .values({ id, unit, ...row, search })
    .execute()
  act.about(id)
  return { id }
}

/** Corrects a request, or enters what was filled of it. */
export async function mendRequest(
  call: Acting,
  { id, rev, ...mend }: RequestValues & { id: string; rev: number; skill?: string | undefined },
): Promise<{ id: string; rev: number }> {
  const { tx, act } = call
  const before = await lockRequest(call, { id, rev })
  const row = over(before, mend)
  const search = await check(call, row)
  await tx
    .updateTable('workforce.requests')
    .set({ ...row, search, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  act.about(id)
  return { id, rev: rev + 1 }
}

/** Removes what was entered by mistake. */
export async function dropRequest(call: Acting, { id, rev }: { id: string; rev: number }): Promise<{ id: string }> {
  await lockRequest(call, { id, rev })
  await call.tx.deleteFrom('workforce.requests').where('id', '=', id).execute()
  call.act.about(id)
  return { id }
}

async function lockRequest({ tx, who }: Acting, { id, rev }: { id: string; rev: number }) {
  const row = await tx.selectFrom('workforce.requests').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  refuseOthers(who, row.unit)
  if (row.rev !== rev) throw await staleOf(tx, { id, rev })
  return row
}

function over(before: Row, given: RequestValues & { skill?: string | undefined }): Row {
  const or = <Value>(now: Value | undefined, was: Value): Value => (now === undefined ? was : now)
  return {
    partner: or(given.partner, before.partner),
    relation: or(given.relation, before.relation),
    school: or(given.school, before.school) || null,
    skill: given.skill ?? before.skill,
    number: or(given.number, before.number),
    needed_on: or(given.neededOn, before.needed_on),
    filled: or(given.filled, before.filled),
    filled_local: or(given.filledLocal, before.filled_local),
    reported_on: or(given.reportedOn, before.reported_on),
    gap: or(given.gap, before.gap) || null,
  }
}

/** What was filled has its day of report and the company that reported it, residents are among them; answers what the list is searched by. */
async function check({ tx, on }: Pick<Acting, 'tx' | 'on'>, row: Row): Promise<string> {
  if (row.filled !== null && row.reported_on === null) throw fieldFailure('reportedOn', 'required')
  if (row.filled !== null && row.partner === null) throw fieldFailure('partner', 'required')
  if (row.reported_on !== null && row.reported_on > on) throw fieldFailure('reportedOn', 'wrong_order')
  if (row.filled_local !== null && row.filled === null) throw fieldFailure('filled', 'required')
  if (row.filled_local !== null && row.filled !== null && row.filled_local > row.filled) {
    throw fieldFailure('filledLocal', 'wrong')
  }
  const partner = row.partner === null ? undefined : await findPartner(tx, row.partner)
  if (row.partner !== null && partner === undefined) throw new Failure('not_found')
  if (row.relation !== null && (await listNames(tx, [row.relation])).length === 0) throw new Failure('not_found')
  return foldForSearch([row.skill, row.school, partner?.name].filter(Boolean).join(' '))
}
