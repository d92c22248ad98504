import type postgres from 'postgres'
import { newId } from '../../src/shared/ids.ts'
import { drawTargets, get, post, type Officer, type Target } from './officers.ts'

/** What both sides are asked in one round, as whole HTTP requests in the same order. */
export interface Asked {
  product: string[]
  reference: string[]
}

const officersOnly = (people: Officer[]) => people.filter(({ role }) => role === 'petugas')

/** W1: one relation by its id. */
export async function askReads(owner: postgres.Sql, people: Officer[]): Promise<Asked> {
  const targets = await drawTargets(owner, { officers: officersOnly(people), table: 'relations.relations' })
  return {
    product: targets.map(({ officer, id }) => get(`/api/relations/${id}`, officer)),
    reference: targets.map(({ officer, id }) => get(`/${officer.tenant}/${id}`, officer)),
  }
}

const stages = [
  'penjajakan',
  'pernyataan_kehendak',
  'rencana',
  'persetujuan_dprd',
  'pertimbangan',
  'naskah',
  'penandatanganan',
]
const sectors = ['pengelolaan_sampah', 'air_minum', 'kualitas_udara', 'pendidikan_vokasi', 'transportasi', 'pariwisata']

/** W2: 25 lines of the register by stage and sector, what ends first at the top; every other time from the middle on. */
export async function askRegister(owner: postgres.Sql, people: Officer[]): Promise<Asked> {
  const reader = people.find(({ role }) => role === 'provinsi')
  if (reader === undefined) throw new Error('nobody of the volume reads the register')
  const asked: Asked = { product: [], reference: [] }
  for (const stage of stages) {
    for (const sector of sectors) {
      const lines = await owner<{ id: string }[]>`select id from oversight.register
        where province = '61' and stage = ${stage} and ${sector} = any(sectors) order by ends_on, id`
      const middle = lines[Math.floor(lines.length / 3)]?.id
      for (const after of ['', ...(middle === undefined ? [] : [`&after=${middle}`])]) {
        const query = `stage=${stage}&sector=${sector}&limit=25${after}`
        asked.product.push(get(`/api/oversight/register?${query}`, reader))
        asked.reference.push(get(`/register?province=61&${query}`, reader))
      }
    }
  }
  return asked
}

// Words that every region finds: what is spelled alike is another question, asked only where nothing is found.
const phrases = [
  'pengelolaan sampah', 'air minum', 'pendidikan vokasi', 'kota contoh', 'universitas contoh', 'example', 'lembaga contoh',
  '架空市', '가상시', '虚构市',
] // prettier-ignore

/** W3: words in four scripts, the newest 20 with the total up to 1,001, in each officer's region. */
export async function askSearches(owner: postgres.Sql, people: Officer[]): Promise<Asked> {
  const asked: Asked = { product: [], reference: [] }
  for (const phrase of phrases) {
    for (const officer of officersOnly(people)) {
      const patterns = phrase.split(' ').map((word) => `%${word}%`)
      const [found] = await owner`
        select from relations.relations where tenant = ${officer.tenant} and search like all (${patterns}) limit 1`
      if (found === undefined) throw new Error(`W3: “${phrase}” is found nowhere in one of the regions`)
      const query = `q=${encodeURIComponent(phrase)}&limit=20`
      asked.product.push(get(`/api/relations?${query}`, officer))
      asked.reference.push(get(`/search?tenant=${officer.tenant}&${query}`, officer))
    }
  }
  return asked
}

/** W4: the purpose of a relation corrected, each under an act of its own; `most` is how many one round could send. */
export async function askWrites(owner: postgres.Sql, people: Officer[], most: number): Promise<Asked> {
  const [product, reference] = await Promise.all([
    drawTargets(owner, { officers: officersOnly(people), table: 'relations.relations' }),
    drawTargets(owner, { officers: officersOnly(people), table: 'public.plain_relations' }),
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

/** A public page with 25 rows as a visitor asks for it: kept (packed with brotli), and drawn anew each time. */
export async function askPages(owner: postgres.Sql): Promise<Record<'kept' | 'drawn', Asked> & { path: string }> {
  const [most] = await owner<{ slug: string }[]>`
    select region_slug as slug from relations.published group by 1 having count(*) >= 25 order by count(*), 1 limit 1`
  const slug = most?.slug ?? ''
  const path = `/id/daerah/${slug}/kerja-sama`
  const visit = (address: string, accepts: string) =>
    `GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\naccept-encoding: ${accepts}\r\naccept-language: id\r\n\r\n`
  return {
    path,
    kept: { product: [visit(path, 'gzip, deflate, br')], reference: [visit('/bytes', 'gzip, deflate, br')] },
    // A query that the page does not read is drawn for each reader anew.
    drawn: { product: [visit(`${path}?x=1`, 'identity')], reference: [visit(`/page?region=${slug}`, 'identity')] },
  }
}
