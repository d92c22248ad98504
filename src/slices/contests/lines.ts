import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import type { Zone } from '../../shared/dates.ts'
import { inEachLanguage, programmeLimit, type ProgrammeLine, type Sentence } from '../../shared/programmes.ts'
import { getRegion } from '../reference/queries.ts'
import { words } from './messages/words.gen.ts'
import { tellWindow, windowOn, writeClosing, type PublishedContest, type RelationKind } from './model.ts'
import { columns, newest, withoutNulls, type Row } from './rows.ts'

type Told = Pick<
  Row,
  'id' | 'slug' | 'title' | 'titleLang' | 'opensOn' | 'closesOn' | 'closesTime' | 'contestOn' | 'zone'
>

function lineOf(
  row: Told,
  { on, isPublic, kind }: { on: string; isPublic: boolean; kind?: RelationKind | undefined },
): ProgrammeLine {
  const window = {
    opensOn: row.opensOn ?? undefined,
    closesOn: row.closesOn ?? undefined,
    closesTime: row.closesTime ?? undefined,
    zone: row.zone,
  }
  const state = windowOn(window, on)
  const path = `/program/lomba/${row.slug}`
  return {
    id: row.id,
    kind: 'contests',
    title: row.title,
    titleLang: row.titleLang,
    told: inEachLanguage((language) => {
      const sentence = tellWindow(language, window, state)
      return kind === 'same_story' ? words[language].sameStory({ sentence }) : sentence
    }),
    path,
    on: row.opensOn ?? row.contestOn ?? on,
    ...(isPublic &&
      state === 'dibuka' && {
        open: {
          told: inEachLanguage((language) => words[language].window.open({ until: writeClosing(language, window) })),
          act: inEachLanguage((language) => words[language].enter),
          path: `${path}/daftar`,
          until: window.closesOn,
        },
      }),
  }
}

interface AskedInside {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

async function list(tx: Tx, { on, relations, country }: AskedInside): Promise<ProgrammeLine[]> {
  if (country !== undefined) return []
  const { zone } = await getRegion(tx)
  const of =
    relations === undefined
      ? sql`true`
      : sql`exists (select from contests.contest_relations l where l.contest = c.id and l.relation = any(${[...relations]}::uuid[]))`
  const { rows } = await sql<Omit<Told, 'zone'> & { kind: RelationKind | null }>`
    select ${columns}, (select min(l.kind) from contests.contest_relations l where l.contest = c.id
      and l.relation = any(${[...(relations ?? [])]}::uuid[])) as kind
    from contests.contests c where c.voided_on is null and ${of} order by ${newest} limit ${programmeLimit}`.execute(tx)
  return rows.map((row) => lineOf({ ...row, zone: zone as Zone }, { on, isPublic: false, kind: row.kind ?? undefined }))
}

async function tell(tx: Tx, { on }: { on: string }): Promise<Sentence> {
  const { rows } = await sql<{ n: number; open: number }>`
    select count(*)::int as n, count(*) filter (where c.opens_on <= ${on} and ${on} <= c.closes_on)::int as open
    from contests.contests c where c.voided_on is null`.execute(tx)
  const { n = 0, open = 0 } = rows[0] ?? {}
  return inEachLanguage((language) => (n === 0 ? words[language].told.none : words[language].told.some({ n, open })))
}

async function listPublic(
  portal: PortalDb,
  { region, on, relations, country }: AskedInside & { region: string },
): Promise<ProgrammeLine[]> {
  if (country !== undefined) return []
  let query = portal.selectFrom('contests.published').select('document').where('region_slug', '=', region)
  if (relations !== undefined) query = query.where(sql<boolean>`relations && ${[...relations]}::uuid[]`)
  const rows = await query
    .orderBy(sql`opens_on desc nulls last`)
    .orderBy('id')
    .limit(programmeLimit)
    .execute()
  return rows.map(({ document }) => {
    const told = withoutNulls(document) as PublishedContest
    // Of several relations the page of one asks; the words hold when it is merely told beside it.
    const kinds = new Set(told.relations.map((each) => each.kind))
    const kind = relations !== undefined && kinds.size === 1 ? told.relations[0]?.kind : undefined
    return lineOf(
      {
        ...told,
        opensOn: told.opensOn ?? null,
        closesOn: told.closesOn ?? null,
        closesTime: told.closesTime ?? null,
        contestOn: told.contestOn ?? null,
      },
      { on, isPublic: true, kind },
    )
  })
}

async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('contests.contest_relations')
    .select('contest')
    .where('relation', '=', relation)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ contest }) => contest)
}

/** What the pages that gather ask of contests. */
export const programmes = { kind: 'contests' as const, list, tell, listPublic, listIdsOf }
