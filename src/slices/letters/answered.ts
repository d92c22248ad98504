import { sql } from 'kysely'

/**
 * Whether a registered letter `m` has its answer: one that was said in words with its day, or a letter that stands. One
 * that was cancelled, taken back or is a draft yet answers nothing.
 */
export const mailAnswered = sql<boolean>`(m.answered_on is not null and m.answered_how is not null
  or exists (select from letters.mail a where a.tenant = m.tenant and a.id = m.answered_by and a.voided_on is null)
  or exists (select from letters.letters a where a.tenant = m.tenant and a.id = m.answered_by and a.state = 'sent'))`
