import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import {
  eligibilityAnswers,
  eligibilityIds,
  getProcedure,
  holderIds,
  letterIds,
  obstaclesTo,
  outcomes,
  parityGaps,
  planElements,
  remedies,
  requirementIds,
  stepIds,
  type Obstacle,
  type ProcessFacts,
} from '../model.ts'
import { words } from './messages/words.gen.ts'
import { missingDetails, missingName, missingTitle, remedyVerb } from './missing.ts'
import { Obstacles } from './obstacles.tsx'

const rules = getProcedure('foreign-2018')
const begun: ProcessFacts = {
  cooperationType: undefined,
  partnerKind: 'foreign_local_government',
  fields: Array.from({ length: 9 }, () => ({ isNamed: false, hasAffair: false, isDropped: false })),
  eligibility: { e1: 'met', e4: 'not_met' },
  plan: { subjek: 'Kota Bekasi dan Kota Izumisano' },
  documents: [
    {
      id: 'a',
      kind: 'jawaban_menlu',
      step: 'pernyataan_kehendak',
      round: 1,
      outcome: 'returned',
      datedOn: '2026-01-05',
    },
  ],
}
const openAt = (step: 'pernyataan_kehendak' | 'penandatanganan') => obstaclesTo(rules, { step, facts: begun })
const found = (id: Obstacle['id']) => openAt('penandatanganan').find((each) => each.id === id) as Obstacle

describe.each(languages)('words in %s', (language) => {
  test('name every requirement, row, element, remedy, desk and answer, each differently', () => {
    const w = words[language]
    const groups: (string | undefined)[][] = [
      requirementIds.map((id) => w.requirement[id]),
      eligibilityIds.map((id) => w.eligibility[id]),
      eligibilityIds.map((id) => w.eligibilityName[id]),
      eligibilityAnswers.map((id) => w.eligibilityAnswer[id]),
      planElements.map((id) => w.planElement[id]),
      remedies.map((id) => w.remedy[id]),
      letterIds.map((id) => w.letterAct[id]),
      parityGaps.map((id) => w.missing.parity[id]),
      stepIds.map((id) => w.prepared[id]),
      outcomes.map((id) => w.outcome[id]),
      holderIds.map((id) => w.desk[id]),
    ]
    for (const group of groups) {
      expect(group).not.toContain(undefined)
      expect(new Set(group).size).toBe(group.length)
    }
  })

  test('never name a gate', () => {
    const told = openAt('penandatanganan').flatMap((each) => [
      missingName(language, each),
      ...missingDetails(language, each),
    ])
    expect(told.join(' ')).not.toMatch(/gerbang|gate|\bG[1-6]\b/i)
  })
})

describe('what is missing, in words', () => {
  test('the title says how many; with nothing missing it says so', () => {
    expect(missingTitle('id', { step: 'pernyataan_kehendak', n: 4 })).toBe(
      'Belum bisa menyiapkan LoI, karena empat hal belum ada',
    )
    expect(missingTitle('en', { step: 'penandatanganan', n: 1 })).toBe(
      'The signing cannot be prepared yet: one thing is missing',
    )
    expect(missingTitle('id', { step: 'penandatanganan', n: 0 })).toBe(
      'Semua syarat untuk menyiapkan penandatanganan sudah ada',
    )
  })

  test('a line says how far it is and what lacks', () => {
    expect(missingName('id', found('bidang_ke_urusan'))).toBe('Bidang ke urusan, 0 dari 9')
    expect(missingName('id', found('kelayakan'))).toBe('Pertanyaan kelayakan, 1 dari 9')
    expect(missingDetails('id', found('kelayakan'))).toEqual([
      'Kurang: tanpa kantor perwakilan, sejalan dengan rencana pembangunan, alih teknologi, kesetaraan, saling melengkapi, hubungan antarmasyarakat, dan hibah dan barang.',
      'Dijawab tidak terpenuhi: tanpa campur tangan.',
    ])
    expect(missingDetails('id', found('jawaban_menlu'))).toEqual(['Jawaban yang ada mengembalikannya untuk perbaikan.'])
    expect(missingDetails('en', found('naskah_sepadan'))).toEqual([
      'Missing: the Indonesian text and the text in the partner’s language or in English.',
    ])
  })

  test('the act of a line is its letter where there is one', () => {
    expect(remedyVerb('id', found('jawaban_mendagri'))).toBe('Buat surat ke Mendagri')
    expect(remedyVerb('id', found('bidang_ke_urusan'))).toBe('Petakan')
  })
})

describe('the list on the screen', () => {
  const markup = (obstacles: Obstacle[]) =>
    renderToStaticMarkup(
      h(Obstacles, {
        language: 'id',
        step: 'pernyataan_kehendak',
        obstacles,
        act: ({ id }, name) => h('a', { className: 'btn sm', href: `#${id}` }, name),
      }),
    )

  test('has one line with article and act for each, the act named for a reader who only hears it', () => {
    const html = markup(openAt('pernyataan_kehendak'))
    expect(html.match(/<li>/g)).toHaveLength(5)
    expect(html).toContain(
      '<a class="btn sm" href="#jawaban_mendagri">Buat surat ke Mendagri<span class="vh">: Jawaban setuju dari Mendagri</span></a>',
    )
    expect(html).toContain('<small>PP 28/2018 Ps 27(1)b</small>')
  })

  test('with nothing missing shows no list', () => {
    expect(markup([])).toBe('<p role="status">Semua syarat untuk menyiapkan LoI sudah ada</p>')
  })
})
