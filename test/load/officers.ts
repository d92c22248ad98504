import postgres from 'postgres'
import { openDatabase } from '../../src/platform/database.ts'
import { roleUrls } from '../../src/platform/migrate.ts'
import { openSession } from '../../src/slices/identity/commands.ts'

/** A signed-in person of the volume: an officer, or the one who reads the register of province 61. */
export interface Officer {
  tenant: string
  role: string
  token: string
}

/** A relation that an officer may ask for. */
export interface Target {
  officer: Officer
  id: string
  rev: number
}

const numbered = '^[a-z]+-[0-9]+@contoh[.]invalid$'

/** Opens a session for everybody of the volume. The demonstration's people, whose regions hold next to nothing, stand beside. */
export async function signInOfficers(ownerUrl: string): Promise<Officer[]> {
  const database = openDatabase(roleUrls(ownerUrl), { max: 2, prepare: true })
  try {
    const people = await database.identity
      .selectFrom('identity.memberships')
      .select(['account', 'tenant', 'role'])
      .where('email', '~', numbered)
      .orderBy('id')
      .execute()
    return await Promise.all(
      people.map(async ({ account, tenant, role }) => ({
        tenant,
        role,
        ...(await openSession(database.identity, account)),
      })),
    )
  } finally {
    await database.close()
  }
}

/** Relations of the officers' regions in an order drawn anew, with the revisions that `table` has now. */
export async function drawTargets(
  owner: postgres.Sql,
  { officers, table }: { officers: Officer[]; table: 'relations.relations' | 'public.plain_relations' },
): Promise<Target[]> {
  const rows = await owner<{ tenant: string; id: string; rev: number }[]>`
    select tenant, id, rev from ${owner(table)} where tenant = any(${officers.map(({ tenant }) => tenant)}::uuid[])
    order by random()`
  return rows.flatMap(({ tenant, id, rev }) => {
    const officer = officers.find((candidate) => candidate.tenant === tenant)
    return officer === undefined ? [] : [{ officer, id, rev }]
  })
}

// What a browser sends with each request of the workspace.
const browser = (cookie: string) =>
  [
    'host: 127.0.0.1',
    `cookie: jembatan=${cookie}`,
    'accept: application/json',
    'accept-encoding: gzip, deflate, br',
    'accept-language: id',
    'sec-fetch-site: same-origin',
  ].join('\r\n')

export const get = (path: string, officer: Officer) => `GET ${path} HTTP/1.1\r\n${browser(officer.token)}\r\n\r\n`

export function post(path: string, { officer, body }: { officer: Officer; body: object }): string {
  const text = JSON.stringify(body)
  const head = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`
  return `POST ${path} HTTP/1.1\r\n${browser(officer.token)}\r\n${head}\r\n\r\n${text}`
}
