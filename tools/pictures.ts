// `npm run pictures`: the eight pages of the README, taken from a fresh demonstration. Run it after a change of looks;
// the pictures lie in docs/pictures and are looked at before they are committed.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { testHome } from '../test/cluster.ts'
import { startProduct } from '../test/load/processes.ts'
import { findBrowser } from './browser.ts'
import { checkout } from './doors.ts'

interface Picture {
  name: string
  path: string
  width: 1280 | 360
  /** The demonstration role that looks; nobody for the public pages. */
  role?: string
  /** How much of the page is shown, from its top. */
  height: number
}

const pictures: readonly Picture[] = [
  { name: '1-lima-cerita', path: '/', width: 1280, height: 1140 },
  { name: '2-kerja-sama', path: '/id/kerja-sama/kota-bekasi-izumisano', width: 1280, height: 1100 },
  { name: '3-kerja-sama-ja', path: '/ja/kerja-sama/kota-bekasi-izumisano', width: 360, height: 1100 },
  { name: '4-sumber', path: '/id/kerja-sama/kota-bekasi-izumisano/sumber/bidang', width: 360, height: 1100 },
  { name: '5-hari-ini', path: '/kerja', width: 1280, height: 900, role: 'petugas-kab-bekasi' },
  {
    name: '6-belum-lengkap',
    path: '/kerja/kerja-sama/kota-bekasi-izumisano',
    width: 1280,
    height: 1100,
    role: 'petugas-kota-bekasi',
  },
  {
    name: '7-rapat',
    path: '/kerja/kerja-sama/kab-bekasi-jababeka',
    width: 360,
    height: 1100,
    role: 'petugas-kab-bekasi',
  },
  { name: '8-negara', path: '/id/daerah/kab-bekasi/negara/JP', width: 360, height: 1100 },
]

const home = testHome('pictures')
const executablePath = findBrowser()
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox'],
})
const product = await startProduct(home)
try {
  const base = `http://127.0.0.1:${product.port}`
  for (const { name, path, width, height, role } of pictures) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'id-ID', reducedMotion: 'reduce' })
    if (role !== undefined) {
      await page.goto(`${base}/id`)
      await page.locator(`button[value="${role}"]`).click()
      await page.waitForURL(/\/kerja/)
    }
    const answer = await page.goto(base + path, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(checkout, 'docs/pictures', `${name}.png`) })
    console.log(`docs/pictures/${name}.png`)
    await page.close()
  }
} finally {
  await product.stop()
  await browser.close()
  rmSync(home, { recursive: true, force: true })
}
