import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '../src/shared/languages.ts'
import { keepFile } from '../src/slices/files/contract.ts'
import { mendLetterhead, readLetterhead } from '../src/slices/letters/contract.ts'
import { aPng } from './documents.ts'
import { aCityElsewhere, aColleague } from './factories.ts'
import { openWorld, type Asker, type World } from './world.ts'

let world: World
let admin: Asker

beforeAll(async () => {
  world = await openWorld()
  await aCityElsewhere(world)
  admin = await world.as(await aColleague(world, { region: 'kota-semarang', role: 'admin_daerah' }))
  const { emblem: _, demonstration: __, ...head } = (await admin.ask(readLetterhead)).body
  await admin.ask(mendLetterhead, head)
})
afterAll(async () => await world.close())

const mend = async (change: Record<string, unknown>) => {
  const { emblem: _, demonstration: __, ...head } = (await admin.ask(readLetterhead)).body
  return await admin.ask(mendLetterhead, { ...head, ...change })
}
const keep = async (name: string, body: Buffer, headers = {}) => await admin.ask(keepFile, { name, body }, { headers })
const header = async (path: string) => /<header>.*<\/header>/s.exec((await world.page(path)).text)?.[0] ?? ''
const at = '/id/daerah/kota-semarang/lambang'

test('what is no picture is refused by its content, whatever it is called', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const [name, text, fault] of [
    ['lambang.svg', drawing, 'script'],
    ['lambang.png', drawing, 'script'],
    ['lambang.svg', `<?xml version="1.0"?>${' '.repeat(2000)}${drawing}`, 'unknown'],
  ] as const) {
    const { status, body } = await keep(name, Buffer.from(text))
    expect([status, body.details.file]).toEqual([415, fault])
  }
})

test('forty megabytes are refused in the reader’s language, and leave nothing', async () => {
  const large = Buffer.alloc(40 * 1024 * 1024)
  aPng().copy(large)
  const said = new Set<string>()
  for (const language of languages) {
    const { status, body } = await keep('lambang.png', large, { cookie: `${admin.cookie}; bahasa=${language}` })
    expect([status, body.code]).toEqual([413, 'too_large'])
    said.add(body.message)
  }
  expect(said.size).toBe(4)
  expect(await world.owner`select from files.files where bytes > 1000000 and name = 'lambang.png'`).toHaveLength(0)
})

test('a picture of more than a megabyte is kept as a file, and is no emblem', async () => {
  const png = aPng()
  const padded = Buffer.concat([png, Buffer.alloc(1_100_000)])
  const { body } = await keep('besar.png', padded)
  const { status, body: said } = await mend({ emblem: body.id })
  expect([status, said.code]).toEqual([413, 'too_large'])
})

test('it stands in the header of every page of the region once the region says so, and goes when it says so', async () => {
  const { body: file } = await keep('lambang.png', aPng())
  expect((await mend({ emblem: file.id })).status).toBe(200)
  expect((await admin.ask(readLetterhead)).body.onPortal).toBe(false)
  expect(await header('/id/daerah/kota-semarang')).not.toContain('<img')
  expect((await world.page(at)).status).toBe(404)

  expect((await mend({ onPortal: true })).status).toBe(200)
  for (const language of languages) {
    for (const path of ['', '/daerah/kota-semarang', '/daerah/kota-semarang/kegiatan']) {
      const shown = await header(`/${language}${path}`)
      expect(shown, path).toContain(`<img src="/${language}/daerah/kota-semarang/lambang" alt=""`)
    }
  }
  const picture = await world.app.request(at)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect(await header('/id/tentang/privasi')).not.toContain('<img')

  expect((await mend({ emblem: null })).status).toBe(200)
  expect(await header('/id/daerah/kota-semarang')).not.toContain('<img')
  expect((await world.page(at)).status).toBe(404)
  expect((await mend({ emblem: file.id })).status).toBe(200)
  expect(await header('/id/daerah/kota-semarang')).toContain('<img')
  expect((await mend({ onPortal: false })).status).toBe(200)
  expect((await world.page(at)).status).toBe(404)
})
