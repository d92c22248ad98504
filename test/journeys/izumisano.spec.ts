import { expect, test, type Page } from '@playwright/test'
import { languages, ownNames, type Language } from '../../src/shared/languages.ts'
import { expectNoOverflow, heightOf, watch, widths } from './watch.ts'

const slug = 'kota-bekasi-izumisano'

// Written by hand from story 002, not read from the catalogues: what the reader is told must not change unnoticed.
const told = {
  id: {
    sentence: 'Penjajakan awal. Sembilan bidang ditawarkan, enam disebut. Masih enam tahap.',
    roles: 'Masuk sebagai',
    officer: 'Petugas Kota Bekasi',
    open: 'Buka',
    onTheDay: 'Pada harinya',
    sample: 'Data contoh dari pemberitaan',
    thatDay: '24 Jul 2025',
    day: '24 Juli 2025',
    title: 'Kota Bekasi dan Kota Izumisano',
    stage: 'Tahap 1 dari 8. Enam tahap lagi',
    offered: '9 ditawarkan',
    counts: '· 6 disebut · 3 belum disebut',
    fields: ['Pengelolaan sampah', 'Pendidikan', 'Transportasi', 'Pariwisata', 'Ketenagakerjaan', 'Pelayanan publik'],
    initiative: 'pihak Kota Izumisano, atas rekomendasi muda-mudi Indonesia yang bekerja di Jepang',
    mayor: 'menyebut enam tahapan lagi',
    place: 'Kamis, 24 Juli 2025',
    countries: ['lebih dari 11 negara', 'dua negara'],
    speaker: 'Dr. Tri Adhianto, Wali Kota, kepada wartawan',
    saidOn: 'Kamis, 24 Juli 2025',
    article: 'nama media tidak tertulis; inisial penulis M-3L',
    notBegun: 'Kerja sama ini belum dimulai pada tanggal itu.',
  },
  en: {
    sentence: 'First exploration. Nine fields offered, six named. Stages still to go: six.',
    roles: 'Sign in as',
    officer: 'Officer, Kota Bekasi',
    open: 'Open',
    onTheDay: 'On the day',
    sample: 'Sample data from news reports',
    thatDay: '24 Jul 2025',
    day: '24 July 2025',
    title: 'Bekasi City and Izumisano City',
    stage: 'Stage 1 of 8. Six more stages',
    offered: '9 offered',
    counts: '· 6 named · 3 not named',
    fields: ['Waste management', 'Education', 'Transport', 'Tourism', 'Employment', 'Public service'],
    initiative: 'Izumisano City, on the recommendation of young Indonesians working in Japan',
    mayor: 'spoke of six more stages',
    place: 'Thursday, 24 July 2025',
    countries: ['more than 11 countries', 'two countries'],
    speaker: 'Dr. Tri Adhianto, Mayor, to reporters',
    saidOn: 'Thursday, 24 July 2025',
    article: 'the outlet is not named; author’s initials M-3L',
    notBegun: 'This cooperation had not begun',
  },
  ja: {
    sentence: '初期調査。9分野を提案、6分野に言及。実施まであと6段階。',
    roles: '役割を選んでログイン',
    officer: 'ブカシ市の担当職員',
    open: '開く',
    onTheDay: '当日の状況',
    sample: '報道にもとづく見本データ',
    thatDay: '2025年7月24日',
    day: '2025年7月24日',
    title: 'ブカシ市と泉佐野市',
    stage: '全8段階の第1段階。実施まであと6段階。',
    offered: '9分野を提案',
    counts: '· 6分野に言及 · 3分野は言及なし',
    fields: ['廃棄物管理', '教育', '交通', '観光', '雇用・労働', '行政サービス'],
    initiative: '泉佐野市側。日本で働くインドネシアの若者の推薦による',
    mayor: 'あと6段階ある',
    place: '2025年7月24日（木）',
    countries: ['11か国を超える国々', '2か国'],
    speaker: 'Dr. Tri Adhianto、市長、記者団に対して',
    saidOn: '2025年7月24日（木）',
    article: '媒体名の記載なし; 記者の頭文字 M-3L',
    notBegun: 'この協力',
  },
  ko: {
    sentence: '초기 타진. 9개 분야를 제안, 6개 분야를 언급. 이행까지 6단계 남음.',
    roles: '역할로 로그인',
    officer: '브카시시 담당 공무원',
    open: '열기',
    onTheDay: '당일 상황',
    sample: '보도를 바탕으로 한 예시 데이터',
    thatDay: '2025년 7월 24일',
    day: '2025년 7월 24일',
    title: /^브카시시와 이즈미사노시$/,
    stage: '전체 8단계 중 1단계. 이행까지 6단계',
    offered: '9개 분야 제안',
    counts: '· 6개 분야 언급 · 3개 분야 미언급',
    fields: ['폐기물 관리', '교육', '교통', '관광', '고용·노동', '공공 서비스'],
    initiative: '이즈미사노시 측, 일본에서 일하는 인도네시아 청년들의 추천',
    mayor: '아직 6단계가 남았다고',
    place: '2025년 7월 24일 (목)',
    countries: ['11개국이 넘음', '2개국'],
    speaker: 'Dr. Tri Adhianto, 시장, 기자들에게',
    saidOn: '2025년 7월 24일 (목)',
    article: '매체 이름이 적혀 있지 않음; 작성자 머리글자 M-3L',
    notBegun: '이 협력',
  },
} satisfies Record<Language, Record<string, string | RegExp | string[]>>

/** Steps 1 to 3 of the first ten minutes: five rows, Izumisano's page, whose words the nine are. */
async function walk(page: Page, language: Language): Promise<void> {
  const t = told[language]
  await page.goto(language === 'id' ? '/' : `/${language}`)

  await test.step('five rows, each with its links; 003 has no day to go to', async () => {
    const rows = page.locator('ul.rows > li')
    await expect(rows).toHaveCount(5)
    await expect(rows.first()).toContainText(t.sentence)
    for (const [index, row] of (await rows.all()).entries()) {
      await expect(row.getByRole('link', { name: t.open })).toHaveCount(1)
      await expect(row.getByRole('link', { name: t.onTheDay })).toHaveCount(index === 4 ? 0 : 1)
    }
    await expect(rows.last()).toContainText('2023')
  })

  await test.step('a way in for every role, and the word that this is a sample', async () => {
    const roles = page.locator('#masuk')
    await expect(roles.getByRole('heading')).toHaveText(t.roles)
    await expect(roles.getByRole('button')).toHaveCount(7)
    await expect(roles.getByRole('button', { name: t.officer })).toBeVisible()
    await expect(page.locator('.demo')).toContainText(t.sample)
    await expectNoOverflow(page)
  })

  await test.step('Izumisano’s page: where it stands, what was offered, who began', async () => {
    await page.locator('ul.rows > li').first().getByRole('link', { name: t.open }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}/kerja-sama/${slug}$`))
    await expectRelation(page, language)
    await expectNoOverflow(page)
  })

  await test.step('the other languages show the same page', async () => {
    const there = language === 'ja' ? 'en' : 'ja'
    await page.locator('.langs').getByRole('link', { name: ownNames[there] }).click()
    await expect(page).toHaveURL(new RegExp(`/${there}/kerja-sama/${slug}$`))
    await expect(page.locator('html')).toHaveAttribute('lang', there)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(told[there].title)
    await page.locator('.langs').getByRole('link', { name: ownNames[language] }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}/kerja-sama/${slug}$`))
  })

  await test.step('tap the nine: whose words, which day, which article; and back', async () => {
    await page.locator('#bidang').getByRole('link', { name: t.offered }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}/kerja-sama/${slug}/sumber/bidang$`))
    const sheet = page.locator('article.source')
    await expect(sheet.getByText(t.speaker)).toBeVisible()
    await expect(sheet.getByText(t.saidOn)).toBeVisible()
    await expect(sheet.getByText(t.article)).toBeVisible()
    await expectNoOverflow(page)
    await sheet.getByRole('link').first().click()
    await expect(page, 'back to where the nine stand').toHaveURL(new RegExp(`/${language}/kerja-sama/${slug}#bidang$`))
  })

  await test.step('the story’s own day', async () => {
    await page.goto(language === 'id' ? '/' : `/${language}`)
    await page.locator('ul.rows > li').first().getByRole('link', { name: t.onTheDay }).click()
    await expect(page).toHaveURL(new RegExp(`/kerja-sama/${slug}\\?tanggal=2025-07-24$`))
    await expect(page.locator('.demo')).toContainText(t.thatDay)
    await expectRelation(page, language)
    await page.goto(language === 'id' ? '/' : `/${language}`)
    await expect(page.locator('.demo'), 'the day stays with the visitor').toContainText(t.thatDay)
  })

  await test.step('before its first day the cooperation has not begun', async () => {
    await page.goto(`/${language}/kerja-sama/${slug}?tanggal=2024-06-28`)
    await expect(page.locator('main')).toContainText(t.notBegun)
    await expect(page.locator('#tahap')).toHaveCount(0)
    await expect(page.locator('main')).not.toContainText(t.offered)
  })
}

async function expectRelation(page: Page, language: Language): Promise<void> {
  const t = told[language]
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.title)
  const stages = page.locator('#tahap')
  await expect(stages).toContainText(t.stage)
  await expect(stages).toContainText(t.mayor)
  const fields = page.locator('#bidang')
  await expect(fields.getByRole('link', { name: t.offered })).toBeVisible()
  await expect(fields).toContainText(t.counts)
  for (const field of t.fields) await expect(fields).toContainText(field)
  await expect(page.locator('#prakarsa')).toContainText(t.initiative)
  const meeting = page.locator('section', { has: page.locator('#pertemuan') })
  for (const part of [t.place, 'Pendopo Kantor Wali Kota Bekasi', 'Dr. Tri Adhianto', 'Kuniaki Nishinou']) {
    await expect(meeting).toContainText(part)
  }
  for (const count of t.countries) await expect(page.locator('#tentang-mitra')).toContainText(count)
  await expect(page.locator('#riwayat')).toContainText(t.day)
}

for (const language of languages) {
  for (const width of widths) {
    test.describe(`${language}, ${width} px`, () => {
      test.use({ viewport: { width, height: heightOf(width) } })

      test('a visitor reads Izumisano’s page and finds whose words it holds', async ({ page }) => {
        const seen = watch(page)
        await walk(page, language)
        expect(seen.faults).toEqual([])
      })
    })
  }

  test.describe(`${language}, script off`, () => {
    test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })

    test('everything a visitor does works without script', async ({ page }) => {
      await page.goto(`/${language}`)
      const t = told[language]
      await page.locator('ul.rows > li').first().getByRole('link', { name: t.open }).click()
      await expectRelation(page, language)
      await page.locator('#bidang').getByRole('link', { name: t.offered }).click()
      await expect(page.locator('article.source').getByText(t.speaker)).toBeVisible()

      await page.locator('.demo p a').click()
      await page.locator('#tanggal').fill('2024-06-28')
      await page.locator('main form button').click()
      await page.goto(`/${language}/kerja-sama/${slug}`)
      await expect(page.locator('main')).toContainText(t.notBegun)

      await page.goto(`/${language}/kerja-sama/${slug}?tanggal=`)
      await page.locator('#riwayat summary').click()
      await page.locator('#per').fill('2025-07-23')
      await page.locator('#riwayat form button').click()
      await expect(page).toHaveURL(/\?per=2025-07-23$/)
      await expect(page.locator('main')).toContainText(t.notBegun)

      await page.goto(`/${language}`)
      await page.getByRole('button', { name: t.officer }).click()
      await expect(page).toHaveURL(/\/kerja$/)
    })
  })
}
