import { expect, test } from 'vitest'
import { countNamed, peopleOf } from './counts.ts'

const field = { id: 'x', position: 1, name: null, standing: 'ditawarkan' as const, occurredOn: '2025-07-24', rev: 1 }

test('named of offered, and one number when all are named', () => {
  expect(
    countNamed([
      { ...field, sector: 'pendidikan' },
      { ...field, sector: null },
    ]),
  ).toBe('1/2')
  expect(countNamed([{ ...field, sector: 'pendidikan' }])).toBe('1')
  expect(countNamed([])).toBe('0')
})

test('a person met twice in one office stands once, at the newest activity', () => {
  const guest = { id: 'p', side: 'guest' as const, leads: true, givenName: 'Kuniaki', familyName: 'Nishinou', office: 'wakil_wali_kota' as const } // prettier-ignore
  const visit = (id: string, occurredOn: string) => ({ id, slug: id, about: '', topics: [], occurredOn, statements: [], points: [],
    participants: [{ ...guest, id: `p-${id}` }] }) // prettier-ignore
  const people = peopleOf([visit('new', '2026-01-01'), visit('old', '2025-07-24')])
  expect(people.map(({ id, activity }) => [id, activity.id])).toEqual([['p-new', 'new']])
})

test('who was expected and did not come is not among the people who were met', () => {
  const guest = { side: 'guest' as const, leads: false, familyName: '', office: undefined }
  const visit = { id: 'v', slug: 'v', about: '', topics: [], occurredOn: '2026-01-01', statements: [], points: [],
    participants: [{ ...guest, id: 'a', givenName: 'Satu' }, { ...guest, id: 'b', givenName: 'Dua', absent: true }] } // prettier-ignore
  expect(peopleOf([visit]).map(({ id }) => id)).toEqual(['a'])
})
