import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type Asker, type World } from './world.ts'

describe('an installation whose configuration wants no demonstration', () => {
  let world: World
  let officer: Asker
  beforeAll(async () => {
    world = await openWorld()
    officer = await world.as('petugas-kota-bekasi')
    // What a start with JEMBATAN_DEMO=0 writes.
    await world.owner`update platform.mode set allowed = false`
  })
  afterAll(async () => await world.close())

  it('shows none of the demonstration’s pages', async () => {
    for (const path of [
      '/id/kerja-sama/kota-bekasi-izumisano',
      '/id/daerah/kota-bekasi',
      '/id/tentang/lima-cerita',
      '/id/tanggal',
    ]) {
      expect((await world.page(path)).status, path).toBe(404)
    }
    const home = await world.page('/')
    expect(home.status).toBe(200)
    expect(home.text).toContain('Belum ada daerah')
    expect(home.text).toContain('bin/jembatan region add')
    expect(home.text).not.toContain('name="peran"')
  })

  it('lets none of its people in, neither by button nor by an open session', async () => {
    const answer = await world.app.request('/id/masuk/peran', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: 'peran=petugas-kota-bekasi',
    })
    expect(answer.status).toBe(404)
    await expect(world.as('petugas-kota-bekasi')).rejects.toMatchObject({ code: 'forbidden' })
    const asked = await world.app.request('/api/pages/today', { headers: { cookie: officer.cookie } })
    expect(asked.status).toBe(401)
  })
})
