import { describe, expect, test } from 'vitest'
import { languages } from '../../shared/languages.ts'
import { legalSteps } from './embed.tsx'
import { words } from './messages/words.gen.ts'
import { getProcedure, recordsOf, stepIds, type DocumentId } from './model.ts'

const rules = getProcedure('foreign-2018')
const tableOf = (filed: DocumentId[] = [], seen: Record<string, string> = {}) =>
  legalSteps('id', { procedure: 'foreign-2018', records: recordsOf(rules, filed), seen: (id) => seen[id] }).rows

describe('the table of the legal steps', () => {
  test('has the eleven steps in the order of the law, in every language', () => {
    for (const language of languages) {
      const { head, rows } = legalSteps(language, { procedure: 'foreign-2018', records: [], seen: () => undefined })
      expect(rows.map(({ step }) => step)).toEqual(stepIds.map((id) => words[language].step[id]))
      expect(head.article).toBe(words[language].column.basis)
    }
  })

  test('names the law that gave the procedure its name nowhere, and every other one', () => {
    const articles = tableOf().map(({ article }) => article)
    expect(articles[3]).toBe('Ps 28(5); Ps 30(3)')
    expect(articles[10]).toBe('Ps 43; Ps 44; UU 43/2009 Ps 43')
  })

  test('says "sudah" only of what is on file, and shows what is known in place of the word', () => {
    const { past, ahead } = words.id.stepState
    const states = tableOf(['laporan_penjajakan'], { prakarsa: '24 Juli 2025' }).map(({ state }) => state)
    expect(states.slice(0, 3)).toEqual(['24 Juli 2025', past, ahead])
    expect(new Set(tableOf().map(({ state }) => state))).toEqual(new Set([ahead]))
  })
})
