import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { addDays, daysBetween, firstDayOf } from '../../shared/dates.ts'
import type { Permission, Role } from '../../shared/permissions.ts'
import {
  listDueItems,
  listNames as listVisitNames,
  listOpen,
  listShared,
  listUnassigned,
  listWithCarried,
} from '../../slices/agenda/queries.ts'
import { countWaiting } from '../../slices/corrections/queries.ts'
import type { FollowUp } from '../../slices/followup/model.ts'
import { listAsked, listCome, listDirections, listOwn } from '../../slices/followup/queries.ts'
import { listDrafts, listLastSent, listUnanswered, listUndisposed } from '../../slices/letters/queries.ts'
import type { QuietKind } from '../../slices/relations/model.ts'
import { listNames, listOpenClocks, listSilent, listUnnamed } from '../../slices/relations/queries.ts'
import { listWaiting as listQuestions } from '../../slices/residents/queries.ts'
import { listWaiting as listPartnerAnswers } from '../../slices/sharing/queries.ts'
import type { readToday } from './contract.ts'
import { turnOf, type Group, type Me } from './model.ts'
import { named, nameSubjects } from './subjects.ts'

export type Line = z.input<typeof readToday.output>['lines'][number]

export interface Asked {
  me: Me
  on: DateText
  /** At most 250: what may be put off, and 50 that may not. What is counted is counted to 100, or to it. */
  limit: number
}

/** One question to one slice: whose turn it can be, and what waits. */
export interface Source {
  roles: readonly Role[]
  may?: Permission
  find(tx: Tx, asked: Asked): Promise<Group<Line>>
}

const officers = ['petugas', 'kepala_bagian'] as const satisfies readonly Role[]
const heads = ['pimpinan'] as const satisfies readonly Role[]

/** A limit is told once it is so many working days away; what an agency has to do, so many days before. */
const ahead = { clock: 10, task: 7 }

const none: Group<Line> = { lines: [], total: 0 }

/**
 * Everything that can wait, in the order in which it is told. A slice that has something new to say gets one line here:
 * who it can wait for, and its question; its words are in messages, its way in ui/tell-line.ts.
 */
export const waiting: readonly Source[] = [
  { roles: officers, may: 'corrections.answer', find: ofCorrections },
  { roles: officers, may: 'corrections.answer', find: ofQuestions },
  { roles: heads, find: ofDirections },
  { roles: ['petugas', 'kepala_bagian', 'pimpinan'], may: 'followup.read', find: ofSteps },
  { roles: ['opd'], find: ofAgency },
  { roles: officers, find: ofClocks },
  {
    roles: [...officers, ...heads],
    may: 'letters.dispose',
    find: async (tx, asked) => await ofLetters(tx, asked, 'undisposed'),
  },
  { roles: officers, may: 'letters.prepare', find: async (tx, asked) => await ofLetters(tx, asked, 'unanswered') },
  { roles: officers, may: 'agenda.record', find: ofPreparing },
  { roles: officers, find: ofCarried },
  { roles: officers, find: ofConfirming },
  { roles: officers, may: 'relations.mend', find: ofPartnerAnswers },
  { roles: officers, find: ofUnassigned },
  { roles: officers, find: ofAsked },
  { roles: officers, may: 'letters.prepare', find: ofDrafts },
  { roles: officers, may: 'relations.mend', find: ofUnnamed },
  { roles: officers, may: 'agenda.record', find: ofVisits },
  { roles: officers, find: ofSilence },
]

/**
 * Letters that came in and that nobody was given yet, or that want an answer and have none. A head is not told of
 * answers, so hers are also those that want one and were given to nobody.
 */
async function ofLetters(tx: Tx, { me, on, limit }: Asked, state: 'undisposed' | 'unanswered'): Promise<Group<Line>> {
  const { rows, total } =
    state === 'unanswered'
      ? await listUnanswered(tx, { direction: 'in', on, limit })
      : await listUndisposed(tx, { on, limit, wanting: me.isHead === true })
  const lines = rows.map(({ id, partner, correspondent, register, mission, passedOn, answerBy }): Line => ({
    key: `letter:${state}:${id}`,
    kind: 'letter',
    letter: id,
    // Of a mission's letter the list of a morning says no more than its number.
    name: mission ? '' : (partner?.name ?? correspondent ?? ''),
    ...(mission && register !== null && { register }),
    ...(partner !== null && !mission && { names: partner.names }),
    state,
    cameOn: passedOn,
    ...(answerBy !== null && { answerBy }),
  }))
  return { lines, total }
}

/** What is due of the checklists of meetings, one line a meeting: hers to do, and what others have and is overdue. */
async function ofPreparing(tx: Tx, { me, on, limit }: Asked): Promise<Group<Line>> {
  const items = (await listDueItems(tx, on)).flatMap((item) => {
    const turn = turnOf(item, { me, on })
    return turn === undefined ? [] : [{ ...item, turn }]
  })
  const meetings = [...Map.groupBy(items, ({ visit }) => visit.id).values()]
  const lines = meetings.slice(0, limit).flatMap((of): Line[] => {
    const [first] = of
    if (first === undefined) return []
    const { occurredOn, ...visit } = first.visit
    const dueOn = of.reduce((least, item) => (item.dueOn < least ? item.dueOn : least), first.dueOn)
    const ask = of.filter(({ turn }) => turn === 'ask').length
    return [
      {
        key: `prepare:${visit.id}`,
        kind: 'prepare',
        visit,
        occurredOn,
        n: of.length,
        ask,
        dueOn,
        after: occurredOn < on,
      },
    ]
  })
  return { lines, total: Math.min(Math.max(100, limit), meetings.length) }
}

/** Meetings of the coming week to which earlier ones left something open. */
async function ofCarried(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const rows = await listWithCarried(tx, { from: on, to: addDays(on, ahead.task), on })
  const lines = rows.slice(0, limit).map(({ visit, occurredOn, n }): Line => {
    return { key: `carried:${visit.id}`, kind: 'carried', visit, occurredOn, n }
  })
  return { lines, total: rows.length }
}

/** Summaries that a partner was handed a week ago or longer and nobody answered. */
async function ofConfirming(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const rows = await listShared(tx, addDays(on, -ahead.task))
  const lines = rows.slice(0, limit).map(({ visit, sharedOn }): Line => {
    return { key: `confirm:${visit.id}`, kind: 'confirm', visit, sharedOn }
  })
  return { lines, total: rows.length }
}

/** What partners said on their pages and nobody settled, one line for each cooperation. */
async function ofPartnerAnswers(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const rows = await listPartnerAnswers(tx, on)
  const shown = rows.slice(0, limit)
  const relations = await listNames(tx, shown.map((row) => row.relation)) // prettier-ignore
  const lines = shown.flatMap(({ relation: of, n, since }): Line[] => {
    const relation = relations.find(({ id }) => id === of)
    if (relation === undefined) return []
    return [{ key: `partner_answer:${of}:${n}`, kind: 'partner_answer', relation: named(relation), n, since }]
  })
  return { lines, total: rows.length - (shown.length - lines.length) }
}

async function ofCorrections(tx: Tx, { on }: Asked): Promise<Group<Line>> {
  const n = await countWaiting(tx, on)
  return n === 0 ? none : { lines: [{ key: 'corrections', kind: 'corrections', n }], total: 1 }
}

/** What foreign residents asked and nobody answered, the earliest promise first. */
async function ofQuestions(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const { rows, total } = await listQuestions(tx, { on, limit })
  const lines = rows.map(({ id, receipt, dueOn }): Line => {
    return { key: `question:${id}`, kind: 'question', question: { id, receipt }, dueOn }
  })
  return { lines, total }
}

/** Follow-ups as lines, with what they follow from; of what is not there any more nothing is told. */
async function linesOf(
  tx: Tx,
  { rows, limit }: { rows: readonly FollowUp[]; limit: number },
  tell: (row: FollowUp) => { kind: Line['kind'] } & Record<string, unknown>,
): Promise<Group<Line>> {
  const shown = rows.slice(0, limit)
  const whose = await nameSubjects(tx, shown.map(({ subject }) => subject)) // prettier-ignore
  const lines = shown.flatMap((row): Line[] => {
    const of = whose(row.subject)
    const said = tell(row)
    return of === undefined ? [] : [{ key: `${said.kind}:${row.id}`, ...said, ...of } as Line]
  })
  return { lines, total: Math.min(Math.max(100, limit), rows.length) - (shown.length - lines.length) }
}

async function ofDirections(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const rows = await listDirections(tx, on)
  return await linesOf(tx, { rows, limit }, ({ fromOn }) => ({ kind: 'direction', since: fromOn }))
}

/** Whose day has come: mine to do, or another's to be asked about. A head of region has her own only. */
async function ofSteps(tx: Tx, { me, on, limit }: Asked): Promise<Group<Line>> {
  const turns = (await listCome(tx, on)).flatMap((row) => {
    const turn = turnOf(row, { me, on })
    const isHers = !me.isHead || row.member?.id === me.membership
    return turn === undefined || !isHers ? [] : [{ row, turn }]
  })
  const turnById = new Map(turns.map(({ row, turn }) => [row.id, turn]))
  return await linesOf(tx, { rows: turns.map(({ row }) => row), limit }, ({ id, what = '', dueOn = on, ...row }) => {
    if (turnById.get(id) === 'do') return { kind: 'next_step', what, dueOn }
    return { kind: 'ask', what, dueOn, whom: row.unit?.name ?? row.member?.name ?? row.owner ?? '' }
  })
}

/** What the caller's agency, or she herself, has to do within a week, or without a day. */
async function ofAgency(tx: Tx, { me, on, limit }: Asked): Promise<Group<Line>> {
  const rows = (await listOwn(tx, { unit: me.unit, member: me.membership, on })).filter(
    ({ dueOn }) => dueOn === undefined || dueOn <= addDays(on, ahead.task),
  )
  return await linesOf(tx, { rows, limit }, ({ what = '', dueOn }) => {
    return { kind: 'task', what, ...(dueOn !== undefined && { dueOn }) }
  })
}

async function ofUnassigned(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listUnassigned(tx, asked)
  const relations = await listNames(tx, rows.map((row) => row.relation)) // prettier-ignore
  const lines = rows.flatMap(({ relation: of, n }): Line[] => {
    const relation = relations.find(({ id }) => id === of)
    if (relation === undefined) return []
    return [{ key: `unassigned:${of}`, kind: 'unassigned', relation: named(relation), n }]
  })
  return { lines, total }
}

/** What a partner asked for waits until a letter left after it, or somebody says that it is done. */
async function ofAsked(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const rows = await listAsked(tx, on)
  const whose = await nameSubjects(tx, rows.map(({ subject }) => subject)) // prettier-ignore
  const known = rows.map((row) => ({ ...row, of: whose(row.subject) }))
  const sent = await listLastSent(tx, { relations: known.flatMap(({ of }) => of?.relation?.id ?? []), on })
  const lines = known.flatMap(({ id: followUp, subject, of, what, fromOn }): Line[] => {
    const last = sent.find(({ relation }) => relation === of?.relation?.id)?.sentOn
    if (of === undefined || (last !== undefined && last >= fromOn)) return []
    return [{ key: `asked:${subject}:${fromOn}`, kind: 'asked', ...of, followUp, what, askedOn: fromOn }]
  })
  return { lines: lines.slice(0, limit), total: Math.min(Math.max(100, limit), lines.length) }
}

async function ofClocks(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const near = (await listOpenClocks(tx, on)).filter(({ daysLeft }) => daysLeft <= ahead.clock)
  const lines = near.slice(0, limit).map(({ id, relation, dueOn, daysLeft, isProvisional }): Line => {
    return { key: `clock:${id}`, kind: 'clock', relation: named(relation), dueOn, daysLeft, isProvisional }
  })
  return { lines, total: Math.min(Math.max(100, limit), near.length) }
}

async function ofDrafts(tx: Tx, { limit }: Asked): Promise<Group<Line>> {
  const { rows, total } = await listDrafts(tx, limit)
  const relations = await listNames(tx, rows.flatMap((row) => row.relation ?? [])) // prettier-ignore
  const visits = await listVisitNames(tx, rows.flatMap((row) => row.activity ?? [])) // prettier-ignore
  const lines = rows.flatMap(({ id: letter, kind: letterKind, relation: of, activity }): Line[] => {
    const relation = relations.find(({ id }) => id === of)
    const visit = relation === undefined ? visits.find(({ id }) => id === activity) : undefined
    if (relation === undefined && visit === undefined) return []
    const about = relation === undefined ? { visit } : { relation: named(relation) }
    return [{ key: `draft:${letter}`, kind: 'draft', letter, letterKind, ...about }]
  })
  return { lines, total }
}

async function ofUnnamed(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listUnnamed(tx, asked)
  const lines = rows.map(({ relation, hasText }): Line => {
    return { key: `partner:${relation.id}`, kind: 'partner', relation: named(relation), hasText }
  })
  return { lines, total }
}

async function ofVisits(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listOpen(tx, asked)
  const lines = rows.map(({ occurredOn, sorted, ...visit }): Line => {
    return { key: `visit:${visit.id}`, kind: 'visit', visit, occurredOn, sorted }
  })
  return { lines, total }
}

async function ofSilence(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const { rows, total } = await listSilent(tx, { on, limit })
  const lines = rows.map(({ relation, kind: why, since }): Line => {
    const days = daysBetween(firstDayOf(since), on)
    return {
      key: `silent:${relation.id}`,
      kind: 'silent',
      relation: named(relation),
      why: why as QuietKind,
      lastOn: since,
      days,
    }
  })
  return { lines, total }
}
