import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { addIndonesian, nameOf } from './aria-indonesian.ts'
import * as words from './aria-words.ts'

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url))

/** Where React Aria keeps the dictionary of each export of aria-words.ts. */
function folderOf(name: string): { strings: string; english: string } {
  if (name === 'components') {
    const folder = `${modules}react-aria-components/dist/private`
    return { strings: `${folder}/intlStrings.mjs`, english: `${folder}/intl/en-US.mjs` }
  }
  const library = name.endsWith('State') ? 'react-stately' : 'react-aria'
  const component = name.replace(/State$/, '')
  const folder = `${modules}${library}/dist/private`
  return { strings: `${folder}/${component}/intlStrings.mjs`, english: `${folder}/intl/${component}/en-US.mjs` }
}

describe.each(Object.entries(words))('%s', (name, ours) => {
  const { strings, english } = folderOf(name)
  test('has every word of React Aria and no other', async () => {
    const theirs: unknown = await import(english)
    const keys = Object.keys((theirs as { default: object }).default)
    expect(Object.keys(ours).sort()).toEqual(keys.sort())
  })
  test('is added before the first language, over English', () => {
    const code = addIndonesian(readFileSync(strings, 'utf8'), name)
    expect(code).toMatch(/\$exports = \{ "id-ID": \{ \.\.\.\$\S+enUSmjs, \.\.\.indonesian \},\s*"ar-AE":/)
    expect(code).toContain(`import { ${name} as indonesian } from 'jembatan-aria-words'`)
  })
})

test('a dictionary without our words is English for an Indonesian reader', () => {
  const code = addIndonesian(readFileSync(`${modules}react-aria/dist/private/color/intlStrings.mjs`, 'utf8'), 'color')
  expect(code).toMatch(/"id-ID": \$\S+enUSmjs,\s*"ar-AE":/)
})

test('another form of these files stops the build', () => {
  expect(() => addIndonesian('export default {}', 'combobox')).toThrow('another form')
})

test('the two date pickers are told apart', () => {
  expect([nameOf('react-aria', 'datepicker'), nameOf('react-stately', 'datepicker')]).toEqual([
    'datepicker',
    'datepickerState',
  ])
  expect(nameOf('react-aria-components', undefined)).toBe('components')
})

test('sentences are said whole', () => {
  const say = { number: String }
  const focused = {
    isGroupChange: true,
    groupTitle: 'Jepang',
    groupCount: 3,
    optionText: 'Izumisano',
    isSelected: true,
  }
  expect(words.combobox.focusAnnouncement(focused, say)).toBe('Masuk kelompok Jepang, 3 pilihan. Izumisano, terpilih')
  expect(words.grid.selectedCount({ count: 0 }, say)).toBe('Tidak ada yang dipilih.')
})
