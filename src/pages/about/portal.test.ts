import { createElement, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Visit } from '../../platform/portal.ts'
import { languages, type Language } from '../../shared/languages.ts'
import { linkMinutes, sessionHours } from '../../slices/identity/model.ts'
import { getProcedure } from '../../slices/procedures/model.ts'
import { words as relationWords } from '../../slices/relations/messages/words.gen.ts'
import { RegionsImprint } from './imprint.tsx'
import en from './messages/en.json' with { type: 'json' }
import id from './messages/id.json' with { type: 'json' }
import ja from './messages/ja.json' with { type: 'json' }
import ko from './messages/ko.json' with { type: 'json' }
import { words } from './messages/words.gen.ts'
import { pages } from './portal.tsx'

const paths = ['/tentang/cara-membaca', '/tentang/aksesibilitas', '/tentang/privasi', '/tentang/penyelenggara']

async function markupOf(path: string, language: Language, demonstration = true): Promise<string> {
  const visit = { language, on: '2026-11-21', demonstration, query: {}, parameters: {} } as Partial<Visit> as Visit
  return markup((await pages.find((page) => page.path === path)?.show(visit))?.body)
}

const markup = (body: ReactNode): string => renderToStaticMarkup(createElement(Fragment, null, body))
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '')

function leaves(tree: object): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value as object)))
}

test('the four pages that the footer names', () => {
  expect(pages.map(({ path }) => path)).toEqual(paths)
})

describe.each(languages)('in %s', (language) => {
  test.each(paths)('%s has one heading, no id twice, and keeps to the language', async (path) => {
    const text = await markupOf(path, language)
    expect(all(text, /<h1>([^<]+)<\/h1>/g)).toHaveLength(1)
    const ids = all(text, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(all(text, /href="([^"]+)"/g).filter((href) => !href.startsWith(`/${language}/`))).toEqual([])
  })

  test('every sentence is shown, in a demonstration or to readers of a real region', async () => {
    const shown = await Promise.all([
      ...paths.map((path) => markupOf(path, language)),
      ...paths.slice(0, 3).map((path) => markupOf(path, language, false)),
      Promise.resolve(markup(createElement(RegionsImprint, { language, regions: [] }))),
    ])
    const plain = shown.join('\n').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
    const written = { id, en, ja, ko }[language]
    const missing = leaves(written).filter((text) => !text.includes('{') && !plain.includes(text))
    expect(missing).toEqual([])
  })
})

describe('how to read', () => {
  test('shows each mark as it looks elsewhere', async () => {
    const text = await markupOf('/tentang/cara-membaca', 'id')
    expect(text).toContain('<span class="src">contoh isian<span class="vh"> (menurut berita)</span></span>')
    expect(text).toContain('<p>contoh isian</p>')
    expect(text).toMatch(/<span class="doc">contoh isian<svg/)
  })

  test('explains every status word once', async () => {
    const text = await markupOf('/tentang/cara-membaca', 'id')
    for (const word of Object.values(relationWords.id.status)) expect(text.split(`<dt>${word}</dt>`)).toHaveLength(2)
  })

  test('counts stages and steps as the procedure has them', async () => {
    const { stages, steps } = getProcedure('foreign-2018')
    expect([stages.length, steps.length]).toEqual([8, 11])
    const text = await markupOf('/tentang/cara-membaca', 'id')
    expect(text).toContain('Tahap 3 dari 8. Empat tahap lagi sebelum pelaksanaan.')
  })

  test('speaks of the sample date in a demonstration only', async () => {
    expect(await markupOf('/tentang/cara-membaca', 'id')).toContain(words.id.reading.sampleDate.title)
    expect(await markupOf('/tentang/cara-membaca', 'id', false)).not.toContain(words.id.reading.sampleDate.title)
  })
})

describe('privacy', () => {
  test('names the cookies of readers, and how long sessions and links live', async () => {
    const text = await markupOf('/tentang/privasi', 'en')
    expect(text).toContain('<dt>tanggal</dt>')
    expect(text).toContain('<dt>bahasa</dt>')
    expect(text).toContain(`${sessionHours} hours, a one-time link ${linkMinutes} minutes`)
    expect(all(text, /<li class="gap"><p>([^<]+)<\/p>/g).filter((line) => line.endsWith(';'))).toHaveLength(8)
  })

  test('asks for no personal data in a demonstration, and names no date cookie without one', async () => {
    expect(await markupOf('/tentang/privasi', 'id')).toContain(words.id.privacy.demo)
    const real = await markupOf('/tentang/privasi', 'id', false)
    expect(real).not.toContain(words.id.privacy.demo)
    expect(real).not.toContain('<dt>tanggal</dt>')
  })
})

describe('imprint', () => {
  test('of a demonstration says that it is no government site', async () => {
    const text = await markupOf('/tentang/penyelenggara', 'id')
    expect(text).toContain('Data contoh dari pemberitaan; bukan situs pemerintah daerah.')
    expect(text).toContain('Apache-2.0')
  })

  test('of real regions names them, in the reader’s language where there is a form', () => {
    const regions = [
      { slug: 'kota-contoh', code: '00.01', tier: 'kota', name: 'Kota Contoh', names: { ja: 'チョント市' } },
      { slug: 'kab-contoh', code: '00.02', tier: 'kabupaten', name: 'Kab. Contoh' },
    ] as const
    const text = markup(createElement(RegionsImprint, { language: 'ja', regions }))
    expect(text).toContain('<li lang="ja"><a href="/ja/daerah/kota-contoh">チョント市</a></li>')
    expect(text).toContain('<li lang="id"><a href="/ja/daerah/kab-contoh">Kab. Contoh</a></li>')
    expect(text).not.toContain(words.ja.imprint.contactDemo)
  })
})
