import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { isOnOrBefore } from '../../shared/dates.ts'
import { inEachLanguage, programmeLimit, type ProgrammeLine, type Sentence } from '../../shared/programmes.ts'
import { words } from './messages/words.gen.ts'
import { isKnownOn, newestCounts, type Step } from './model.ts'
import { listStandingLines } from './overview-queries.ts'
import { findOverview, listPublic } from './published.ts'
import { listCohorts } from './cohort-queries.ts'
import { publicSchemesOn, schemesOn, type KnownLine, type KnownScheme } from './schemes-on.ts'
import { countText, schemeName, writeStanding } from './embed.tsx'

export { getCohortId, hasWorkforce } from './cohort-queries.ts'
export { listStandingLines, schemesOn } from './overview-queries.ts'

interface Asked {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

interface Told {
  id: string
  slug: string
  name: string
  nameLang: string
  beganOn?: string | undefined
  counts: readonly { id: string; step: Step; number?: number | undefined; countedOn: string }[]
}

/** Where a cohort stands: its farthest step that was counted up to a day. */
function lineOf({ id, slug, name, nameLang, beganOn, counts }: Told): ProgrammeLine {
  const last = counts.at(-1)
  return {
    id,
    kind: 'workforce',
    title: name,
    titleLang: nameLang,
    told: inEachLanguage((language) => (last === undefined ? words[language].line.none : countText(language, last))),
    path: `/program/tenaga-kerja/${slug}`,
    on: beganOn ?? last?.countedOn ?? '',
  }
}

/** Programmes abroad that were spoken of in some cooperations, as they are known on a day. */
function abroadOf(
  schemes: readonly KnownScheme[],
  { on, relations, path }: Asked & { relations: readonly string[]; path: string },
): ProgrammeLine[] {
  const isSpokenOf = ({ relation, since }: KnownLine) =>
    relation !== undefined && relations.includes(relation) && isOnOrBefore(since, on)
  return schemes.flatMap(({ scheme, names, now, lines }): ProgrammeLine[] => {
    const spoken = lines.find(isSpokenOf)
    if (spoken?.id === undefined) return []
    return [
      {
        id: spoken.id,
        kind: 'workforce',
        title: schemeName('id', { scheme, names }),
        titleLang: 'id',
        told: inEachLanguage((language) => writeStanding(language, { line: now, on })),
        path: `${path}#${scheme.replaceAll('_', '-')}`,
        on: spoken.since,
      },
    ]
  })
}

/** What this slice tells the pages that gather (src/pages/programmes/parts.ts). */
export const programmes = {
  kind: 'workforce' as const,
  async list(tx: Tx, asked: Asked): Promise<ProgrammeLine[]> {
    const { rows } = await listCohorts(tx, { ...asked, limit: programmeLimit })
    const { relations, country } = asked
    // A country's page has a part of its own for programmes abroad.
    const known = relations === undefined || country !== undefined ? [] : await listStandingLines(tx)
    return [
      ...rows.map(lineOf).map((line) => ({ ...line, on: line.on === '' ? asked.on : line.on })),
      ...abroadOf(schemesOn(known, asked.on), {
        ...asked,
        relations: relations ?? [],
        path: '/program/tenaga-kerja',
      }),
    ]
  },
  async tell(tx: Tx, { on }: { on: string }): Promise<Sentence> {
    const { rows, total } = await listCohorts(tx, { on, limit: 1 })
    const [first] = rows
    if (first === undefined) return inEachLanguage((language) => words[language].tell.none)
    const { told, title } = lineOf(first)
    return inEachLanguage((language) => words[language].tell.some({ n: total, last: `${title}, ${told[language]}` }))
  },
  async listPublic(portal: PortalDb, { on, ...asked }: Asked & { region: string }): Promise<ProgrammeLine[]> {
    const cohorts = await listPublic(portal, asked)
    const { region, relations, country } = asked
    const own =
      relations === undefined || country !== undefined ? [] : ((await findOverview(portal, region))?.lines ?? [])
    const path = `/daerah/${region}/program/tenaga-kerja`
    const lines = cohorts
      .filter((cohort) => isKnownOn(cohort, on))
      .map((cohort) => lineOf({ ...cohort, counts: newestCounts(cohort.counts as never, on) }))
      .map((line) => ({ ...line, on: line.on === '' ? on : line.on }))
    return [...lines, ...abroadOf(publicSchemesOn(own, on), { on, relations: relations ?? [], path })]
  },
  async listIdsOf(tx: Tx, relation: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      (select cohort as id from workforce.cohort_relations where relation = ${relation}::uuid limit 300)
      union (select id from workforce.standings where relation = ${relation}::uuid limit 100)
      union (select id from workforce.requests where relation = ${relation}::uuid limit 200)`.execute(tx)
    return rows.map(({ id }) => id)
  },
}
