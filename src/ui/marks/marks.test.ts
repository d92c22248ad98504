import { createElement as h, type ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Band } from './band.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fact, Facts } from './facts.tsx'
import { LongTextField, SelectField, TextField } from './field.tsx'
import { personName, type NameParts } from '../../shared/person-name.ts'
import { PersonName, RecordedName } from './person-name.tsx'
import { SourceMark } from './source-mark.tsx'
import { StageRail, type RailStage } from './stage-rail.tsx'
import { Status } from './status.tsx'
import { StepsTable } from './steps-table.tsx'

function markupOf<Props extends object>(component: ComponentType<Props>, props: Props): string {
  return renderToStaticMarkup(h(component, props))
}

describe('plait', () => {
  test('the band is a picture that a screen reader passes over', () => {
    const markup = markupOf(Band, {})
    expect(markup).toMatch(
      /^<svg class="plait band" viewBox="0 0 960 22" preserveAspectRatio="none" aria-hidden="true">/,
    )
    expect(markup.match(/<path class="\w"/g)).toEqual(['b', 'h', 'a', 'h', 'b'].map((tone) => `<path class="${tone}"`))
    expect(markupOf(Band, { tall: true })).toContain('class="plait band tall"')
  })

  const stage = (label: string, state: RailStage['state'], stateWord: string): RailStage => ({
    label,
    state,
    stateWord,
  })
  const rail = markupOf(StageRail, {
    label: 'Tahap kerja sama',
    status: h(Status, { word: 'Dalam proses', tone: 'plain' }),
    sentence: 'Tahap 2 dari 3.',
    stages: [
      stage('Penjajakan', 'past', 'sudah'),
      stage('Naskah', 'now', 'sekarang'),
      stage('Pelaksanaan', 'ahead', 'belum'),
    ],
    children: h('p', {}, 'Menurut PP 28/2018'),
  })

  test('the rail says each stage and its state in words, and marks one as current', () => {
    expect(rail).toMatch(/^<section class="rail" aria-label="Tahap kerja sama"><p class="say"><b class="status">/)
    expect(rail).toContain('<li class="past"><span>Penjajakan<span class="vh"> (sudah)</span></span></li>')
    expect(rail).toContain('<li aria-current="step"><span>Naskah<span class="vh"> (sekarang)</span></span></li>')
    expect(rail).toContain('<li><span>Pelaksanaan<span class="vh"> (belum)</span></span></li>')
    expect(rail.match(/aria-current/g)).toHaveLength(1)
    expect(rail).toMatch(/<\/ol><\/div><p>Menurut PP 28\/2018<\/p><\/section>$/)
  })
  test('a stage that was passed over is not marked as past, and its strands are pale', () => {
    const skipped = markupOf(StageRail, {
      label: 'Tahap kerja sama',
      status: undefined,
      sentence: '',
      stages: [stage('Penjajakan', 'skipped', 'terlewati, belum lengkap'), stage('Naskah', 'now', 'sekarang')],
    })
    expect(skipped).toContain('<li><span>Penjajakan<span class="vh"> (terlewati, belum lengkap)</span></span></li>')
    expect(skipped.match(/<path class="o"/g)?.length).toBeGreaterThan(0)
    expect(rail).not.toContain('class="o" d="M-7')
    expect(skipped).toContain('class="o" d="M-7')
  })
  test('the rail carries both drawings, hidden, and no inline style (CSP)', () => {
    expect(rail.match(/<svg class="(hz|vt)"[^>]*aria-hidden="true"/g)).toHaveLength(2)
    expect(rail).toContain('height="160"')
    expect(rail).not.toContain('style=')
  })
})

describe('words about a value', () => {
  test('status colours repeat the word, plain has none', () => {
    expect(markupOf(Status, { word: 'Berlaku', tone: 'live' })).toBe('<b class="status st-live">Berlaku</b>')
    expect(markupOf(Status, { word: 'Penjajakan', tone: 'plain' })).toBe('<b class="status">Penjajakan</b>')
  })
  test('reported is a dotted link that says what it is', () => {
    const props = { level: 'reported', href: '/s/1', label: 'menurut berita', children: '9 bidang' } as const
    expect(markupOf(SourceMark, props)).toBe(
      '<a class="src" href="/s/1">9 bidang<span class="vh"> (menurut berita)</span></a>',
    )
    expect(markupOf(SourceMark, { level: 'reported', children: '9 bidang' })).toBe('<span class="src">9 bidang</span>')
  })
  test('a staff record has no mark, even where an address is given', () => {
    expect(markupOf(SourceMark, { level: 'recorded', href: '/s/1', label: 'x', children: '9' })).toBe('9')
  })
  test('a document has the paper', () => {
    const markup = markupOf(SourceMark, { level: 'documented', href: '/s/1', children: '24 Juli 2025' })
    expect(markup).toMatch(/^<a class="doc" href="\/s\/1">24 Juli 2025<svg [^>]*aria-hidden="true">/)
  })
  test('the family name stands in capitals wherever it stands', () => {
    const name = { given: 'Kuniaki', family: 'Nishinou', lang: 'ja-Latn' }
    expect(markupOf(PersonName, { ...name, order: 'given-first' })).toBe(
      '<bdi class="person" lang="ja-Latn">Kuniaki <span class="fam">Nishinou</span></bdi>',
    )
    expect(markupOf(PersonName, { ...name, order: 'family-first' })).toBe(
      '<bdi class="person" lang="ja-Latn"><span class="fam">Nishinou</span> Kuniaki</bdi>',
    )
    expect(markupOf(PersonName, { given: 'Dr. Tri Adhianto', order: 'given-first' })).toBe(
      '<bdi class="person">Dr. Tri Adhianto</bdi>',
    )
  })
  test('a name on record stands as the same name does in a text', () => {
    const markup = (name: NameParts) => markupOf(RecordedName, { name })
    for (const name of [
      { givenName: 'Kuniaki', familyName: 'Nishinou', nameLang: 'ja-Latn' },
      { givenName: '一', familyName: '二', nameLang: 'ja' },
      { givenName: 'Satu', familyName: 'Dua', nameLang: 'id' },
      { givenName: 'Satu', familyName: '' },
    ]) {
      const shown = markup(name).replace(/<span class="fam">([^<]*)<\/span>/g, (_, family: string) =>
        family.toUpperCase(),
      )
      expect(shown.replace(/<[^>]*>/g, '')).toBe(personName(name))
    }
  })
  test('facts without a value are left out', () => {
    const rows = h(Facts, {
      children: [
        h(Fact, { key: 1, term: 'Tamu' }, 'Wakil Wali Kota'),
        h(Fact, { key: 2, term: 'Naskah' }, undefined, false, ''),
        h(Fact, { key: 3, term: 'Tinggal' }),
        h(Fact, { key: 4, term: 'Jumlah' }, 0),
      ],
    })
    expect(renderToStaticMarkup(rows)).toBe(
      '<dl class="facts"><div><dt>Tamu</dt><dd>Wakil Wali Kota</dd></div><div><dt>Jumlah</dt><dd>0</dd></div></dl>',
    )
  })
  test('an empty state teaches, then offers', () => {
    const act = h('a', { className: 'btn', href: '/loi' }, 'Siapkan LoI')
    expect(markupOf(EmptyState, { children: 'Belum ada naskah.', act })).toBe(
      '<div class="empty"><p>Belum ada naskah.</p><a class="btn" href="/loi">Siapkan LoI</a></div>',
    )
  })
})

describe('forms', () => {
  test('a field is tied to its label, hint and error, and keeps what was typed', () => {
    const markup = markupOf(TextField, {
      id: 'wa',
      name: 'whatsapp',
      type: 'tel',
      short: true,
      defaultValue: '0812',
      label: 'Nomor WhatsApp',
      hint: 'Tidak diumumkan.',
      error: 'Isi nomor WhatsApp.',
    })
    expect(markup).toContain('<label for="wa">Nomor WhatsApp</label>')
    expect(markup).toContain('<p class="hint" id="wa-h">Tidak diumumkan.</p><p class="err" id="wa-e">')
    const input = /<input[^>]*>/.exec(markup)?.[0]
    for (const part of ['class="in short"', 'type="tel"', 'id="wa"', 'aria-describedby="wa-h wa-e"', 'value="0812"']) {
      expect(input).toContain(part)
    }
    expect(input).toContain('aria-invalid="true"')
  })
  test('a field without hint and error has nothing to describe it', () => {
    const markup = markupOf(LongTextField, { id: 'cerita', label: 'Cerita', defaultValue: 'baris' })
    expect(markup).toMatch(/<textarea class="in" rows="3" id="cerita">baris<\/textarea>/)
    expect(markup).not.toContain('aria-')
  })
  test('a select keeps its choice', () => {
    const choices = [
      { value: '', label: 'Pilih' },
      { value: 'a', label: 'Cikarang' },
    ]
    const markup = markupOf(SelectField, { id: 'kec', label: 'Kecamatan', choices, defaultValue: 'a' })
    expect(markup).toContain('<option value="a" selected="">Cikarang</option>')
  })
  test('the summary leads to each field, and is absent when nothing is missing', () => {
    const errors = [{ field: 'wa', message: 'Isi nomor WhatsApp' }]
    const markup = markupOf(ErrorSummary, { title: 'Belum terkirim', errors })
    expect(markup).toBe(
      '<div class="errs" role="alert" tabindex="-1"><h2>Belum terkirim</h2><ul><li><a href="#wa">Isi nomor WhatsApp</a></li></ul></div>',
    )
    expect(markupOf(ErrorSummary, { title: 'Belum terkirim', errors: [] })).toBe('')
  })
})

test('legal steps read as a list: the head row is for the eye, the column words for the ear', () => {
  const head = { step: 'Langkah', holder: 'Dipegang', documents: 'Dokumen', article: 'PP 28/2018', state: 'Keadaan' }
  const row = { number: 1, step: 'Prakarsa', holder: 'pemda', documents: 'surat', article: 'Ps 28(1)', state: 'belum' }
  const markup = markupOf(StepsTable, { head, rows: [row] })
  expect(markup).toMatch(/^<ol class="steps"><li class="hd" aria-hidden="true"><span><\/span><span>Langkah<\/span>/)
  expect(markup).toContain(
    '<li><span class="no">1</span><b>Prakarsa</b><span><span class="vh">Dipegang: </span>pemda</span>',
  )
  expect(markup.match(/<li/g)).toHaveLength(2)
})
