import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../shared/languages.ts'
import { numberWord } from '../../shared/format.ts'
import { words } from './messages/words.gen.ts'
import {
  cooperationTypes,
  documentIds,
  getProcedure,
  holderIds,
  lawKeys,
  progressStates,
  railPosition,
  stageIds,
  stageStates,
  stepIds,
  type LawName,
  type StageId,
} from './model.ts'

function railSentence(lang: Language, stage: StageId): string {
  const { form, ...counts } = railPosition(getProcedure('foreign-2018'), stage)
  const w = words[lang]
  const word = numberWord(counts.left, lang, { capital: true })
  return w.rail[form]({ ...counts, word, stage: w.stage.short[stage] })
}

describe('the sentence of the rail', () => {
  test.each<[Language, StageId, string]>([
    ['id', 'penjajakan', 'Tahap 1 dari 8: Penjajakan. Enam tahap lagi sebelum pelaksanaan.'],
    ['id', 'pernyataan_kehendak', 'Tahap 2 dari 8: Pernyataan kehendak. Lima tahap lagi sebelum pelaksanaan.'],
    ['id', 'penandatanganan', 'Tahap 7 dari 8: Penandatanganan. Tahap berikutnya pelaksanaan.'],
    ['id', 'pelaksanaan', 'Tahap 8 dari 8: Pelaksanaan.'],
    ['en', 'penjajakan', 'Stage 1 of 8: Exploration. Six more stages before implementation.'],
    ['en', 'naskah', 'Stage 6 of 8: Text. One more stage before implementation.'],
    ['en', 'penandatanganan', 'Stage 7 of 8: Signing. The next stage is implementation.'],
    ['ja', 'penjajakan', '全8段階の第1段階：協力可能性の調査。実施まであと6段階。'],
    ['ko', 'penjajakan', '전체 8단계 중 1단계: 협력 타진. 이행까지 6단계 남았습니다.'],
  ])('%s at %s', (lang, stage, sentence) => {
    expect(railSentence(lang, stage)).toBe(sentence)
  })
})

describe.each(languages)('words in %s', (lang) => {
  const w = words[lang]

  test('name every stage, step, holder, document, type, state and law', () => {
    const named: (string | undefined)[] = [
      ...stageIds.flatMap((id) => [w.stage.short[id], w.stage.long[id]]),
      ...stepIds.map((id) => w.step[id]),
      ...holderIds.map((id) => w.holder[id]),
      ...documentIds.map((id) => w.document[id]),
      ...cooperationTypes.map((id) => w.type[id]),
      ...stageStates.map((id) => w.stageState[id]),
      ...progressStates.map((id) => w.stepState[id]),
      ...(['v', 'v2', 'm', 'i'] as const).map((mark) => w.verification[mark]),
      ...Object.keys(lawKeys).map((law) => w.law[lawKeys[law as LawName]]),
    ]
    expect(named).not.toContain(undefined)
    expect(new Set(stepIds.map((id) => w.step[id])).size).toBe(stepIds.length)
    expect(new Set(documentIds.map((id) => w.document[id])).size).toBe(documentIds.length)
  })

  test('keep the name of a law as it is and add the gloss', () => {
    expect(w.lawWithGloss({ law: 'PP 28/2018', gloss: w.law[lawKeys['PP 28/2018']] })).toMatch(/^PP 28\/2018\P{L}/u)
  })
})
