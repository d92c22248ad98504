import { expect, test } from 'vitest'
import { attendeeKey, findAlike, headCounts, lastDoorDay, parseAttendees, together } from './attendees-model.ts'

test('a list is read line by line, from a sheet, a chat or a letter', () => {
  const list = [
    'Mawar Biru\tPDAM\tdirektur',
    '2. Dr. Melati Putih, S.T., M.Si., Badan Kenari, kepala bidang',
    '- Cempaka; Kantor Cemara; staf; ahli',
    'Dinas Kenari',
    'PDAM, direktur',
    'Kenanga',
    '   ',
    '• 花子、海辺市、課長',
  ].join('\r\n')
  expect(parseAttendees(list)).toEqual([
    { name: 'Mawar Biru', organisation: 'PDAM', role: 'direktur' },
    { name: 'Dr. Melati Putih, S.T., M.Si.', organisation: 'Badan Kenari', role: 'kepala bidang' },
    { name: 'Cempaka', organisation: 'Kantor Cemara', role: 'staf, ahli' },
    { name: '', organisation: 'Dinas Kenari', role: '' },
    { name: '', organisation: 'PDAM', role: 'direktur' },
    { name: 'Kenanga', organisation: '', role: '' },
    { name: '花子', organisation: '海辺市', role: '課長' },
  ])
})

test('the same person is one in other letters, widths and spaces; two people of one body are two', () => {
  const [mawar, body] = [
    { name: 'Mawar Biru', organisation: 'PDAM', role: '' },
    { name: '', organisation: 'PDAM', role: '' },
  ]
  const rows = [{ attendee: mawar }, { attendee: body }]
  expect(findAlike(rows, { name: 'MAWAR  BIRU', organisation: 'Pdam', role: 'x' })).toBe(rows[0])
  expect(findAlike(rows, { name: 'Mawar Biru', organisation: '', role: '' })).toBe(rows[0])
  expect(findAlike(rows, { name: 'Mawar Biru', organisation: 'Badan Kenari', role: '' })).toBeUndefined()
  expect(findAlike(rows, { name: 'Melati', organisation: 'PDAM', role: '' })).toBeUndefined()
  expect(findAlike(rows, { name: '', organisation: 'ＰＤＡＭ', role: '' })).toBe(rows[1])
  expect(attendeeKey({ name: 'か', organisation: '' })).not.toBe(attendeeKey({ name: 'が', organisation: '' }))
  expect(together(body, { name: 'Melati', organisation: 'Lain', role: 'staf' })).toEqual({
    name: 'Melati',
    organisation: 'PDAM',
    role: 'staf',
  })
})

test('heads are counted, a body without a number as one; the door closes after the day that follows', () => {
  const rows = [{ headcount: 12, invited: true }, { absent: true, invited: true }, {}]
  expect(headCounts(rows)).toEqual({ present: 13, expected: 13, missing: 1 })
  expect(lastDoorDay({ occurredOn: '2025-07-24', endedOn: undefined })).toBe('2025-07-25')
  expect(lastDoorDay({ occurredOn: '2025-12-30', endedOn: '2025-12-31' })).toBe('2026-01-01')
})
