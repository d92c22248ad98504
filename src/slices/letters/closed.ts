import { sql, type RawBuilder } from 'kysely'

const withEmbassy = (of: string) => sql`exists (select from partners.partners e
  where e.tenant = ${sql.ref(`${of}.tenant`)} and e.id = ${sql.ref(`${of}.partner`)} and e.kind = 'embassy')`

/** Whether a matter under this alias is closed: one with a mission, or whose partner is an embassy by now. */
export const matterClosed = (matter: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${matter}.mission`)} or ${withEmbassy(matter)})`

/**
 * Whether a letter under this alias (its columns tenant, mission, partner and thread are asked) is closed: by itself,
 * because its partner is an embassy by now, or with the matter it is in. The one rule for every list and link.
 */
export const letterClosed = (letter: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${letter}.mission`)} or ${withEmbassy(letter)} or exists (select from letters.threads h
    where h.tenant = ${sql.ref(`${letter}.tenant`)} and h.id = ${sql.ref(`${letter}.thread`)} and ${matterClosed('h')}))`
