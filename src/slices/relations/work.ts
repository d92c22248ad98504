import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { addYears, isDate, isOnOrBefore, type DateText } from '../../shared/dates.ts'
import {
  daysHeld,
  dprdClock,
  eligibilityOf,
  getProcedure,
  obstaclesTo,
  openStep,
  planElements,
  requirementsOf,
  waitingTimes,
  type EligibilityAnswer,
  type EligibilityId,
  type HolderId,
  type PartnerKind,
  type PlanElement,
  type Procedure,
  type ProcessFacts,
  type StepId,
  type WorkingDays,
} from '../procedures/model.ts'
import { getCalendar } from '../reference/queries.ts'
import { documentFacts, processOn, recordsOf, runningProcess, type Process, type StepState } from './course.ts'
import { listDocuments, listTexts } from './papers.ts'
import { listFields } from './field-rows.ts'
import { getCourse } from './sheet.ts'

interface Answers {
  planRev: number
  plan: Partial<Record<PlanElement, string>>
  eligibility: { item: EligibilityId; answer: EligibilityAnswer; note: string | null; answeredOn: DateText }[]
}

/** The plan and the answered rows of a process, in one trip. */
async function readAnswers(tx: Tx, process: string): Promise<Answers> {
  const { rows } = await sql<
    { plan: (Partial<Record<PlanElement, string | null>> & { rev: number }) | null } & Answers
  >`
    select (select to_json(p.*) from relations.plans p where p.process = ${process}::uuid) as plan,
      (select coalesce(json_agg(json_build_object('item', e.item, 'answer', e.answer, 'note', e.note, 'answeredOn', e.answered_on)), '[]')
       from relations.eligibility e where e.process = ${process}::uuid) as eligibility`.execute(tx)
  const [row] = rows
  const written = planElements.flatMap((element) => {
    const words = row?.plan?.[element]
    return typeof words === 'string' && words !== '' ? [[element, words] as const] : []
  })
  return { planRev: row?.plan?.rev ?? 0, plan: Object.fromEntries(written), eligibility: row?.eligibility ?? [] }
}

/** A relation's running process on a day with everything its rules ask; the process is undefined where none runs. */
export async function getCase(tx: Tx, { id, on }: { id: string; on: DateText }) {
  const { row, course } = await getCourse(tx, id)
  const process = runningProcess(course, on)
  if (process === undefined) return { row, course, process }
  const fields = await listFields(tx, { relation: id, on })
  const answers = await readAnswers(tx, process.id)
  const answered = answers.eligibility.filter(({ answeredOn }) => answeredOn <= on)
  const facts: ProcessFacts = {
    ...documentFacts(process),
    cooperationType: row.cooperationType ?? undefined,
    partnerKind: row.partner?.kind as PartnerKind | undefined,
    fields: fields.map(({ sector, name, affair, object, standing }) => ({
      isNamed: sector !== undefined || name !== undefined,
      hasAffair: affair !== undefined,
      isDropped: standing === 'tidak_dilanjutkan',
      object,
    })),
    eligibility: Object.fromEntries(answered.map(({ item, answer }) => [item, answer])),
    plan: answers.plan,
  }
  return { row, course, process, procedure: getProcedure(process.procedure), facts, answers, answered }
}

/** What is missing before a step may be prepared or issued. It never refuses: where no procedure runs, nothing may. */
export async function prepareStep(tx: Tx, { id, step, on }: { id: string; step: StepId; on: DateText }) {
  const found = await getCase(tx, { id, on })
  if (found.process === undefined) return { mayPrepare: false, obstacles: [] }
  const obstacles = obstaclesTo(found.procedure, { step, facts: found.facts })
  return { mayPrepare: obstacles.length === 0, obstacles }
}

/** The plan of the running process; revision 0 while nothing of it is written. */
export async function readPlan(tx: Tx, { id, on }: { id: string; on: DateText }) {
  const { course } = await getCourse(tx, id)
  const process = processOn(course, on)
  if (process === undefined) return { rev: 0, elements: {} }
  const { planRev, plan } = await readAnswers(tx, process.id)
  return { rev: planRev, elements: plan }
}

/**
 * All that a relation's page shows of the running process on a day: what is missing, steps by holder and round, DPRD's
 * clock, papers, texts, plan and the rows of the exploration report.
 */
export async function getWork(tx: Tx, { id, on }: { id: string; on: DateText }) {
  const found = await getCase(tx, { id, on })
  const documents = await listDocuments(tx, { id, on })
  const texts = await listTexts(tx, { id, on })
  if (found.process === undefined) return { ...nothingRuns, documents, texts }
  const { process, procedure, facts, answers, answered } = found
  const steps = await listSteps(tx, { process, on })
  const next = nextStep(procedure, process)
  const obstacles = next === undefined ? [] : obstaclesTo(procedure, { step: next, facts })
  const signing = procedure.steps.findLast(({ closes }) => closes !== undefined)?.id
  const open = signing === undefined ? [] : obstaclesTo(procedure, { step: signing, facts })
  return {
    process: {
      id: process.id,
      procedure: process.procedure,
      provisional: process.provisional,
      beganOn: process.beganOn,
    },
    next: next === undefined ? null : { step: next, mayPrepare: obstacles.length === 0, obstacles },
    requirements: (signing === undefined ? [] : requirementsOf(procedure, signing)).map((requirement) => {
      const missing = open.find(({ id: of, step }) => of === requirement.id && step === requirement.step)
      return { ...requirement, ...missing, isMet: missing === undefined }
    }),
    steps: steps.map((step) => ({ ...step, days: daysOf(step, on) })),
    waiting: waitingTimes(steps.map(heldOf), on),
    clock: await readClock(tx, { steps, on }),
    documents,
    texts,
    plan: { rev: answers.planRev, elements: answers.plan },
    eligibility: eligibilityOf(procedure, facts).map(({ id: item, article, mayNotApply }) => {
      const row = answered.find((each) => each.item === item)
      return {
        item,
        article,
        mayNotApply: mayNotApply === true,
        answer: row?.answer ?? null,
        note: row?.note ?? null,
        answeredOn: row?.answeredOn ?? null,
      }
    }),
  }
}

const nothingRuns = {
  process: null,
  next: null,
  requirements: [],
  steps: [],
  waiting: [],
  clock: null,
  plan: { rev: 0, elements: {} },
  eligibility: [],
}

/** The step to prepare next: the one being worked on or the one after it, the first that wants anything. */
function nextStep(procedure: Procedure, process: Process): StepId | undefined {
  const records = recordsOf(process)
  const furthest = procedure.steps.findLast(({ id }) =>
    records.some(({ step, documented }) => step === id && documented),
  )
  const from = openStep(procedure, records)?.no ?? (furthest?.no ?? 0) + 1
  return procedure.steps.find(({ no, requires }) => no >= from && requires.length > 0)?.id
}

interface StepRow {
  id: string
  step: StepId
  round: number
  holder: HolderId
  state: StepState
  documented: boolean
  occurredOn: string
  fromOn: string | null
  toOn: string | null
  note: string | null
  clock: WorkingDays | null
  rev: number
}

/** The steps of a process as they stood on a day (at most 1,000). */
async function listSteps(tx: Tx, { process, on }: { process: Process; on: DateText }): Promise<StepRow[]> {
  const { rows } = await sql<Omit<StepRow, 'documented'>>`
    select id, step, round, holder, state, occurred_on as "occurredOn", from_on as "fromOn", to_on as "toOn", note, clock, rev
    from relations.steps where process = ${process.id}::uuid order by occurred_on, id limit 1000`.execute(tx)
  const then = rows.filter(({ occurredOn }) => isOnOrBefore(occurredOn, on))
  return then.map((row) => {
    const isOut = row.toOn !== null && !isOnOrBefore(row.toOn, on)
    const fromOn = row.fromOn !== null && isOnOrBefore(row.fromOn, on) ? row.fromOn : null
    const documented = process.documents.some(({ step, round }) => step === row.step && round === row.round)
    return { ...row, documented, fromOn, ...(isOut && { state: 'waiting' as const, toOn: null }) }
  })
}

const heldOf = ({ step, holder, round, fromOn, toOn }: StepRow) => ({
  step,
  holder,
  round,
  fromOn: fromOn ?? undefined,
  toOn: toOn ?? undefined,
})

function daysOf({ fromOn, toOn }: Pick<StepRow, 'fromOn' | 'toOn'>, on: DateText): number | null {
  return daysHeld({ fromOn: fromOn ?? undefined, toOn: toOn ?? undefined }, on) ?? null
}

/** The clock of DPRD's newest round: counted anew while it runs, as it was kept once it ended. */
async function readClock(tx: Tx, { steps, on }: { steps: readonly StepRow[]; on: DateText }) {
  const ofDprd = steps.filter(({ step, holder }) => step === 'persetujuan_dprd' && holder === 'dprd')
  const newest = ofDprd.toSorted((a, b) => a.round - b.round).findLast(({ state }) => state !== 'running')
  if (newest === undefined) return null
  const { fromOn, toOn, clock } = newest
  // A clock starts with a whole day and is overdue after three months at the latest: a year beyond either is enough.
  const from = fromOn !== null && isDate(fromOn) ? fromOn : on
  const calendar = await getCalendar(tx, { from, to: addYears(on, 1) })
  const frozen = clock ?? undefined
  return dprdClock({ receivedOn: fromOn ?? undefined, decidedOn: toOn ?? undefined, on, calendar, frozen })
}
