import { newId } from '../src/shared/ids.ts'
import * as contests from '../src/slices/contests/contract.ts'
import { listUnits } from '../src/slices/reference/contract.ts'
import { openWorld, type Asker, type World } from './world.ts'

export const slug = 'kampung-berseri-2024'
export const address = `/id/program/lomba/${slug}`

/** The world of one file of tests about contests; opened before the first of them. */
export let world: World
export let officer: Asker
/** The body that runs contests. */
export let unit: string

export async function openContestStage(): Promise<void> {
  world = await openWorld()
  officer = await world.as('petugas-kab-bekasi')
  const { rows } = (await officer.ask(listUnits, {})).body
  unit = rows.find(({ name }: { name: string }) => name === 'Dinas Lingkungan Hidup').id
}

/** A visitor who chose a day. */
export const on = (day: string) => ({ cookie: `tanggal=${day}` })
const typed = {
  kampung: 'Kampung Uji',
  rtrw: '01/02',
  desa: 'Desa Uji',
  kecamatan: 'Kecamatan Uji',
  nama: 'Warga Uji',
  telepon: '0800-0000-0000',
  cerita: 'Menanam pohon.',
}

/** A plain form of the portal, as a browser without script posts it. */
export async function post(path: string, form: Record<string, string>, day = '2024-06-28') {
  const answer = await world.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(day !== '' && on(day)),
    },
    body: new URLSearchParams({ lembar: newId(), ...form }).toString(),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

export const enter = async (
  form: Record<string, string> = {},
  { day = '2024-06-28', of = slug, language = 'id' } = {},
) => await post(`/${language}/program/lomba/${of}/daftar`, { ...typed, ...form }, day)

export const read = async (asker = officer, of = slug) => (await asker.ask(contests.readContest, { slug: of })).body

/** A contest begun by the officer. */
export const begin = async (more: Record<string, unknown> = {}, who = officer) =>
  await who.ask(contests.addContest, { title: `Lomba ${newId()}`, organiserUnit: unit, ...more })

/** The smallest JPEG that has a place in it: start, Exif with a marker of ours, a scan, end. */
export function photoWith(mark: string, bytes = 0): Uint8Array {
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b\0\0'), Buffer.from(mark)])
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255])
  const scan = Buffer.concat([
    Buffer.from([0xff, 0xda, 0, 3, 0]),
    Buffer.alloc(bytes),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), head, exif, scan])
}
