import { createElement as h } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../shared/languages.ts'
import { dprdClock, type Calendar } from '../model.ts'
import { ClockLine, countSentence, timeLeft } from './clock-line.tsx'

const calendar: Calendar = {
  holidays: [
    { day: '2026-01-16', kind: 'nasional', name: 'Isra Mikraj' },
    { day: '2026-02-17', kind: 'nasional', name: 'Imlek' },
    { day: '2026-02-16', kind: 'cuti_bersama', name: 'Cuti bersama Imlek' },
  ],
  cutiBersamaCounts: false,
  completeYears: [2026],
}
const clockOn = (on: string, about: { receivedOn?: string | undefined; decidedOn?: string } = {}) =>
  dprdClock({ receivedOn: '2026-01-05', decidedOn: undefined, on, calendar, ...about })
const markup = (clock: ReturnType<typeof clockOn>, language: (typeof languages)[number] = 'id') =>
  renderToStaticMarkup(h(ClockLine, { language, clock, cutiBersamaCounts: false }))

describe('the council’s clock on the screen', () => {
  test('says the day, what is left, the article and how it was counted', () => {
    const html = markup(clockOn('2026-01-05'))
    expect(html).toContain('<b>12 Maret 2026</b> <span class="left">sisa 45 hari kerja</span>')
    expect(html).toContain('Jawaban DPRD, PP 28/2018 Ps 30. Surat diterima sekretariat DPRD Senin, 5 Januari 2026.')
    expect(html).toContain('<summary>Bagaimana dihitung?</summary>')
    const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
      row.replaceAll(/<\/?span[^>]*>/g, '').replaceAll(/<[^>]+>/g, '|'),
    )
    expect(rows).toEqual([
      '|Hari diterima, tidak dihitung||5 Januari 2026|',
      '|Sabtu dan Minggu yang dilewati||18 hari|',
      '|45 hari kerja, tanpa libur||9 Maret 2026|',
      '|Isra Mikraj, 16 Januari 2026||+1 hari kerja|',
      '|Cuti bersama Imlek, 16 Februari 2026||+1 hari kerja|',
      '|Imlek, 17 Februari 2026||+1 hari kerja|',
      '|Batas waktu||12 Maret 2026|',
    ])
    expect(html).toContain('<span lang="id">Isra Mikraj</span>')
    expect(html).toContain('Cuti bersama ikut dihitung libur.')
    expect(html).not.toContain('Sementara')
  })

  test('counts down to the last day and says that silence is no approval', () => {
    expect(timeLeft('id', clockOn('2026-03-11'))).toBe('sisa 1 hari kerja')
    expect(timeLeft('id', clockOn('2026-03-12'))).toBe('hari terakhir')
    const late = clockOn('2026-03-27')
    expect(timeLeft('id', late)).toBe('belum dijawab, lewat 11 hari kerja')
    expect(timeLeft('en', clockOn('2026-03-13'))).toBe('unanswered, 1 working day past')
    expect(markup(late)).toContain('Belum dijawab bukan berarti disetujui.')
  })

  test('says that it cannot be counted, and why', () => {
    const html = markup(clockOn('2026-01-05', { receivedOn: undefined }))
    expect(html).toBe(
      '<div class="clock"><p class="q">Belum dapat dihitung: tanggal diterima sekretariat DPRD belum ada.</p></div>',
    )
  })

  test('says that it is provisional, and of which year', () => {
    const html = markup(clockOn('2026-11-20', { receivedOn: '2026-11-16' }))
    expect(html).toContain('Sementara: kalender 2027 belum lengkap.')
  })

  test('ends with the answer and shows no time left', () => {
    const html = markup(clockOn('2026-03-01', { decidedOn: '2026-02-10' }))
    expect(html).toContain('<b>Dijawab 10 Februari 2026</b> <span>Batas waktunya 12 Maret 2026.</span>')
    expect(html).not.toContain('class="left"')
  })

  test('tells the count in one sentence in four languages', () => {
    const { count } = clockOn('2026-01-05')
    expect(languages.map((language) => count && countSentence(language, count))).toEqual([
      '45 hari kerja sejak 5 Januari 2026: jatuh 12 Maret 2026',
      '45 working days from 5 January 2026: due 12 March 2026',
      '2026年1月5日から45営業日：期限は2026年3月12日',
      '2026년 1월 5일부터 45근무일: 기한 2026년 3월 12일',
    ])
  })
})
