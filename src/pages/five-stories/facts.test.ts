import { describe, expect, test } from 'vitest'
import { isDate, isPartialDate } from '../../shared/dates.ts'
import { languages, type Language } from '../../shared/languages.ts'
import { factKey, facts } from './facts.ts'
import en from './messages/en.json' with { type: 'json' }
import id from './messages/id.json' with { type: 'json' }
import ja from './messages/ja.json' with { type: 'json' }
import ko from './messages/ko.json' with { type: 'json' }
import { stories, storyKey } from './stories.ts'

// Written by hand from the analysis of the stories, so that a row cannot disappear from facts.ts unnoticed.
const factsOfStory = { '000': 14, '001': 13, '002': 11, '003': 12, '004': 13 }

// Read as plain text trees: what is asked here is whether a key is there, which the types of one language would hide.
const texts: Record<Language, { fact: Record<string, unknown>; story: Record<string, unknown> }> = { id, en, ja, ko }

const written = expect.stringMatching(/\p{L}{2}/u)

describe('facts', () => {
  test('are the 63 of the committed list, in its order', () => {
    const committed = Object.entries(factsOfStory)
      .flatMap(([story, count]) =>
        Array.from({ length: count }, (_, index) => `${story}-${String(index + 1).padStart(2, '0')}`),
      )
      .toSorted()
    expect(facts.map((fact) => fact.id)).toEqual(committed)
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(63)
  })

  test('name their own story, and at least one capability', () => {
    for (const fact of facts) {
      expect(fact.id.startsWith(`${fact.story}-`), fact.id).toBe(true)
      expect(fact.capability.length, fact.id).toBeGreaterThan(0)
    }
  })

  test('have a public screen and a test where something is there, and neither where nothing is', () => {
    for (const fact of facts) {
      if (fact.state === 'belum') {
        expect(fact, fact.id).not.toHaveProperty('screen')
        expect(fact, fact.id).not.toHaveProperty('test')
      } else {
        expect(fact.screen, fact.id).toMatch(/^\/(?!(?:id|en|ja|ko)\/)[a-zA-Z0-9/-]+(?:#[a-z-]+)?$/)
        expect(fact.test, fact.id).toMatch(/^(?:src|test)\/[\w/.-]+\.(?:test|spec)\.tsx?(?: > .+)?$/)
      }
    }
  })

  test.each(languages)('are told in %s, each with what the story says and what the product does', (language) => {
    const told = texts[language].fact
    expect(Object.keys(told)).toEqual(facts.map((fact) => factKey(fact.id)))
    for (const [key, words] of Object.entries(told)) {
      expect(words, key).toEqual({ says: written, does: written })
    }
  })
})

describe('stories', () => {
  test.each(languages)('are told in %s', (language) => {
    const told = texts[language].story
    expect(Object.keys(told).toSorted()).toEqual(stories.map((story) => storyKey(story.id)).toSorted())
    for (const [key, words] of Object.entries(told)) {
      // The sentence of 002 is counted from the record and stands apart, as `story002Sentence`.
      const fixed = key === 's002' ? {} : { sentence: written }
      expect(words, key).toEqual({ name: written, summary: written, outlet: written, ...fixed })
    }
  })

  test('offer the day only where the day is known', () => {
    for (const story of stories) {
      expect(isPartialDate(story.occurredOn), story.id).toBe(true)
      expect(story.tanggal, story.id).toBe(isDate(story.occurredOn) ? story.occurredOn : undefined)
    }
  })
})
