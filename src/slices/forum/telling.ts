/** What the pages that gather programmes are told of issues. */
import { sql } from 'kysely'
import type { PortalDb, Tx } from '../../platform/database.ts'
import { formatDate } from '../../shared/format.ts'
import { inEachLanguage, programmeLimit, type ProgrammeLine, type Sentence } from '../../shared/programmes.ts'
import { isClosed, type PublishedIssue } from './model.ts'
import { words as agendaWords } from '../agenda/messages/words.gen.ts'
import { words } from './messages/words.gen.ts'
import { mostIssues, selectIssues, type Issue } from './rows.ts'

interface Asked {
  on: string
  relations?: readonly string[] | undefined
  country?: string | undefined
}

function lineOf({ id, slug, words: said, wordsLang, raisedOn, standing, task, agreement }: Issue): ProgrammeLine {
  const told = inEachLanguage((language) => {
    const w = words[language]
    const due = task?.endedOn === undefined ? task?.dueOn : undefined
    const stands =
      standing === 'dijanjikan' && due !== undefined
        ? w.promisedFor({ day: formatDate(due, language) })
        : w.standing[standing]
    const became = agreement && w.becameOn({ day: formatDate(agreement.openedOn, language) })
    return [stands, became].filter((part) => part !== undefined).join(w.dot)
  })
  return { id, kind: 'forum', title: said, titleLang: wordsLang, told, path: `/program/isu/${slug}`, on: raisedOn }
}

async function list(tx: Tx, { on, relations, country }: Asked): Promise<ProgrammeLine[]> {
  const of =
    relations === undefined && country === undefined
      ? sql`true`
      : sql`exists (select from forum.issue_relations l join relations.relations r on r.tenant = l.tenant and r.id = l.relation
          left join partners.partners p on p.tenant = r.tenant and p.id = r.partner
          where l.tenant = i.tenant and l.issue = i.id
            and (${relations === undefined} or l.relation = any(${[...(relations ?? [])]}::uuid[]))
            and (${country ?? null}::text is null or p.country = ${country ?? null}))`
  return (await selectIssues(tx, { where: of, on, limit: programmeLimit })).map(lineOf)
}

async function tell(tx: Tx, { on }: { on: string }): Promise<Sentence> {
  const rows = await selectIssues(tx, { where: sql`true`, on, limit: mostIssues })
  const open = rows.filter(({ standing }) => !isClosed(standing))
  const unowned = open.filter(({ task }) => task === undefined || task.endedOn !== undefined).length
  return inEachLanguage((language) => {
    const w = words[language].told
    return rows.length === 0 ? w.none : w.some({ n: rows.length, open: open.length, unowned })
  })
}

async function listPublic(
  portal: PortalDb,
  { region, on, relations, country }: Asked & { region: string },
): Promise<ProgrammeLine[]> {
  // Issues belong to estates, companies and chambers here: none of them has a country's page.
  if (country !== undefined) return []
  const { rows } = await sql<{ document: PublishedIssue }>`
    select p.document from forum.published p where p.region_slug = ${region} and p.document is not null
      and rpad(p.raised_on, 10, '-01-01') <= ${on}
      and (${relations === undefined} or p.relations && ${[...(relations ?? [])]}::uuid[])
    order by p.raised_on desc, p.id desc limit ${programmeLimit}`.execute(portal)
  return rows.map(({ document }) => {
    const { id, slug, words: title, wordsLang, raisedOn, standing, theme } = document
    const told = inEachLanguage((language) => {
      const w = words[language]
      const parts = [theme === undefined ? undefined : agendaWords[language].theme[theme], w.standing[standing]]
      return parts.filter((part) => part !== undefined).join(w.dot)
    })
    return { id, kind: 'forum', title, titleLang: wordsLang, told, path: `/program/isu/${slug}`, on: raisedOn }
  })
}

async function listIdsOf(tx: Tx, relation: string): Promise<string[]> {
  const { rows } = await sql<{ issue: string }>`
    select issue from forum.issue_relations where relation = ${relation}::uuid order by issue desc limit 500`.execute(
    tx,
  )
  return rows.map(({ issue }) => issue)
}

export const programmes = { kind: 'forum', list, tell, listPublic, listIdsOf } as const
