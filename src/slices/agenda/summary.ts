import { sql } from 'kysely'
import type { Call } from '../../platform/call.ts'
import type { Tx } from '../../platform/database.ts'
import { Failure, fieldFailure } from '../../shared/failure.ts'
import { newId } from '../../shared/ids.ts'
import { listChangesSince } from '../ledger/queries.ts'
import { lockActivity } from './locks.ts'
import { stateAfterSaving, summaryLimits, type Block } from './summary-model.ts'
import { drawFrom, findSummary } from './summary-read.ts'

/** As text that the database reads as JSON: a list would otherwise go out as an array of its own. */
export const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::text::jsonb`

type Acting = Pick<Call, 'tx' | 'act' | 'on'>

export interface SummaryEdit {
  id: string
  rev: number
  blocks: readonly Block[]
  lang?: string | undefined
  aside?: readonly Block[] | undefined
  /** Why a summary is changed that was agreed on. */
  reason?: string | undefined
}

/**
 * Saves the summary of an activity and keeps it as a version. Refused as `stale` when somebody was faster; what was
 * agreed on wants a reason (`reason`, required), and what was not is never amended.
 */
export async function saveSummary({ tx, act, on }: Acting, { id: activity, rev, blocks, aside, ...edit }: SummaryEdit) {
  await lockActivity(tx, activity)
  act.about(activity)
  const was = await findSummary(tx, activity)
  if ((was?.rev ?? 0) !== rev) throw await staleSummary(tx, { id: was?.id ?? activity, rev })
  const isAgreed = was?.state === 'disepakati'
  if (isAgreed && edit.reason === undefined) throw fieldFailure('reason', 'required')
  if (!isAgreed && edit.reason !== undefined) throw fieldFailure('reason', 'wrong')
  await refuseStrangePoints(tx, { activity, blocks, kept: was?.blocks ?? [] })
  const lang = edit.lang ?? was?.lang ?? 'id'
  const version = (was?.version ?? 0) + 1
  if (version > summaryLimits.versions) throw new Failure('too_large')
  const values = { blocks: asJson(blocks), lang, version }
  const summary = was?.id ?? newId()
  if (was === undefined) {
    await tx.insertInto('agenda.summaries').values({ id: summary, activity, ...values }).execute() // prettier-ignore
  } else {
    await tx
      .updateTable('agenda.summaries')
      .set((set) => ({ ...values, state: stateAfterSaving(was.state), rev: set('rev', '+', 1) }))
      .where('id', '=', summary)
      .execute()
  }
  const { drawn } = await drawFrom(tx, { activity, on })
  const kept = { summary, lang, saved_on: on, drawn: asJson(drawn) }
  if (aside !== undefined) {
    const beside = { ...kept, id: newId(), number: version, kind: 'aside', blocks: asJson(aside) }
    await tx.insertInto('agenda.summary_versions').values(beside).execute()
  }
  const kind = isAgreed ? 'amended' : 'saved'
  await tx
    .insertInto('agenda.summary_versions')
    .values({ ...kept, id: newId(), number: version, kind, reason: edit.reason ?? null, blocks: values.blocks })
    .execute()
  return { id: summary, rev: rev + 1, version }
}

/** A block belongs to a point of this activity, or to one that stood in the summary before. */
async function refuseStrangePoints(
  tx: Tx,
  { activity, blocks, kept }: { activity: string; blocks: readonly Block[]; kept: readonly Block[] },
): Promise<void> {
  const asked = blocks.flatMap(({ point }) => point ?? []).filter((point) => !kept.some((one) => one.point === point))
  if (asked.length === 0) return
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from agenda.topics where activity = ${activity}::uuid and id = any(${asked}::uuid[])`.execute(
    tx,
  )
  if (rows[0]?.n !== new Set(asked).size) throw fieldFailure('blocks', 'not_listed')
}

/** Locks a summary and its activity; not found in another region. */
export async function lockSummary(tx: Tx, id: string) {
  const row = await tx.selectFrom('agenda.summaries').select('activity').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  await lockActivity(tx, row.activity)
  const found = await findSummary(tx, row.activity)
  if (found === undefined) throw new Failure('not_found')
  return found
}

async function staleSummary(tx: Tx, { id, rev }: { id: string; rev: number }): Promise<Failure> {
  return new Failure('stale', { changes: await listChangesSince(tx, { row: id, rev }) })
}

interface Agreement {
  id: string
  rev: number
  on: string
  how: 'surat' | 'surel'
  reference: string
  by?: string | undefined
}

/** Records that a partner agreed by letter or mail, on what stands now. A day to come is refused. */
export async function agreeSummary({ tx, act, on: now }: Acting, { id, rev, on, how, reference, by }: Agreement) {
  const was = await lockSummary(tx, id)
  act.about(was.activity)
  if (was.rev !== rev) throw await staleSummary(tx, { id, rev })
  if (on > now) throw fieldFailure('on', 'wrong_order')
  await settle(tx, { ...was, on, how, reference, by, role: undefined })
  return { id, rev: rev + 1 }
}

interface Settled {
  id: string
  version: number
  on: string
  how: 'tautan' | 'surat' | 'surel'
  reference?: string | undefined
  by?: string | undefined
  role?: string | undefined
}

/** Both sides agree on the version that stands. */
export async function settle(tx: Tx, { id, version, on, how, reference, by, role }: Settled): Promise<void> {
  await tx
    .updateTable('agenda.summaries')
    .set((set) => ({
      rev: set('rev', '+', 1),
      state: 'disepakati',
      agreed_version: version,
      agreed_on: on,
      agreed_how: how,
      agreed_reference: reference ?? null,
      agreed_by: by ?? null,
      agreed_role: role ?? null,
    }))
    .where('id', '=', id)
    .execute()
}

interface Translated {
  id: string
  rev: number
  lang: string
  author: string
  blocks: readonly Block[]
}

/** Keeps what a person translated beside the text; the summary's own language is refused. */
export async function translateSummary({ tx, act }: Acting, { id, rev, lang, author, blocks }: Translated) {
  const was = await lockSummary(tx, id)
  act.about(was.activity)
  if (was.lang === lang) throw fieldFailure('lang', 'wrong')
  const before = await tx
    .selectFrom('agenda.summary_translations')
    .select(['id', 'rev'])
    .where('summary', '=', id)
    .where('lang', '=', lang)
    .executeTakeFirst()
  if ((before?.rev ?? 0) !== rev) throw await staleSummary(tx, { id: before?.id ?? id, rev })
  const values = { lang, author, version: was.version, blocks: asJson(blocks) }
  if (before === undefined) {
    const made = newId()
    await tx.insertInto('agenda.summary_translations').values({ id: made, summary: id, ...values }).execute() // prettier-ignore
    return { id: made, rev: 1 }
  }
  await tx
    .updateTable('agenda.summary_translations')
    .set((set) => ({ ...values, rev: set('rev', '+', 1) }))
    .where('id', '=', before.id)
    .execute()
  return { id: before.id, rev: rev + 1 }
}

/** Takes a translation off; the ledger keeps it. */
export async function dropTranslation({ tx, act }: Acting, { id, rev }: { id: string; rev: number }) {
  const row = await tx
    .selectFrom('agenda.summary_translations')
    .select('summary')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  act.about((await lockSummary(tx, row.summary)).activity)
  const dropped = await tx
    .deleteFrom('agenda.summary_translations')
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst()
  if (dropped.numDeletedRows !== 1n) throw await staleSummary(tx, { id, rev })
  return { id }
}
