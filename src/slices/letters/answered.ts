import { sql, type RawBuilder } from 'kysely'

/**
 * Whether a registered letter `m` has its answer: one that was said in words with its day, or a letter that stands,
 * whether this one names it or it says itself that it answers this one. One that was cancelled, taken back or is a draft
 * yet answers nothing. Silence (relations.silences) asks the same.
 */
export const mailAnswered: RawBuilder<boolean> = answeredWithout(null)

/** The same as if a letter that is about to become the answer were not there. */
export function answeredWithout(letter: string | null): RawBuilder<boolean> {
  return sql<boolean>`(m.answered_on is not null and m.answered_how is not null
  or exists (select from letters.mail a where a.tenant = m.tenant and a.id = m.answered_by and a.voided_on is null)
  or exists (select from letters.letters a where a.tenant = m.tenant and a.id = m.answered_by and a.state = 'sent')
  or exists (select from letters.mail a where a.tenant = m.tenant and a.answers = m.id and a.voided_on is null
    and a.id is distinct from ${letter}::uuid))`
}
