import { sql } from 'kysely'
import { holdsWord, soughtWords } from '../../platform/sought-words.ts'
import type { Tx } from '../../platform/database.ts'
import { daysBetween, type DateText, type Zone } from '../../shared/dates.ts'
import { Failure } from '../../shared/failure.ts'
import type { Language } from '../../shared/languages.ts'
import { listTasks } from '../followup/queries.ts'
import { getRegion } from '../reference/queries.ts'
import { listNames } from '../relations/queries.ts'
import { levelOf } from '../sources/model.ts'
import { listProvenance } from '../sources/queries.ts'
import { promiseOf } from './asking.ts'
import { limits, type QuestionKind, type ServiceTexts, type Topic } from './model.ts'
import { slotOf, windowDays } from './publication.ts'

export { programmes } from './telling.ts'
export { findContact } from './contact-read.ts'
export { listBookings, listOfService, readDoor } from './booking-read.ts'

interface ServiceRow {
  id: string
  slug: string
  texts: ServiceTexts
  occurred_on: string
  opens_at: string | null
  closes_at: string | null
  unit: string | null
  unit_name: string | null
  published: boolean
  slots: number
  booked: number
  waiting: number
}

const columns = (
  on: DateText,
) => sql`s.id, s.slug, s.texts, s.occurred_on, s.opens_at, s.closes_at, s.unit, u.name as unit_name,
  exists (select from residents.published p where p.tenant = s.tenant and p.id = s.id) as published, c.*
  from residents.services s left join reference.units u on u.tenant = s.tenant and u.id = s.unit
  cross join lateral (
    select count(distinct l.id)::int as slots, coalesce(sum(b.party) filter (where b.state = 'booked'), 0)::int as booked,
      coalesce(sum(b.party) filter (where b.state = 'waiting'), 0)::int as waiting
    from residents.slots l left join residents.bookings b on b.tenant = l.tenant and b.slot = l.id
    where l.tenant = s.tenant and l.service = s.id and l.day >= ${on} and l.called_off_on is null) c`

const cardOf = (row: ServiceRow, zone: Zone) => ({
  id: row.id,
  slug: row.slug,
  texts: row.texts,
  occurredOn: row.occurred_on,
  ...windowDays(row, zone),
  coming: { slots: row.slots, booked: row.booked, waiting: row.waiting },
  published: row.published,
  ...(row.unit !== null && { unit: { id: row.unit, name: row.unit_name ?? '' } }),
})

/** The services known on a day, newest first (at most 200), narrowed by words of their texts and place. */
export async function listServices(tx: Tx, { on, q = '' }: { on: DateText; q?: string | undefined }) {
  const searched = sql`platform.fold(concat_ws(' ', s.texts::text, s.place))`
  const sought = soughtWords(q).map((word) => holdsWord(searched, word))
  const { rows } = await sql<ServiceRow>`
    select ${columns(on)} where s.voided_on is null and rpad(s.occurred_on, 10, '-01-01') <= ${on}
      and ${sql.join([sql`true`, ...sought], sql` and `)}
    order by s.occurred_on desc, s.id desc limit 200`.execute(tx)
  const zone = (await getRegion(tx)).zone as Zone
  return rows.map((row) => cardOf(row, zone))
}

/** A service by its address with its sessions, and how many people stand in each. Throws not_found. */
export async function getService(tx: Tx, { slug, on }: { slug: string; on: DateText }) {
  const { rows } = await sql<ServiceRow & Further>`
    select s.place, s.spoken, s.minimum, s.household_most, s.group_most, s.purge_on, s.relations, s.voided_on, s.voided_reason,
      s.rev, ${columns(on)} where s.slug = ${slug}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Failure('not_found')
  const zone = (await getRegion(tx)).zone as Zone
  const relations = await listNames(tx, row.relations)
  return {
    ...cardOf(row, zone),
    ...(row.place !== null && { place: row.place }),
    spoken: row.spoken,
    ...(row.minimum !== null && { minimum: row.minimum }),
    householdMost: row.household_most,
    ...(row.group_most !== null && { groupMost: row.group_most }),
    ...(row.purge_on !== null && { purgeOn: row.purge_on }),
    relations: relations.map(({ id, slug: of, name, names }) => ({ id, slug: of, name, names: names ?? {} })),
    slots: await listSlots(tx, row.id),
    zone,
    ...(row.voided_on !== null && { voided: { on: row.voided_on, reason: row.voided_reason ?? '' } }),
    level: levelOf(await listProvenance(tx, [row.id])),
    rev: row.rev,
  }
}

interface Further {
  place: string | null
  spoken: Language[]
  minimum: number | null
  household_most: number
  group_most: number | null
  purge_on: string | null
  relations: string[]
  voided_on: string | null
  voided_reason: string | null
  rev: number
}

interface SlotRow {
  id: string
  day: string
  starts: string
  ends: string
  capacity: number
  taken: number
  waiting: number
  households: number
  came: number
  rev: number
  called_off_on: string | null
  called_off_reason: string | null
}

/** The sessions of a service by day (at most 200): people booked, waiting, and who came. */
export async function listSlots(tx: Tx, service: string) {
  const { rows } = await sql<SlotRow>`
    select l.id, l.day, l.starts, l.ends, l.capacity, l.rev, l.called_off_on, l.called_off_reason,
      coalesce(sum(b.party) filter (where b.state = 'booked'), 0)::int as taken,
      coalesce(sum(b.party) filter (where b.state = 'waiting'), 0)::int as waiting,
      count(b.id) filter (where b.state <> 'cancelled')::int as households,
      coalesce(sum(b.party) filter (where a.id is not null), 0)::int as came
    from residents.slots l
    left join residents.bookings b on b.tenant = l.tenant and b.slot = l.id
    left join residents.arrivals a on a.tenant = b.tenant and a.booking = b.id
    where l.service = ${service}::uuid group by l.tenant, l.id order by l.day, l.starts limit ${limits.slots}`.execute(
    tx,
  )
  return rows.map(slotOf)
}

/** Whose a service is: the agency it belongs to, if any. By its id, one of its sessions, or one of its bookings. */
export async function findKeeper(
  tx: Tx,
  of: { service?: string; slot?: string; booking?: string; slug?: string },
): Promise<{ id: string; unit: string | null } | undefined> {
  const { rows } = await sql<{ id: string; unit: string | null }>`
    select s.id, s.unit from residents.services s where s.id = ${of.service ?? null}::uuid or s.slug = ${of.slug ?? null}
      or s.id = (select service from residents.slots where id = ${of.slot ?? null}::uuid)
      or s.id = (select service from residents.bookings where id = ${of.booking ?? null}::uuid)`.execute(tx)
  return rows[0]
}

/** What a service is called and what is said of it. Throws not_found. */
export async function getTexts(tx: Tx, id: string): Promise<ServiceTexts> {
  const row = await tx.selectFrom('residents.services').select('texts').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  return row.texts as unknown as ServiceTexts
}

const questionColumns = [
  'id',
  'receipt',
  'words',
  'contact',
  'answer',
  'rev',
  'received_on as receivedOn',
  'due_on as dueOn',
  'answer_days as answerDays',
  'answered_on as answeredOn',
] as const

interface QuestionRow {
  kind: string
  topic: string
  words_lang: string
  answer_lang: string | null
  purged_at: string | null
}

function presentQuestion<Row extends QuestionRow>({ words_lang, answer_lang, purged_at, ...row }: Row) {
  return {
    ...row,
    kind: row.kind as QuestionKind,
    topic: row.topic as Topic,
    wordsLang: words_lang as Language,
    answerLang: answer_lang as Language | null,
    purged: purged_at !== null,
  }
}

interface SoughtQuestions {
  waiting?: boolean | undefined
  topic?: Topic | undefined
  after?: string | undefined
  limit: number
}

/**
 * Questions: those that wait by the day of the promise, or all, newest first. Keyset: `after` is the id of the last row
 * seen.
 */
export async function listQuestions(tx: Tx, { waiting = false, topic, after, limit }: SoughtQuestions) {
  const rows = await tx
    .selectFrom('residents.questions')
    .select(questionColumns)
    .select(['kind', 'topic', 'words_lang', 'answer_lang', 'purged_at'])
    .$if(waiting, (query) => query.where('answered_on', 'is', null).where('purged_at', 'is', null))
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic ?? ''))
    .$if(after !== undefined, (query) =>
      waiting
        ? query.where(
            sql<boolean>`(due_on, id) > (select a.due_on, a.id from residents.questions a where a.id = ${after}::uuid)`,
          )
        : query.where('id', '<', after ?? ''),
    )
    .$if(waiting, (query) => query.orderBy('due_on').orderBy('id'))
    .$if(!waiting, (query) => query.orderBy('id', 'desc'))
    .limit(limit + 1)
    .execute()
  const next = rows.length > limit ? rows[limit - 1]?.id : undefined
  return {
    rows: rows.slice(0, limit).map(presentQuestion),
    waiting: (await listWaiting(tx, { on: '9999-12-31', limit: 1 })).total,
    ...(next !== undefined && { next }),
  }
}

/** One question with how its day was counted and who has it in hand. */
export async function getQuestion(tx: Tx, { id, on }: { id: string; on: DateText }) {
  const row = await tx
    .selectFrom('residents.questions')
    .select(questionColumns)
    .select(['kind', 'topic', 'words_lang', 'answer_lang', 'purged_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Failure('not_found')
  const { weekends, holidays, isProvisional } = await promiseOf(tx, {
    receivedOn: row.receivedOn,
    days: row.answerDays,
  })
  return {
    ...presentQuestion(row),
    clock: {
      weekends,
      holidays: holidays.map(({ day, name }) => ({ day, name })),
      isProvisional,
      daysLeft: daysBetween(on, row.dueOn),
    },
    tasks: await listTasks(tx, { subjects: [id], on }),
  }
}

/** Questions that nobody answered yet on a day, the earliest promise first; counted to 100 or to the limit. */
export async function listWaiting(tx: Tx, { on, limit }: { on: DateText; limit: number }) {
  const { rows } = await sql<{
    id: string
    receipt: string
    topic: Topic
    kind: QuestionKind
    dueOn: string
    total: number
  }>`
    select *, count(*) over ()::int as total from (
      select id, receipt, topic, kind, due_on as "dueOn" from residents.questions
      where answered_on is null and purged_at is null and received_on <= ${on} order by due_on, id limit ${Math.max(100, limit)}) x
    limit ${limit}`.execute(tx)
  return {
    rows: rows.map(({ id, receipt, topic, kind, dueOn }) => ({ id, receipt, topic, kind, dueOn })),
    total: rows[0]?.total ?? 0,
  }
}

/** Which of these are questions, by the number of their receipt; what was erased stands no more (`standing`). */
export async function listQuestionNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('residents.questions')
    .select(['id', 'receipt', 'purged_at'])
    .where('id', '=', (any) => any.fn.any(any.val([...ids])) as never)
    .limit(1000)
    .execute()
  return rows.map(({ id, receipt, purged_at }) => ({ id, receipt, standing: purged_at === null }))
}
