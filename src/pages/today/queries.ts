import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { addDays, weekdayOf, type DateText } from '../../shared/dates.ts'
import type { Permission } from '../../shared/permissions.ts'
import {
  listBetween,
  listNames as listVisitNames,
  listOpen,
  listPointNames,
  listUnassigned,
} from '../../slices/agenda/queries.ts'
import { countWaiting } from '../../slices/corrections/queries.ts'
import { listAsked, listDue } from '../../slices/followup/queries.ts'
import { listDrafts, listLastSent } from '../../slices/letters/queries.ts'
import { listEnding, listNames, listOpenClocks, listSilent, listUnnamed } from '../../slices/relations/queries.ts'
import type { readToday } from './contract.ts'
import { chooseLines, type Group } from './model.ts'

type Line = z.input<typeof readToday.output>['lines'][number]
type May = (permission: Permission) => boolean

/** "At most seven lines, then 'dan 12 lagi'"; so many of a kind when all are asked for. */
const most = { lines: 7, ofKind: 50, ending: 7 }

/** A limit is told once it is so many working days away. */
const clockDays = 10

/** What waits for somebody on a day, computed from what is recorded up to it. Nothing is stored for it. */
export async function getToday(tx: Tx, { on, all = false, may }: { on: DateText; all?: boolean; may: May }) {
  const from = addDays(on, -((weekdayOf(on) + 6) % 7))
  const week = { from, to: addDays(from, 6) }
  const limit = all ? most.ofKind : most.lines
  const groups = [
    may('corrections.answer') ? await ofCorrections(tx, on) : none,
    may('followup.read') ? await ofNextSteps(tx, { on, limit }) : none,
    await ofClocks(tx, { on, limit }),
    may('followup.read') ? await ofUnassigned(tx, { on, limit }) : none,
    may('followup.read') ? await ofAsked(tx, { on, limit }) : none,
    may('letters.prepare') ? await ofDrafts(tx, limit) : none,
    may('relations.mend') ? await ofUnnamed(tx, { on, limit }) : none,
    may('agenda.record') ? await ofVisits(tx, { on, limit }) : none,
    await ofSilence(tx, { on, limit }),
  ]
  const ending = await listEnding(tx, { on, limit: most.ending })
  return {
    on,
    week,
    ...chooseLines(groups, all ? most.ofKind * groups.length : most.lines),
    activities: await listBetween(tx, week),
    ending: ending.rows.map(({ relation, endsOn }) => ({ relation: named(relation), endsOn })),
    endingMore: ending.total - ending.rows.length,
  }
}

/** The day of somebody who has nothing of relations on it: an agency, the administrator. */
export function emptyDay(on: DateText) {
  const from = addDays(on, -((weekdayOf(on) + 6) % 7))
  const nothing = { lines: [], more: 0, total: 0, activities: [], ending: [], endingMore: 0 }
  return { on, week: { from, to: addDays(from, 6) }, ...nothing }
}

interface Asked {
  on: DateText
  limit: number
}

const none: Group<Line> = { lines: [], total: 0 }
const named = <Of extends { names?: object | undefined }>(relation: Of) => ({
  ...relation,
  names: relation.names ?? {},
})

async function ofCorrections(tx: Tx, on: DateText): Promise<Group<Line>> {
  const n = await countWaiting(tx, on)
  return n === 0 ? none : { lines: [{ kind: 'corrections', n }], total: 1 }
}

async function ofNextSteps(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listDue(tx, asked)
  const whose = await nameSubjects(tx, rows.map(({ subject }) => subject)) // prettier-ignore
  const lines = rows.flatMap(({ subject, what, dueOn }): Line[] => {
    const of = whose(subject)
    return of === undefined ? [] : [{ kind: 'next_step', ...of, what, dueOn }]
  })
  return { lines, total: total - (rows.length - lines.length) }
}

/** What a follow-up follows from, as a line names it: a relation, a visit, or the relation of the point discussed. */
async function nameSubjects(tx: Tx, subjects: readonly string[]) {
  const points = await listPointNames(tx, subjects)
  const relations = await listNames(tx, [...subjects, ...points.flatMap(({ relation }) => relation ?? [])])
  const visits = await listVisitNames(tx, subjects)
  return (subject: string) => {
    const point = points.find(({ id }) => id === subject)
    const relation = relations.find(({ id }) => id === (point?.relation ?? subject))
    if (relation !== undefined) return { relation: named(relation) }
    const visit = visits.find(({ id }) => id === subject) ?? point
    return visit && { visit: { id: visit.id, slug: visit.slug, about: visit.about } }
  }
}

async function ofUnassigned(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listUnassigned(tx, asked)
  const relations = await listNames(tx, rows.map((row) => row.relation)) // prettier-ignore
  const lines = rows.flatMap(({ relation: of, n }): Line[] => {
    const relation = relations.find(({ id }) => id === of)
    return relation === undefined ? [] : [{ kind: 'unassigned', relation: named(relation), n }]
  })
  return { lines, total }
}

/** What a partner asked for waits until a letter left after it, or somebody says that it is done. */
async function ofAsked(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const rows = await listAsked(tx, on)
  const whose = await nameSubjects(tx, rows.map(({ subject }) => subject)) // prettier-ignore
  const named = rows.map((row) => ({ ...row, of: whose(row.subject) }))
  const sent = await listLastSent(tx, { relations: named.flatMap(({ of }) => of?.relation?.id ?? []), on })
  const lines = named.flatMap(({ of, what, fromOn }): Line[] => {
    const last = sent.find(({ relation }) => relation === of?.relation?.id)?.sentOn
    if (of === undefined || (last !== undefined && last >= fromOn)) return []
    return [{ kind: 'asked', ...of, what, askedOn: fromOn }]
  })
  return { lines: lines.slice(0, limit), total: lines.length }
}

async function ofClocks(tx: Tx, { on, limit }: Asked): Promise<Group<Line>> {
  const near = (await listOpenClocks(tx, on)).filter(({ daysLeft }) => daysLeft <= clockDays)
  const lines = near.slice(0, limit).map(({ relation, dueOn, daysLeft, isProvisional }): Line => {
    return { kind: 'clock', relation: named(relation), dueOn, daysLeft, isProvisional }
  })
  return { lines, total: Math.min(near.length, 100) }
}

async function ofDrafts(tx: Tx, limit: number): Promise<Group<Line>> {
  const { rows, total } = await listDrafts(tx, limit)
  const relations = await listNames(tx, rows.map((row) => row.relation)) // prettier-ignore
  const lines = rows.flatMap(({ id: letter, kind: letterKind, relation: of }): Line[] => {
    const relation = relations.find(({ id }) => id === of)
    return relation === undefined ? [] : [{ kind: 'draft', letter, letterKind, relation: named(relation) }]
  })
  return { lines, total }
}

async function ofUnnamed(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listUnnamed(tx, asked)
  return {
    lines: rows.map(({ relation, hasText }): Line => ({ kind: 'partner', relation: named(relation), hasText })),
    total,
  }
}

async function ofVisits(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listOpen(tx, asked)
  const lines = rows.map(({ occurredOn, sorted, ...visit }): Line => ({ kind: 'visit', visit, occurredOn, sorted }))
  return { lines, total }
}

async function ofSilence(tx: Tx, asked: Asked): Promise<Group<Line>> {
  const { rows, total } = await listSilent(tx, asked)
  const lines = rows.map(({ id, slug, label, partner, lastOn, days }): Line => {
    const relation = { id, slug, name: partner?.name ?? label ?? '', names: partner?.names ?? {} }
    return { kind: 'silent', relation, lastOn, days }
  })
  return { lines, total }
}
