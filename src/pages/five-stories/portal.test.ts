import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Visit } from '../../platform/portal.ts'
import { Failure } from '../../shared/failure.ts'
import { languages, type Language } from '../../shared/languages.ts'
import { facts, issues } from './facts.ts'
import { words } from './messages/words.gen.ts'
import { pages } from './portal.tsx'
import { stories, storyKey } from './stories.ts'

const [page] = pages

async function markupOf(language: Language, about: Partial<Visit> = {}): Promise<string> {
  const visit = { language, on: '2026-11-21', demonstration: true, query: {}, parameters: {}, ...about } as Visit
  const shown = await page?.show(visit)
  return renderToStaticMarkup(createElement(Fragment, null, shown?.body))
}

const all = (markup: string, pattern: RegExp): string[] => [...markup.matchAll(pattern)].map(([, found]) => found ?? '')

/** One fact's row, as text. */
const rowOf = (markup: string, id: string): string => markup.split(`<li id="fakta-${id}"`)[1]?.split('</li>')[0] ?? ''

describe('lima cerita', () => {
  test('has one address and is gone once a real region exists', async () => {
    expect(pages.map(({ path }) => path)).toEqual(['/tentang/lima-cerita'])
    const refused = markupOf('id', { demonstration: false })
    await expect(refused).rejects.toBeInstanceOf(Failure)
    await expect(refused).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each(languages)('shows each of the 63 facts once in %s, with its state as a word', async (language) => {
    const markup = await markupOf(language)
    expect(all(markup, /data-fact="([^"]+)"/g).toSorted()).toEqual(facts.map(({ id }) => id).toSorted())
    expect(all(markup, /data-fact="([^"]+)"/g)).toHaveLength(63)
    for (const { id, state } of facts) {
      const row = rowOf(markup, id)
      expect(row, id).toContain(`data-state="${state}"`)
      expect(row, id).toContain(`>${words[language].state[state].word}</b>`)
    }
  })

  test.each(languages)(
    'names screen and test in %s where something is there, and the plan where it is not',
    async (language) => {
      const markup = await markupOf(language)
      for (const { id, screen, test: file, state } of facts) {
        const row = rowOf(markup, id)
        expect(all(row, /href="([^"]+)"/g), id).toEqual(screen === undefined ? [] : [`/${language}${screen}`])
        expect(all(row, /<code>([^<]+)<\/code>/g), id).toEqual(file === undefined ? [] : [file.replaceAll('>', '&gt;')])
        // The last line of a row that is not whole says when it comes.
        expect(/<p class="key">[^<]+<\/p><\/div>$/.test(row), id).toBe(state !== 'ada')
      }
    },
  )

  test.each(languages)('has no id twice in %s, and every link within the page leads somewhere', async (language) => {
    const markup = await markupOf(language)
    const ids = all(markup, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(stories.map(({ id }) => id)))
    const within = all(markup, /href="#([^"]+)"/g)
    expect(within.filter((id) => !ids.includes(id))).toEqual([])
    const elsewhere = all(markup, /href="([^#"][^"]*)"/g)
    expect(elsewhere.length).toBeGreaterThan(0)
    expect(elsewhere.filter((href) => !href.startsWith(`/${language}/`))).toEqual([])
  })

  test('lists what does not exist yet, or not whole, by phase, each with a link to its fact', async () => {
    const missing = facts.filter(({ state }) => state !== 'ada')
    const phases = issues.filter((issue) => missing.some((fact) => fact.issue === issue))
    const list = (await markupOf('id')).split('id="belum-ada"')[1] ?? ''
    expect(all(list, /href="#fakta-([^"]+)"/g).toSorted()).toEqual(missing.map(({ id }) => id).toSorted())
    expect(all(list, /<h3>([^<]+)<\/h3>/g)).toEqual(
      phases.map((n) => (n === 'later' ? words.id.notYet.after : `Tahap pembangunan ${n} dari 5`)),
    )
    expect(list.includes(words.id.notYet.none)).toBe(missing.length === 0)
  })

  test('gives day, outlet and headline as far as the story tells them', async () => {
    const markup = await markupOf('en')
    const sectionOf = (id: string) => markup.split(`id="${id}"`)[1]?.split('</section>')[0] ?? ''
    expect(sectionOf('002')).toContain('Thursday, 24 July 2025')
    expect(sectionOf('003')).toContain('2023 (a Thursday) · date not stated')
    expect(sectionOf('000')).toContain('<span lang="id">Jepang: Kerja Sama Ekonomi dengan Bekasi Diperkuat</span>')
    expect(sectionOf('001')).toContain(words.en.label.noTitle)
    for (const { id } of stories) expect(sectionOf(id)).toContain(words.en.story[storyKey(id)].summary)
  })

  test('counts what it shows', async () => {
    const markup = await markupOf('id')
    const of = (state: string) => markup.split(`data-state="${state}"`).length - 1
    expect(markup).toContain(`63 fakta: ${of('ada')} ada, ${of('sebagian')} sebagian, ${of('belum')} belum.`)
  })
})
