import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { pages } from '../../src/routes.ts'
import { languages } from '../../src/shared/languages.ts'
import { expectAccessible } from './accessible.ts'
import { expectNoOverflow, heightOf, watch, widths, type Watch } from './watch.ts'

/** Bytes a page may weigh with its stylesheet and font. */
const limit = 150_000

const relation = '/kerja-sama/kota-bekasi-izumisano'

/** An address for every public page, by its path in routes.ts; a page without one fails the first test. */
const samples: Record<string, readonly string[]> = {
  '/': ['/'],
  '/daerah/:region': ['/daerah/kota-bekasi', '/daerah/kab-bekasi', '/daerah/kota-bandung'],
  '/daerah/:region/kerja-sama': ['/daerah/kota-bekasi/kerja-sama', '/daerah/kota-bandung/kerja-sama'],
  '/daerah/:region/kegiatan': ['/daerah/kota-bekasi/kegiatan', '/daerah/kab-bekasi/kegiatan'],
  '/kegiatan/:slug': [
    '/kegiatan/kunjungan-izumisano-2025-07-24',
    '/kegiatan/rakor-jababeka-2025-10-21',
    '/kegiatan/diberitakan-nota-kesepahaman-korea-selatan-2023',
  ],
  '/kegiatan/:slug/keliru': ['/kegiatan/kunjungan-izumisano-2025-07-24/keliru'],
  '/kerja-sama/:slug': [
    relation,
    `${relation}?per=2024-06-28`,
    '/kerja-sama/kab-bekasi-kedutaan-besar-jepang',
    '/kerja-sama/kab-bekasi-pihak-korea-selatan',
    '/kerja-sama/kota-bandung-kedutaan-besar-jepang',
    '/kerja-sama/kota-bandung-toyota',
  ],
  '/kerja-sama/:slug/keliru': [`${relation}/keliru?tentang=bidang`],
  '/kerja-sama/:slug/sumber/:topic': [
    `${relation}/sumber/bidang`,
    `${relation}/sumber/tuan-rumah-kunjungan-izumisano-2025-07-24`,
    '/kerja-sama/kota-bandung-toyota/sumber/bidang',
  ],
  '/tentang/lima-cerita': ['/tentang/lima-cerita'],
  '/tentang/cara-membaca': ['/tentang/cara-membaca'],
  '/tentang/aksesibilitas': ['/tentang/aksesibilitas'],
  '/tentang/privasi': ['/tentang/privasi'],
  '/tentang/penyelenggara': ['/tentang/penyelenggara'],
  '/masuk': ['/masuk', '/masuk?keluar=1'],
  '/masuk/lupa': ['/masuk/lupa'],
  '/masuk/tautan/:token': ['/masuk/tautan/sudah-dipakai'],
  '/tanggal': ['/tanggal'],
  // A receipt that nobody holds; one that is held is walked in terbit.spec.ts.
  '/tanda-terima/:receipt': ['/tanda-terima/AAAA-AAAA'],
}

/** Pages that are shown with another status, which the browser then notes as an error of its own. */
const statuses: Record<string, number> = {
  '/masuk/tautan/sudah-dipakai': 410,
  '/tanda-terima/AAAA-AAAA': 404,
  '/tidak-ada': 404,
}

test('every public page has its sample', () => {
  expect(Object.keys(samples).toSorted()).toEqual(pages.map(({ path }) => path).toSorted())
})

for (const language of languages) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })

      test('every public page is accessible, fits, weighs little and complains about nothing', async ({ page }) => {
        test.setTimeout(180_000)
        const seen = watch(page)
        const pictures = join('test-results', 'pictures', `${language}-${width}`)
        mkdirSync(pictures, { recursive: true })
        for (const path of [...Object.values(samples).flat(), '/tidak-ada']) {
          const address = `/${language}${path === '/' ? '' : path}`
          await visit(page, { address, status: statuses[path] ?? 200, seen })
          const name = path === '/' ? 'home' : path.slice(1).replaceAll(/[^\w-]/g, '-')
          await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
        }
      })
    })
  }
}

async function visit(page: Page, { address, status, seen }: { address: string; status: number; seen: Watch }) {
  seen.faults.length = 0
  const response = await page.goto(address, { waitUntil: 'load' })
  const html = (await response?.body())?.length ?? 0
  await page.evaluate(() => document.fonts.ready)
  expect.soft(response?.status(), address).toBe(status)
  const weight = [...seen.loaded.values()].reduce((sum, bytes) => sum + bytes, html)
  expect.soft(weight, `bytes of ${address}`).toBeLessThanOrEqual(limit)
  await expect.soft(page.getByRole('heading', { level: 1 }), address).toHaveCount(1)
  await expectNoOverflow(page)
  await expectAccessible(page)
  const faults = seen.faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`))
  expect.soft(faults, address).toEqual([])
}
