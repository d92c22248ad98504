import { expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import { verbWord } from './verb-words.ts'

const contracts = import.meta.glob<Record<string, unknown>>(['../../*/contract.ts', '../../../pages/*/contract.ts'], {
  eager: true,
})
const acts = Object.values(contracts)
  .flatMap((contract) => Object.values(contract))
  .filter((found): found is { name: string; method: string } => {
    return typeof found === 'object' && found !== null && 'method' in found && found.method === 'POST'
  })
  .map(({ name }) => name)

test('finds the acts of the contracts', () => {
  expect(acts).toContain('relations.mendRelation')
  expect(acts.length).toBeGreaterThan(5)
})

test.each(languages)('every act has words of its own in %s', (language) => {
  const unknown = verbWord(language, { verb: '?', kind: 'person' }).replace('?', '')
  const bare = acts.filter((verb) => verbWord(language, { verb, kind: 'person' }).includes(unknown.trim()))
  expect(bare).toEqual([])
})

test('a verb that nobody knows is still told, and nothing is read from the prototype', () => {
  expect(verbWord('id', { verb: 'letters.send', kind: 'person' })).toContain('letters.send')
  expect(verbWord('id', { verb: 'constructor.name', kind: 'person' })).toContain('constructor.name')
  expect(verbWord('id', { verb: 'nothing.known', kind: 'system' })).toBe('diisi oleh sistem')
})
