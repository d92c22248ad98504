import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { DateText } from '../../shared/dates.ts'
import { mailAnswered } from './answered.ts'
import { letterClosed } from './closed.ts'
import { layoutOf } from './model.ts'

/** A letter between the region and a partner, as far as both have it in hand. */
interface Exchanged {
  id: string
  direction: 'in' | 'out'
  number: string | null
  datedOn: string | null
  passedOn: string
  subject: string
  /** The day by which an answer to ours was asked for, while none came. */
  answerBy: string | null
}

/** The kinds of letters written here that go to the partner itself; the others go to ministries and councils. */
const toPartners = Object.keys(layoutOf).filter((kind) => layoutOf[kind as keyof typeof layoutOf] === 'mitra')

/**
 * Letters that went to a partner or came from it up to a day, the newest first (at most 50). Drafts, cancelled and
 * secret ones are not among them, nor what belongs to a diplomatic mission: its letters and matters are closed.
 */
export async function listExchanged(
  tx: Tx,
  { relation, partner, on }: { relation: string; partner: string; on: DateText },
): Promise<Exchanged[]> {
  const { rows } = await sql<Exchanged>`
    with whole as (
      select l.tenant, l.id, 'out' as direction, l.number, l.dated_on, l.sent_on as passed_on,
        coalesce(l.content ->> 'subject', '') as subject, l.thread, false as mission, ${partner}::uuid as partner,
        case when not exists (select from letters.mail a where a.tenant = l.tenant and a.answers = l.id and a.voided_on is null)
          then l.reply_by end as answer_by
      from letters.letters l
      where l.relation = ${relation}::uuid and l.state = 'sent' and l.kind = any(${toPartners}::text[])
      union all
      select m.tenant, m.id, m.direction, m.number, m.dated_on, m.passed_on, m.subject, m.thread, m.mission, m.partner,
        case when m.direction = 'out' and m.wants_answer and not ${mailAnswered} then m.answer_by end
      from letters.mail m
      where m.voided_on is null and m.security = 'biasa' and m.channel <> 'phone'
        and m.partner in (select ${partner}::uuid union all
          select s.partner from partners.same_as s where s.same_as = ${partner}::uuid))
    select w.id, w.direction, w.number, w.dated_on as "datedOn", w.passed_on as "passedOn", w.subject, w.answer_by as "answerBy"
    from whole w
    where w.passed_on <= ${on} and w.subject <> '' and not ${letterClosed('w')}
      and not exists (select from partners.partners p where p.id = ${partner}::uuid and p.kind = 'embassy')
    order by w.passed_on desc, w.id desc limit 50`.execute(tx)
  return rows
}
