import { expect, test } from 'vitest'
import type { Activity } from '../../slices/agenda/model.ts'
import { composeBriefing } from './briefing.ts'
import type { BriefingRecord } from './record.ts'

const meeting = (id: string, of: Partial<Activity>, guest?: { absent: boolean }): Activity => ({
  id,
  slug: id,
  kind: undefined,
  about: `Pertemuan ${id}`,
  topics: [],
  place: undefined,
  occurredOn: '2026-03-01',
  endedOn: undefined,
  initiator: undefined,
  participants:
    guest === undefined
      ? []
      : [{ id: `tamu-${id}`, side: 'guest', leads: false, givenName: `Tamu ${id}`, familyName: '', ...guest }],
  statements: [
    {
      id: `kata-${id}`,
      position: 1,
      words: `Kata ${id}`,
      wordsLang: 'id',
      speaker: { givenName: 'A', familyName: '' },
    },
  ],
  points: [],
  ...of,
})
const text = { kind: 'mou', numberOurs: null, lastDay: null }

const record = {
  on: '2026-04-01',
  page: {
    relation: {
      id: 'r',
      partner: null,
      label: 'Mitra',
      process: null,
      status: null,
      purpose: null,
      lastOn: '2026-03-09',
      cooperationType: 'KSDPL',
    },
    region: { name: 'Kota', names: {} },
    profile: [],
    fields: [],
    activities: [
      // Of the team of the region, whoever sat in and whatever was published.
      meeting('dalam', { kind: 'rapat_tkksd', occurredOn: '2026-03-09' }, { absent: false }),
      meeting('sendiri', { kind: 'audiensi', occurredOn: '2026-03-08' }),
      meeting('batal', { occurredOn: '2026-03-07' }, { absent: true }),
      meeting('bersama', { occurredOn: '2026-03-06' }, { absent: false }),
      meeting('terbit', { occurredOn: '2026-03-05' }),
    ],
    publicActivities: ['dalam', 'terbit'],
  },
  guestShares: {
    dalam: { isAlone: true, isTheirs: false, known: [], published: meeting('dalam', {}) },
    sendiri: { isAlone: true, isTheirs: true, known: [], published: null },
    batal: { isAlone: true, isTheirs: true, known: [], published: null },
    bersama: { isAlone: true, isTheirs: true, known: [], published: null },
    terbit: { isAlone: false, isTheirs: false, known: [], published: meeting('terbit', { occurredOn: '2026-03-05' }) },
  },
  partner: undefined,
  texts: [
    { ...text, title: 'RANCANGAN', signedOn: null, isSigned: false },
    { ...text, title: 'TANPA NASKAH', signedOn: '2026-01-02', isSigned: false },
    { ...text, title: 'RESMI', signedOn: '2026-01-03', isSigned: true },
  ],
  lines: [],
  officials: [],
  nextStep: undefined,
  waiting: [],
  tasks: [
    {
      id: 't',
      what: 'Susun jawaban',
      unit: { id: 'u', name: 'Dinas' },
      member: { id: 'm', name: 'Pelaksana', left: false },
      fromOn: '2026-03-01',
    },
  ],
  missing: 0,
} as unknown as BriefingRecord

const linesOf = (audience: 'own' | 'guest') =>
  composeBriefing(record, { language: 'id', audience })
    .sections.flatMap(({ lines }) => lines.map(({ term, text: told }) => `${term ?? ''} ${told}`))
    .join('\n')

test('the guest reads of meetings where a guest came or that were published, never of the region’s own team', () => {
  const told = linesOf('guest')
  for (const words of ['dalam', 'sendiri', 'batal', '9 Maret']) expect(told).not.toContain(words)
  for (const words of ['Pertemuan bersama', 'Tamu bersama', 'Kata bersama', 'Pertemuan terbit', '6 Maret']) {
    expect(told).toContain(words)
  }
})

test('of a meeting with other partners the guest reads when and where, its own people and our officials, never words', () => {
  const guest = { side: 'guest', leads: false, familyName: '' } as const
  const shared = meeting('banyak', {
    about: 'Pokok lain',
    place: 'Aula',
    participants: [
      { ...guest, id: 'kita', side: 'host', givenName: 'Pejabat', office: 'sekretaris_daerah' },
      { ...guest, id: 'milik', givenName: 'Milik', office: 'wali_kota' },
      { ...guest, id: 'lain', givenName: 'Orang Lain' },
    ],
  })
  const told = (isTheirs: boolean, published: Activity | null) => {
    const share = { isAlone: false, isTheirs, known: ['kita', 'milik'], published }
    const of = { ...record, page: { ...record.page, activities: [shared] }, guestShares: { banyak: share } }
    const { sections } = composeBriefing(of as unknown as BriefingRecord, { language: 'id', audience: 'guest' })
    return JSON.stringify(sections)
  }
  expect(told(false, null)).not.toMatch(/Aula|Pokok lain|Orang Lain|Kata banyak|1 Maret/)
  for (const words of ['Aula', 'Pejabat', 'Milik', '1 Maret 2026']) expect(told(true, null)).toContain(words)
  expect(told(true, null)).not.toMatch(/Pokok lain|Orang Lain|Kata banyak/)
  expect(told(true, { ...shared, about: 'Terbit', participants: [], statements: [] })).toMatch(/Terbit/)
  expect(told(true, { ...shared, about: 'Terbit', participants: [], statements: [] })).not.toMatch(/Orang Lain|Kata/)
})

test('the guest reads of signed texts alone, and not that there is none where a draft is', () => {
  const told = linesOf('guest')
  expect(told).toContain('RESMI')
  expect(told).not.toMatch(/RANCANGAN|TANPA NASKAH|Belum ada naskah/)
  const drafted = { ...record, texts: record.texts.slice(0, 1) } as BriefingRecord
  const { sections } = composeBriefing(drafted, { language: 'id', audience: 'guest' })
  expect(sections.map(({ title }) => title)).not.toContain('Naskah')
})

test('the own head reads all of it, and who of the region has a task in hand', () => {
  const told = linesOf('own')
  for (const words of ['Pertemuan dalam', 'Kata dalam', 'Pertemuan sendiri', 'RANCANGAN']) expect(told).toContain(words)
  expect(told).toContain('Susun jawaban · Dinas, Pelaksana')
})
