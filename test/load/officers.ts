import postgres from 'postgres'
import { openDatabase } from '../../src/platform/database.ts'
import { roleUrls } from '../../src/platform/migrate.ts'
import { openSession } from '../../src/slices/identity/commands.ts'
import { newId } from '../../src/shared/ids.ts'

/** A signed-in officer of the volume. */
interface Officer {
  tenant: string
  token: string
}

/** A relation that an officer may ask for. */
interface Target {
  officer: Officer
  id: string
  rev: number
}

/** What both sides are asked in one round, as whole HTTP requests in the same order. */
export interface Asked {
  product: string[]
  reference: string[]
}

/** Opens a session for each officer of the volume. */
export async function signInOfficers(ownerUrl: string): Promise<Officer[]> {
  const database = openDatabase(roleUrls(ownerUrl), { max: 2, prepare: true })
  try {
    const people = await database.identity
      .selectFrom('identity.memberships')
      .select(['account', 'tenant'])
      .orderBy('id')
      .execute()
    return await Promise.all(
      people.map(async ({ account, tenant }) => ({ tenant, ...(await openSession(database.identity, account)) })),
    )
  } finally {
    await database.close()
  }
}

/** Relations of the officers' regions in an order drawn anew, with the revisions that `schema` has now. */
async function drawTargets(
  owner: postgres.Sql,
  { officers, schema }: { officers: Officer[]; schema: 'relations' | 'plain' },
): Promise<Target[]> {
  const rows = await owner<{ tenant: string; id: string; rev: number }[]>`
    select tenant, id, rev from ${owner(schema)}.relations where tenant = any(${officers.map(({ tenant }) => tenant)}::uuid[])
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

const get = (path: string, officer: Officer) => `GET ${path} HTTP/1.1\r\n${browser(officer.token)}\r\n\r\n`

function post(path: string, { officer, body }: { officer: Officer; body: object }): string {
  const text = JSON.stringify(body)
  const head = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`
  return `POST ${path} HTTP/1.1\r\n${browser(officer.token)}\r\n${head}\r\n\r\n${text}`
}

/** W1: one relation by its id. */
export async function askReads(owner: postgres.Sql, officers: Officer[]): Promise<Asked> {
  const targets = await drawTargets(owner, { officers, schema: 'relations' })
  return {
    product: targets.map(({ officer, id }) => get(`/api/relations/${id}`, officer)),
    reference: targets.map(({ officer, id }) => get(`/${officer.tenant}/${id}`, officer)),
  }
}

/** W4: the purpose of a relation corrected, each under an act of its own; `most` is how many one round could send. */
export async function askWrites(owner: postgres.Sql, officers: Officer[], most: number): Promise<Asked> {
  const [product, reference] = await Promise.all([
    drawTargets(owner, { officers, schema: 'relations' }),
    drawTargets(owner, { officers, schema: 'plain' }),
  ])
  // Passes over all relations, one revision further each time: a relation comes again long after its last answer.
  const passes = Array.from({ length: Math.ceil(most / product.length) }, (_, pass) => pass)
  const body = ({ id, rev }: Target, pass: number) => ({ act: newId(), rev: rev + pass, purpose: purposeOf(id, pass) })
  return {
    product: passes.flatMap((pass) =>
      product.map((target) =>
        post(`/api/relations/${target.id}`, { officer: target.officer, body: body(target, pass) }),
      ),
    ),
    reference: passes.flatMap((pass) =>
      reference.map((target) =>
        post(`/${target.officer.tenant}/${target.id}`, { officer: target.officer, body: body(target, pass) }),
      ),
    ),
  }
}

const purposeOf = (id: string, pass: number) =>
  `Tujuan contoh ${pass} untuk ${id}. Kedua pihak ingin menata angkutan sampah dari rumah ke tempat pemrosesan akhir. ` +
  'Pembahasan awal menyebut tenaga ahli, pelatihan petugas, dan kajian bersama selama satu tahun.'
