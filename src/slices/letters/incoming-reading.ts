import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Failure } from '../../shared/failure.ts'
import { listFiles } from '../files/queries.ts'
import { listTasks } from '../followup/queries.ts'
import { mailAnswered } from './answered.ts'
import { letterClosed } from './closed.ts'
import {
  mailState,
  registerLabel,
  type CorrespondentKind,
  type Direction,
  type Nature,
  type Security,
  type Way,
} from './mailroom-model.ts'
import type { NumberType } from './number-model.ts'

interface Stored {
  direction: Direction
  kind: CorrespondentKind
  channel: Way
  nature: Nature
  security: Security
  partner: { id: string; name: string; names: Record<string, string> } | null
  thread: { id: string; title: string } | null
  unit: { id: string; name: string } | null
  numberType: NumberType | null
}

interface Linked {
  id: string
  drafted: boolean
  subject: string
  number: string | null
  /** Whether it was cancelled. */
  gone: boolean
  /** The day on which it came in or went out; null for a draft. */
  passedOn: string | null
}

/** A registered letter for its page, with what follows from it on a day. Throws not_found. */
export async function readMail(tx: Tx, { id, on }: { id: string; on: string }) {
  const row = await findStored(tx, id)
  if (row === undefined) throw new Failure('not_found')
  const { answers, answered_by, answered, saidBy, ...stored } = row
  const [register] = await tx
    .selectFrom('letters.register')
    .select(['number', 'suffix', 'year'])
    .where('letter', '=', id)
    .orderBy('cancelled_on', (order) => order.asc().nullsFirst())
    .limit(1)
    .execute()
  const links = await listLinked(
    tx,
    [answers, answered_by, saidBy].filter((each) => each !== null),
  )
  const linkOf = (of: string | null) => links.find((link) => link.id === of)
  const dispositions = await listDispositions(tx, id)
  const followUps = await listTasks(tx, { subjects: [id], on })
  const answer = answerOf({ answered, said: stored, by: linkOf(answered_by), saidBy: linkOf(saidBy) })
  const mail = { ...stored, answeredOn: answer.on }
  const standing = {
    direction: mail.direction,
    voided: mail.voidedOn !== null,
    wantsAnswer: mail.wantsAnswer,
    answered,
    disposed: dispositions.length > 0,
    open: followUps.filter(({ endedOn }) => endedOn === undefined).length,
  }
  return {
    ...mail,
    register: register === undefined ? null : registerLabel(register),
    registerYear: register?.year ?? null,
    state: mailState(standing),
    answers: linkOf(answers) ?? null,
    answeredBy: answer.by,
    relations: await listRelations(tx, id),
    files: await listFilesOf(tx, id),
    dispositions,
    followUps,
  }
}

/**
 * The letter that answers one, and since when: the one it names, what was said in words, or the first that says itself
 * that it answers it. A letter that was cancelled since answers nothing; a draft is named as long as nothing else is.
 */
function answerOf({
  answered,
  said,
  by,
  saidBy,
}: {
  answered: boolean
  said: { answeredOn: string | null; answeredHow: string | null }
  by: Linked | undefined
  saidBy: Linked | undefined
}): { by: Linked | null; on: string | null } {
  const named = by?.gone === false ? by : null
  if (!answered) return { by: named, on: null }
  if (named !== null && named.passedOn !== null) return { by: named, on: said.answeredOn ?? named.passedOn }
  if (said.answeredOn !== null && said.answeredHow !== null) return { by: named, on: said.answeredOn }
  return { by: saidBy ?? named, on: saidBy?.passedOn ?? null }
}

async function findStored(tx: Tx, id: string) {
  return await tx
    .selectFrom('letters.mail as m')
    .leftJoin('partners.partners as p', (join) =>
      join.onRef('p.tenant', '=', 'm.tenant').onRef('p.id', '=', 'm.partner'),
    )
    .leftJoin('letters.threads as t', (join) => join.onRef('t.tenant', '=', 'm.tenant').onRef('t.id', '=', 'm.thread'))
    .leftJoin('reference.units as u', (join) => join.onRef('u.tenant', '=', 'm.tenant').onRef('u.id', '=', 'm.unit'))
    .select(['m.id', 'm.correspondent', 'm.number', 'm.issuer', 'm.subject', 'm.language', 'm.body', 'm.spoke'])
    .select([
      'm.srikandi_ref as srikandiRef',
      'm.dated_on as datedOn',
      'm.passed_on as passedOn',
      'm.seen_at as seenAt',
    ])
    .select(['m.wants_answer as wantsAnswer', 'm.answer_by as answerBy', 'm.answered_on as answeredOn'])
    .select(['m.answered_how as answeredHow', 'm.voided_on as voidedOn', 'm.voided_reason as voidedReason', 'm.rev'])
    .select(['m.answers', 'm.answered_by', mailAnswered.as('answered')])
    // The first letter that says itself that it answers this one.
    .select((select) =>
      select
        .selectFrom('letters.mail as a')
        .select('a.id')
        .whereRef('a.tenant', '=', 'm.tenant')
        .whereRef('a.answers', '=', 'm.id')
        .where('a.voided_on', 'is', null)
        .orderBy('a.passed_on')
        .orderBy('a.id')
        .limit(1)
        .as('saidBy'),
    )
    .select([letterClosed('m').as('mission')])
    .select([
      sql<Stored['direction']>`m.direction`.as('direction'),
      sql<Stored['kind']>`m.kind`.as('kind'),
      sql<Stored['channel']>`m.channel`.as('channel'),
      sql<Stored['nature']>`m.nature`.as('nature'),
      sql<Stored['security']>`m.security`.as('security'),
      sql<Stored['partner']>`case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'names', p.names) end`.as('partner'), // prettier-ignore
      sql<Stored['thread']>`case when t.id is not null then json_build_object('id', t.id, 'title', t.title) end`.as('thread'), // prettier-ignore
      sql<Stored['unit']>`case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end`.as('unit'),
      sql<Stored['numberType']>`m.number_type`.as('numberType'),
    ])
    .where('m.id', '=', id)
    .executeTakeFirst()
}

async function listLinked(tx: Tx, ids: readonly string[]): Promise<Linked[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Linked>`
    select m.id, false as drafted, m.subject, m.number, m.voided_on is not null as gone, m.passed_on as "passedOn" from letters.mail m
    where m.id = any(${[...ids]}::uuid[])
    union all
    select l.id, true, coalesce(l.content ->> 'subject', l.content -> 'versions' -> 0 ->> 'title', l.kind), l.number, l.state = 'cancelled',
      case when l.state = 'sent' then l.sent_on end
    from letters.letters l where l.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

async function listRelations(tx: Tx, mail: string): Promise<{ id: string; slug: string; title: string }[]> {
  const { rows } = await sql<{ id: string; slug: string; title: string }>`
    select r.id, r.slug, coalesce(p.name, r.label, '') as title from letters.mail_relations o
    join relations.relations r on r.tenant = o.tenant and r.id = o.relation
    left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
    where o.mail = ${mail}::uuid order by 3, 1 limit 20`.execute(tx)
  return rows
}

async function listFilesOf(tx: Tx, mail: string) {
  const rows = await tx
    .selectFrom('letters.mail_files')
    .select('file')
    .where('mail', '=', mail)
    .orderBy('position')
    .limit(100)
    .execute()
  const cards = await listFiles(tx, rows.map(({ file }) => file)) // prettier-ignore
  return rows.flatMap(({ file }) => {
    const card = cards.find(({ id }) => id === file)
    return card === undefined ? [] : [{ id: card.id, name: card.name, kind: card.kind, bytes: card.bytes }]
  })
}

interface DispositionRow {
  id: string
  office: string
  instruction: string
  dueOn: string | null
  givenOn: string
  recipients: { id: string; unit: string | null; person: string | null; member: string | null; followUp: string }[]
}

async function listDispositions(tx: Tx, mail: string): Promise<DispositionRow[]> {
  const { rows } = await sql<DispositionRow>`
    select d.id, d.office, d.instruction, d.due_on as "dueOn", d.given_on as "givenOn",
      (select coalesce(json_agg(json_build_object('id', r.id, 'unit', u.name, 'person', r.person, 'member', m.name, 'followUp', r.follow_up) order by r.id), '[]')
        from letters.disposition_recipients r left join identity.memberships m on m.tenant = r.tenant and m.id = r.member left join reference.units u on u.tenant = r.tenant and u.id = r.unit
        where r.tenant = d.tenant and r.disposition = d.id) as recipients
    from letters.dispositions d where d.mail = ${mail}::uuid order by d.given_on, d.id limit 50`.execute(tx)
  return rows
}
